/// Offsets from UTC over time: the changes a zone file lists, and the rule for what comes after them.
struct ZoneRules: Hashable, Sendable {
  private var changes: [Int64] = []
  private var offsets: [Int] = []
  private var first = 0
  private var rule: PosixZone?

  /// UTC for ever.
  init() {}

  /// Seconds east of UTC at a moment.
  func offset(at seconds: Int64) -> Int {
    guard let last = changes.last else { return rule?.offset(at: seconds) ?? first }
    if seconds >= last, let rule { return rule.offset(at: seconds) }
    let next = changes.sortedPlace { $0 <= seconds }
    return next == 0 ? first : offsets[next - 1]
  }

  init(tzif bytes: [UInt8]) throws(ZoneFileFault) {
    guard bytes.count >= 44, bytes.starts(with: Array("TZif".utf8)) else { throw .notAZoneFile }
    guard bytes[4] >= UInt8(ascii: "2") else { throw .tooOld }
    let old = try Header(bytes, at: 0)
    let start = 44 + old.length(timeWidth: 4)
    let header = try Header(bytes, at: start)
    let body = start + 44
    let footer = body + header.length(timeWidth: 8)
    guard footer < bytes.count, header.types > 0, bytes[footer] == 0x0A else { throw .damaged }
    let kinds = body + header.times * 9
    var typeOffsets: [Int] = []
    var isDaylight: [Bool] = []
    for type in 0..<header.types {
      typeOffsets.append(Int(Int32(truncatingIfNeeded: try Self.number(bytes, at: kinds + type * 6, width: 4))))
      isDaylight.append(bytes[kinds + type * 6 + 4] != 0)
    }
    for index in 0..<header.times {
      changes.append(try Self.number(bytes, at: body + index * 8, width: 8))
      let type = Int(bytes[body + header.times * 8 + index])
      guard type < typeOffsets.count else { throw .damaged }
      offsets.append(typeOffsets[type])
    }
    guard zip(changes, changes.dropFirst()).allSatisfy(<) else { throw .damaged }
    first = typeOffsets[isDaylight.firstIndex(of: false) ?? 0]
    let text = String(decoding: bytes[(footer + 1)...].prefix { $0 != 0x0A }, as: UTF8.self)
    if text.isEmpty { return }
    guard let rule = PosixZone(text) else { throw .badRule(text) }
    self.rule = rule
  }

  private struct Header {
    let times: Int
    let types: Int
    let rest: Int
    let leaps: Int

    init(_ bytes: [UInt8], at start: Int) throws(ZoneFileFault) {
      guard start + 44 <= bytes.count, bytes[start...].starts(with: Array("TZif".utf8)) else { throw .damaged }
      var counts: [Int] = []
      for index in 0..<6 {
        let count = try ZoneRules.number(bytes, at: start + 20 + index * 4, width: 4)
        guard (0...100_000).contains(count) else { throw .damaged }
        counts.append(Int(count))
      }
      leaps = counts[2]
      times = counts[3]
      types = counts[4]
      rest = counts[0] + counts[1] + counts[5]
    }

    func length(timeWidth: Int) -> Int { times * (timeWidth + 1) + types * 6 + leaps * (timeWidth + 4) + rest }
  }

  /// A number, most significant byte first, negative in two's complement.
  private static func number(_ bytes: [UInt8], at start: Int, width: Int) throws(ZoneFileFault) -> Int64 {
    guard start >= 0, start + width <= bytes.count else { throw .damaged }
    var value: UInt64 = 0
    for byte in bytes[start..<start + width] { value = value << 8 | UInt64(byte) }
    return width == 4 ? Int64(Int32(truncatingIfNeeded: value)) : Int64(bitPattern: value)
  }
}
