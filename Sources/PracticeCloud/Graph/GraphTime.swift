import StoreModel

/// Moments as Graph writes and takes them: UTC, up to seven fraction digits, `2026-11-23T08:30:00.1234567Z`.
enum GraphTime {
  /// Appends a moment without quotes; trailing zeros of the fraction are left out, as OData does.
  static func write(_ moment: Timestamp, to out: inout [UInt8]) {
    let date = WireDate(moment)
    pad(date.year, 4, to: &out)
    out.append(UInt8(ascii: "-"))
    pad(date.month, 2, to: &out)
    out.append(UInt8(ascii: "-"))
    pad(date.day, 2, to: &out)
    out.append(UInt8(ascii: "T"))
    pad(date.hour, 2, to: &out)
    out.append(UInt8(ascii: ":"))
    pad(date.minute, 2, to: &out)
    out.append(UInt8(ascii: ":"))
    pad(date.second, 2, to: &out)
    let fraction = Int(moment.ticks - moment.seconds * 10_000_000)
    if fraction > 0 {
      out.append(UInt8(ascii: "."))
      pad(fraction, 7, to: &out)
      while out.last == UInt8(ascii: "0") { out.removeLast() }
    }
    out.append(UInt8(ascii: "Z"))
  }

  static func text(_ moment: Timestamp) -> String {
    var out: [UInt8] = []
    write(moment, to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  private static func pad(_ number: Int, _ width: Int, to out: inout [UInt8]) {
    var scale = 1
    for _ in 1..<width { scale *= 10 }
    while scale > 0 {
      out.append(0x30 + UInt8(number / scale % 10))
      scale /= 10
    }
  }

  /// Days from 1970 to a date of the proleptic Gregorian calendar, year 1 or later.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// Reads an OData `DateTimeOffset`: a zone is mandatory; digits beyond the seventh are cut off. Nil for anything else.
  static func parse(_ text: String) -> Timestamp? {
    var rest = text.utf8[...]
    func digits(_ count: Int) -> Int? {
      let part = rest.prefix(count)
      guard part.count == count, part.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      rest = rest.dropFirst(count)
      return part.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    func take(_ options: String) -> UInt8? {
      guard let byte = rest.first, options.utf8.contains(byte) else { return nil }
      rest = rest.dropFirst()
      return byte
    }
    guard let year = digits(4), take("-") != nil, let month = digits(2), take("-") != nil, let day = digits(2),
      take("Tt") != nil, let hour = digits(2), take(":") != nil, let minute = digits(2)
    else { return nil }
    var second = 0
    var fraction = 0
    if take(":") != nil {
      guard let read = digits(2) else { return nil }
      second = read
      if take(".") != nil {
        let part = rest.prefix { (0x30...0x39).contains($0) }
        guard !part.isEmpty else { return nil }
        rest = rest.dropFirst(part.count)
        for position in 0..<7 {
          let digit = position < part.count ? Int(part[part.index(part.startIndex, offsetBy: position)] - 0x30) : 0
          fraction = fraction * 10 + digit
        }
      }
    }
    guard let zone = take("Zz+-") else { return nil }
    var offset = 0
    if zone == UInt8(ascii: "+") || zone == UInt8(ascii: "-") {
      guard let hours = digits(2), take(":") != nil, let minutes = digits(2), hours <= 14, minutes < 60 else {
        return nil
      }
      offset = (hours * 60 + minutes) * (zone == UInt8(ascii: "-") ? -60 : 60)
    }
    guard rest.isEmpty, year >= 1, hour < 24, minute < 60, second < 60, (1...12).contains(month) else { return nil }
    let midnight = Int64(days(year, month, day)) * 86_400
    let date = WireDate(Timestamp(seconds: midnight))
    guard (date.year, date.month, date.day) == (year, month, day) else { return nil }
    let seconds = Int(midnight) + hour * 3600 + minute * 60 + second - offset
    return Timestamp(ticks: Int64(seconds) * 10_000_000 + Int64(fraction))
  }
}
