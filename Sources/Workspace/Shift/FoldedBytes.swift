/// A word to be found in texts whatever their case, without making copies of them.
///
/// Letters of ASCII and Latin-1 are folded byte by byte; texts of other scripts are put into small letters first where the
/// word is of such a script itself.
struct FoldedBytes: Sendable {
  private let bytes: [UInt8]
  private let first: UInt8
  private let firstCapital: UInt8
  private let isBeyondLatin: Bool

  init(_ word: String) {
    bytes = Array(word.lowercased().utf8)
    first = bytes.first ?? 0
    firstCapital = (0x61...0x7A).contains(first) ? first - 0x20 : first
    isBeyondLatin = bytes.contains { $0 >= 0xC4 }
  }

  func isIn(_ text: String) -> Bool {
    if isBeyondLatin { return isIn(small: text.lowercased()) }
    var text = text
    return text.withUTF8(find)
  }

  private func isIn(small text: String) -> Bool {
    var text = text
    return text.withUTF8(find)
  }

  private func find(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    let count = bytes.count
    guard count > 0 else { return true }
    guard text.count >= count else { return false }
    return bytes.withUnsafeBufferPointer { word in
      for start in 0...text.count - count where text[start] == first || text[start] == firstCapital {
        var length = 1
        while length < count, FoldedBytes.small(text[start + length], after: text[start + length - 1]) == word[length] {
          length += 1
        }
        if length == count { return true }
      }
      return false
    }
  }

  /// A byte of a text as the small letter has it; after 0xC3 stand the capitals À to Þ of Latin-1, but for ×.
  private static func small(_ byte: UInt8, after before: UInt8) -> UInt8 {
    switch byte {
    case 0x41...0x5A: byte + 0x20
    case 0x80...0x9E where before == 0xC3 && byte != 0x97: byte + 0x20
    default: byte
    }
  }
}
