extension Timestamp {
  /// Reads Graph's date-times: `2015-03-24T18:36:49.2407981Z`, 0–7 fraction digits (finer ones are cut), `Z` or an
  /// offset `±hh:mm`; without either it is taken as UTC, as one of Microsoft's samples is. Nil for anything else.
  public init?(iso8601 text: String) {
    var text = text
    let read = text.withUTF8 { Timestamp(iso8601: $0) }
    guard let read else { return nil }
    self = read
  }

  /// Reads the same from bytes, without making a string.
  public init?(iso8601 bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count >= 19, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      bytes[10] | 0x20 == UInt8(ascii: "t"), bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      let century = bytes.twoDigits(at: 0), let year = bytes.twoDigits(at: 2), let month = bytes.twoDigits(at: 5),
      let day = bytes.twoDigits(at: 8), let hour = bytes.twoDigits(at: 11), let minute = bytes.twoDigits(at: 14),
      let second = bytes.twoDigits(at: 17), hour < 24, minute < 60, second <= 60
    else { return nil }
    let date = CalendarDate(year: century * 100 + year, month: month, day: day)
    guard date.exists else { return nil }
    var index = 19
    var fraction: Int64 = 0
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      index += 1
      let start = index
      var unit: Int64 = 1_000_000
      while index < bytes.count, (0x30...0x39).contains(bytes[index]) {
        fraction += Int64(bytes[index] - 0x30) * unit
        unit /= 10
        index += 1
      }
      guard index > start else { return nil }
    }
    guard let offset = bytes.zoneOffset(at: index) else { return nil }
    let wall = LocalTime(date: date, hour: hour, minute: minute, second: second).wallSeconds
    ticks = (wall - offset) * 10_000_000 + fraction
  }

  /// The moment as Graph writes it, in UTC: no fraction when it is a whole second, else seven digits.
  public var iso8601: String {
    let local = LocalTime(wallSeconds: seconds)
    var text: [UInt8] = []
    text.reserveCapacity(28)
    text.append(digits: local.date.year, width: 4)
    text.append(UInt8(ascii: "-"))
    text.append(digits: local.date.month, width: 2)
    text.append(UInt8(ascii: "-"))
    text.append(digits: local.date.day, width: 2)
    text.append(UInt8(ascii: "T"))
    text.append(digits: local.hour, width: 2)
    text.append(UInt8(ascii: ":"))
    text.append(digits: local.minute, width: 2)
    text.append(UInt8(ascii: ":"))
    text.append(digits: local.second, width: 2)
    let fraction = ticks - seconds * 10_000_000
    if fraction != 0 {
      text.append(UInt8(ascii: "."))
      text.append(digits: Int(fraction), width: 7)
    }
    text.append(UInt8(ascii: "Z"))
    return String(decoding: text, as: UTF8.self)
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func twoDigits(at index: Int) -> Int? {
    guard index + 1 < count else { return nil }
    let tens = self[index] &- 0x30
    let ones = self[index + 1] &- 0x30
    guard tens < 10, ones < 10 else { return nil }
    return Int(tens) * 10 + Int(ones)
  }

  /// Seconds east of UTC written from here to the end; nil when something else stands there.
  fileprivate func zoneOffset(at index: Int) -> Int64? {
    if index == count { return 0 }
    if self[index] | 0x20 == UInt8(ascii: "z") { return index + 1 == count ? 0 : nil }
    guard index + 6 == count, self[index + 3] == UInt8(ascii: ":"), let hours = twoDigits(at: index + 1),
      let minutes = twoDigits(at: index + 4), hours < 24, minutes < 60
    else { return nil }
    let offset = Int64(hours * 3600 + minutes * 60)
    switch self[index] {
    case UInt8(ascii: "+"): return offset
    case UInt8(ascii: "-"): return -offset
    default: return nil
    }
  }
}

extension [UInt8] {
  fileprivate mutating func append(digits value: Int, width: Int) {
    var unit = 1
    for _ in 1..<width { unit *= 10 }
    var rest = Swift.max(0, value)
    for _ in 0..<width {
      append(0x30 + UInt8(rest / unit % 10))
      rest %= unit
      unit /= 10
    }
  }
}
