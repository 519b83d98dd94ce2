/// The rule a zone file ends with, for all years to come: `CET-1CEST,M3.5.0,M10.5.0/3` (POSIX TZ, RFC 8536 §3.3.1).
struct PosixZone: Hashable, Sendable {
  private let standard: Int
  private let daylight: Daylight?

  private struct Daylight: Hashable {
    let offset: Int
    let start: Change
    let end: Change
  }

  private struct Change: Hashable {
    enum Day: Hashable {
      case month(Int, week: Int, weekday: Int)
      /// 1–365, the 29th of February never counted.
      case withoutLeapDay(Int)
      /// 0–365.
      case ofYear(Int)
    }
    let day: Day
    let seconds: Int
  }

  init?(_ text: String) {
    var reader = PosixZoneReader(text)
    guard reader.name(), let west = reader.time() else { return nil }
    standard = -west
    if reader.isAtEnd {
      daylight = nil
      return
    }
    guard reader.name() else { return nil }
    let offset = reader.isAtEnd || reader.isAt(",") ? standard + 3600 : reader.time().map { -$0 }
    guard let offset, reader.take(","), let start = Self.change(&reader), reader.take(","),
      let end = Self.change(&reader), reader.isAtEnd
    else { return nil }
    daylight = Daylight(offset: offset, start: start, end: end)
  }

  /// Seconds east of UTC at a moment.
  func offset(at seconds: Int64) -> Int {
    guard let daylight else { return standard }
    let year = LocalTime(wallSeconds: seconds + Int64(standard)).date.year
    let start = Self.moment(daylight.start, year) - Int64(standard)
    let end = Self.moment(daylight.end, year) - Int64(daylight.offset)
    let isDaylight = start < end ? seconds >= start && seconds < end : seconds >= start || seconds < end
    return isDaylight ? daylight.offset : standard
  }

  /// When a change comes in a year, in seconds of the wall clock that is left.
  private static func moment(_ change: Change, _ year: Int) -> Int64 {
    let newYear = CalendarDate(year: year, month: 1, day: 1)
    let day: CalendarDate
    switch change.day {
    case .ofYear(let number): day = newYear.advanced(by: number)
    case .withoutLeapDay(let number):
      let isLeap = CalendarDate(year: year, month: 2, day: 29).exists
      day = newYear.advanced(by: isLeap && number >= 60 ? number : number - 1)
    case .month(let month, let week, let weekday):
      let first = CalendarDate(year: year, month: month, day: 1)
      let lead = (weekday - first.weekday.rawValue % 7 + 7) % 7
      var found = first.advanced(by: lead + (week - 1) * 7)
      while found.month != month { found = found.advanced(by: -7) }
      day = found
    }
    return Int64(day.daysSince1970) * 86_400 + Int64(change.seconds)
  }

  private static func change(_ reader: inout PosixZoneReader) -> Change? {
    let day: Change.Day
    if reader.take("M") {
      guard let month = reader.number(), reader.take("."), let week = reader.number(), reader.take("."),
        let weekday = reader.number(), (1...12).contains(month), (1...5).contains(week), (0...6).contains(weekday)
      else { return nil }
      day = .month(month, week: week, weekday: weekday)
    } else if reader.take("J") {
      guard let number = reader.number(), (1...365).contains(number) else { return nil }
      day = .withoutLeapDay(number)
    } else {
      guard let number = reader.number(), (0...365).contains(number) else { return nil }
      day = .ofYear(number)
    }
    if !reader.take("/") { return Change(day: day, seconds: 7200) }
    return reader.time().map { Change(day: day, seconds: $0) }
  }
}

/// Reads the pieces of such a rule.
struct PosixZoneReader {
  private var rest: Substring

  init(_ text: String) { rest = text[...] }

  var isAtEnd: Bool { rest.isEmpty }

  func isAt(_ character: Character) -> Bool { rest.first == character }

  mutating func take(_ character: Character) -> Bool {
    guard isAt(character) else { return false }
    rest.removeFirst()
    return true
  }

  /// A zone's name, letters or anything between `<` and `>`.
  mutating func name() -> Bool {
    if take("<") {
      guard let end = rest.firstIndex(of: ">") else { return false }
      rest = rest[rest.index(after: end)...]
      return true
    }
    let name = rest.prefix { $0.isASCII && $0.isLetter }
    rest = rest[name.endIndex...]
    return name.count >= 3
  }

  mutating func number() -> Int? {
    let digits = rest.prefix { ("0"..."9").contains($0) }
    guard digits.count <= 3 else { return nil }
    rest = rest[digits.endIndex...]
    return Int(digits)
  }

  /// `[±]h[h][h][:mm[:ss]]` in seconds.
  mutating func time() -> Int? {
    let sign = take("-") ? -1 : 1
    if sign == 1 { _ = take("+") }
    guard var seconds = number().map({ $0 * 3600 }) else { return nil }
    for unit in [60, 1] where take(":") {
      guard let part = number(), part < 60 else { return nil }
      seconds += part * unit
    }
    return sign * seconds
  }
}
