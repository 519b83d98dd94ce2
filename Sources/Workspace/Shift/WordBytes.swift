/// A word in small letters, to be found in bytes that are in small letters too; sixteen places are tried at a time.
struct WordBytes: Sendable {
  private let bytes: [UInt8]
  private let first: SIMD16<UInt8>
  private let last: SIMD16<UInt8>

  init(_ word: String) {
    bytes = Array(word.lowercased().utf8)
    first = SIMD16(repeating: bytes.first ?? 0)
    last = SIMD16(repeating: bytes.last ?? 0)
  }

  /// Whether the word stands whole between two places of a text.
  func isIn(_ text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Bool {
    let count = bytes.count
    guard count > 0 else { return true }
    guard end - start >= count, let base = text.baseAddress else { return false }
    let lastStart = end - count
    var place = start
    while place <= lastStart {
      if place + count + 15 <= text.count {
        let raw = UnsafeRawPointer(base + place)
        let heads = raw.loadUnaligned(as: SIMD16<UInt8>.self) .== first
        let tails = (raw + (count - 1)).loadUnaligned(as: SIMD16<UInt8>.self) .== last
        var hits = unsafeBitCast(heads .& tails, to: SIMD2<UInt64>.self)
        if hits.x | hits.y != 0 {
          while let offset = WordBytes.takeFirst(&hits) {
            if place + offset > lastStart { return false }
            if matches(base + place + offset) { return true }
          }
        }
        place += 16
      } else {
        if matches(base + place) { return true }
        place += 1
      }
    }
    return false
  }

  private func matches(_ text: UnsafePointer<UInt8>) -> Bool {
    for (offset, byte) in bytes.enumerated() where text[offset] != byte { return false }
    return true
  }

  /// The first place that is marked, whose mark it takes away.
  private static func takeFirst(_ hits: inout SIMD2<UInt64>) -> Int? {
    if hits.x != 0 {
      let offset = hits.x.trailingZeroBitCount / 8
      hits.x &= ~(0xFF << UInt64(offset * 8))
      return offset
    }
    guard hits.y != 0 else { return nil }
    let offset = hits.y.trailingZeroBitCount / 8
    hits.y &= ~(0xFF << UInt64(offset * 8))
    return offset + 8
  }
}
