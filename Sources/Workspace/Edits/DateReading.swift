import StoreModel
import Strings

/// Reads a moment as people type it: `fri`, `+2d`, `24.12.`, `17:00`, `tomorrow 8:30`, `mañana`, `Fr 17 Uhr`; in the
/// worker's language and the store's own calendar.
///
/// A day without a time gets the time the task has already, else the end of the working day. Days are counted on the
/// calendar, so that two days later is the same time of day across a change of clocks.
struct DateReading {
  /// What was read.
  enum Answer: Hashable, Sendable {
    /// Nothing was typed, or that there is none: no date.
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
    let typed = TypedDate(text, words)
    var rest = typed.parts[...]
    guard !rest.isEmpty else { return text.contains { $0 != " " } && !typed.meansNoDate ? .unreadable : .none }
    if rest.count == 1, let later = later(rest[0], typed) { return .moment(later) }
    var day: CalendarDate?
    var time: TypedDate.Clock?
    while let part = rest.first {
      if time == nil, let found = typed.clock(part, isDayKnown: day != nil) {
        time = found
        rest = rest.dropFirst()
      } else if day == nil, let (found, count) = self.day(rest, typed) {
        day = found
        rest = rest.dropFirst(count)
      } else if day != nil, time == nil, let hour = TypedDate.hour(part) {
        time = hour
        rest = rest.dropFirst()
      } else {
        return .unreadable
      }
    }
    return .moment(moment(day, time))
  }

  private func moment(_ day: CalendarDate?, _ time: TypedDate.Clock?) -> Timestamp {
    let usual = before.map { calendar.local($0) }.map { ($0.hour, $0.minute) } ?? DateReading.endOfDay
    let (hour, minute) = time.map { ($0.hour, $0.minute) } ?? usual
    let today = calendar.local(now).date
    let found = calendar.moment(LocalTime(date: day ?? today, hour: hour, minute: minute))
    // A time alone that has passed means tomorrow's.
    if day == nil, found <= now {
      return calendar.moment(LocalTime(date: today.advanced(by: 1), hour: hour, minute: minute))
    }
    return found
  }

  /// `+3h`, `+30m`: that much later, by the clock that never jumps.
  private func later(_ part: String, _ typed: TypedDate) -> Timestamp? {
    switch typed.step(part) {
    case (let number, .hours)?: now.advanced(by: .seconds(number * 3600))
    case (let number, .minutes)?: now.advanced(by: .seconds(number * 60))
    default: nil
    }
  }

  /// A day at the front, and how many words it takes.
  private func day(_ parts: ArraySlice<String>, _ typed: TypedDate) -> (CalendarDate, Int)? {
    guard let part = parts.first else { return nil }
    let today = calendar.local(now).date
    if let (distance, count) = typed.nearDay(parts) { return (today.advanced(by: distance), count) }
    switch typed.step(part) {
    case (let number, .days)?: return (today.advanced(by: number), 1)
    case (let number, .weeks)?: return (today.advanced(by: number * 7), 1)
    default: break
    }
    // Before the names of days, because short names may be those of months too: `mar`.
    if let found = spelled(parts, today) { return found }
    if let weekday = TimeNames.weekday(part, words) {
      // The next one; today's name means a week from now.
      let distance = (weekday - today.weekday.rawValue + 6) % 7 + 1
      return (today.advanced(by: distance), 1)
    }
    return numeric(part, today, typed).map { ($0, 1) }
  }

  /// `24.12.`, `24/12`, `24.12.2026`, `2026-12-24`, `24-12-2026`.
  private func numeric(_ part: String, _ today: CalendarDate, _ typed: TypedDate) -> CalendarDate? {
    var dashes = part.split(separator: "-").compactMap { Int($0) }
    if dashes.count == 3, part.filter({ $0 == "-" }).count == 2 {
      if dashes[2] > 99 {
        if typed.isMonthFirst { dashes.swapAt(0, 1) }
        dashes.reverse()
      }
      return existing(CalendarDate(year: dashes[0], month: dashes[1], day: dashes[2]))
    }
    guard let separator: Character = part.contains("/") ? "/" : part.contains(".") ? "." : nil else { return nil }
    let pieces = part.split(separator: separator)
    var numbers = pieces.compactMap { Int($0) }
    guard numbers.count == pieces.count, (2...3).contains(numbers.count) else { return nil }
    if separator == "/", typed.isMonthFirst { numbers.swapAt(0, 1) }
    guard numbers.count == 3 else { return coming(day: numbers[0], month: numbers[1], today) }
    return existing(
      CalendarDate(year: numbers[2] < 100 ? 2000 + numbers[2] : numbers[2], month: numbers[1], day: numbers[0]))
  }

  /// `24 dec`, `dec 24`, with a year after it or not.
  private func spelled(_ parts: ArraySlice<String>, _ today: CalendarDate) -> (CalendarDate, Int)? {
    guard parts.count > 1 else { return nil }
    let front = Array(parts.prefix(3))
    for (number, name) in [(front[0], front[1]), (front[1], front[0])] {
      guard let day = Int(number.last == "." ? String(number.dropLast()) : number), day < 32,
        let month = TimeNames.month(name, words)
      else { continue }
      if front.count > 2, front[2].count == 4, let year = Int(front[2]) {
        return existing(CalendarDate(year: year, month: month, day: day)).map { ($0, 3) }
      }
      if let date = coming(day: day, month: month, today) { return (date, 2) }
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
