import StoreModel
import Strings

/// Reads a moment as people type it: `fri`, `+2d`, `24.12.`, `17:00`, `tomorrow 8:30`; in the store's own calendar.
///
/// A day without a time gets the time the task has already, else the end of the working day. Days are counted on the
/// calendar, so that two days later is the same time of day across a change of clocks.
struct DateReading {
  /// What was read.
  enum Answer: Hashable, Sendable {
    /// Nothing was typed: no date.
    case none
    case moment(Timestamp)
    case unreadable
  }

  /// The time of day that a day without a time means.
  static let endOfDay = (hour: 17, minute: 0)

  let now: Timestamp
  let calendar: StoreCalendar
  let words: Words
  /// The moment the field holds now, for its time of day.
  let before: Timestamp?

  func read(_ text: String) -> Answer {
    let parts = text.lowercased().split(separator: " ").map(String.init)
    guard !parts.isEmpty else { return .none }
    if parts == ["-"] { return .none }
    if parts.count == 1, let later = later(parts[0]) { return .moment(later) }
    var day: CalendarDate?
    var time: (hour: Int, minute: Int)?
    var rest = parts[...]
    while let part = rest.first {
      if let found = clock(part), time == nil {
        time = found
        rest = rest.dropFirst()
      } else if day == nil, let (found, count) = self.day(rest) {
        day = found
        rest = rest.dropFirst(count)
      } else {
        return .unreadable
      }
    }
    return .moment(moment(day, time))
  }

  private func moment(_ day: CalendarDate?, _ time: (hour: Int, minute: Int)?) -> Timestamp {
    let usual = before.map { calendar.local($0) }.map { ($0.hour, $0.minute) } ?? DateReading.endOfDay
    let (hour, minute) = time ?? usual
    let today = calendar.local(now).date
    let found = calendar.moment(LocalTime(date: day ?? today, hour: hour, minute: minute))
    // A time alone that has passed means tomorrow's.
    if day == nil, found <= now {
      return calendar.moment(LocalTime(date: today.advanced(by: 1), hour: hour, minute: minute))
    }
    return found
  }

  /// `+3h`, `+30m`: that much later, by the clock that never jumps.
  private func later(_ part: String) -> Timestamp? {
    guard let (number, unit) = step(part) else { return nil }
    switch unit {
    case "h": return now.advanced(by: .seconds(number * 3600))
    case "m", "min": return now.advanced(by: .seconds(number * 60))
    default: return nil
    }
  }

  private func step(_ part: String) -> (Int, String)? {
    guard part.first == "+" else { return nil }
    let digits = part.dropFirst().prefix { $0.isASCII && $0.isNumber }
    guard digits.count < 5, let number = Int(digits) else { return nil }
    return (number, String(part.dropFirst().dropFirst(digits.count)))
  }

  /// `17:00`, `17.30h`, `5pm`.
  private func clock(_ part: String) -> (hour: Int, minute: Int)? {
    var text = Substring(part)
    var shift: Int?
    for (ending, hours) in [("am", 0), ("pm", 12)] where text.hasSuffix(ending) {
      shift = hours
      text = text.dropLast(2)
    }
    let numbers = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard let first = numbers[0], numbers.count == 2 || numbers.count == 1 && shift != nil else { return nil }
    guard let minute = numbers.count == 2 ? numbers[1] : 0, (0...59).contains(minute) else { return nil }
    if let shift {
      guard (1...12).contains(first) else { return nil }
      return (first % 12 + shift, minute)
    }
    return (0...23).contains(first) ? (first, minute) : nil
  }

  /// A day at the front, and how many words it takes.
  private func day(_ parts: ArraySlice<String>) -> (CalendarDate, Int)? {
    guard let part = parts.first else { return nil }
    let today = calendar.local(now).date
    if part == words(.dateToday).lowercased() { return (today, 1) }
    if part == words(.dateTomorrow).lowercased() { return (today.advanced(by: 1), 1) }
    if let (number, unit) = step(part), let days = ["d": 1, "": 1, "w": 7][unit] {
      return (today.advanced(by: number * days), 1)
    }
    if let weekday = TimeNames.weekday(part, words) {
      // The next one; today's name means a week from now.
      let distance = (weekday - today.weekday.rawValue + 6) % 7 + 1
      return (today.advanced(by: distance), 1)
    }
    if let date = numeric(part, today) { return (date, 1) }
    return spelled(parts, today)
  }

  /// `24.12.`, `24.12.2026`, `2026-12-24`.
  private func numeric(_ part: String, _ today: CalendarDate) -> CalendarDate? {
    let dashes = part.split(separator: "-").compactMap { Int($0) }
    if dashes.count == 3, part.filter({ $0 == "-" }).count == 2 {
      return existing(CalendarDate(year: dashes[0], month: dashes[1], day: dashes[2]))
    }
    let pieces = part.split(separator: ".")
    let numbers = pieces.compactMap { Int($0) }
    guard part.contains("."), numbers.count == pieces.count, (2...3).contains(numbers.count) else { return nil }
    guard numbers.count == 3 else { return coming(day: numbers[0], month: numbers[1], today) }
    return existing(
      CalendarDate(year: numbers[2] < 100 ? 2000 + numbers[2] : numbers[2], month: numbers[1], day: numbers[0]))
  }

  /// `24 dec`, `dec 24`.
  private func spelled(_ parts: ArraySlice<String>, _ today: CalendarDate) -> (CalendarDate, Int)? {
    guard parts.count > 1 else { return nil }
    let pair = Array(parts.prefix(2))
    for (number, name) in [(pair[0], pair[1]), (pair[1], pair[0])] {
      if let day = Int(number.filter { $0 != "." }), let month = TimeNames.month(name, words),
        let date = coming(day: day, month: month, today)
      {
        return (date, 2)
      }
    }
    return nil
  }

  /// That day this year, or next year when it has passed.
  private func coming(day: Int, month: Int, _ today: CalendarDate) -> CalendarDate? {
    for year in today.year...today.year + 4 {
      if let date = existing(CalendarDate(year: year, month: month, day: day)), date >= today { return date }
    }
    return nil
  }

  private func existing(_ date: CalendarDate) -> CalendarDate? {
    (1...12).contains(date.month) && (1...31).contains(date.day) && (1970...9999).contains(date.year) && date.exists
      ? date : nil
  }
}
