import StoreModel
import TaskSync

/// The parts of an agenda, in order.
enum AgendaGroup: Int, Hashable, Sendable, CaseIterable, Comparable {
  case overdue, today, thisWeek, later, noDate, done

  static func < (a: AgendaGroup, b: AgendaGroup) -> Bool { a.rawValue < b.rawValue }
}

/// The moment an agenda is sorted for, with the limits of its day and week on the store's clock.
struct AgendaDay: Hashable, Sendable {
  let now: Timestamp
  let today: CalendarDate
  /// When tomorrow begins.
  let tomorrow: Timestamp
  /// When Monday begins.
  let nextWeek: Timestamp

  init(_ now: Timestamp, _ calendar: StoreCalendar) {
    self.now = now
    let date = calendar.local(now).date
    today = date
    tomorrow = calendar.startOfDay(date.advanced(by: 1), near: now)
    nextWeek = calendar.startOfDay(date.advanced(by: 8 - date.weekday.rawValue), near: now)
  }

  /// Where a task stands, among what is done or as it is due.
  func group(of task: StoreTask, isDone: Bool) -> AgendaGroup {
    if isDone { return .done }
    guard let due = task.due else { return .noDate }
    if due < now { return .overdue }
    if due < tomorrow { return .today }
    return due < nextWeek ? .thisWeek : .later
  }
}

extension VisibleTask {
  /// Whether it is complete for good. One completed here and not confirmed yet stays where it was, so that nothing jumps.
  var isDone: Bool { task.status == .complete && pending == nil }
}

extension StoreCalendar {
  /// When a day begins on the store's clock, for days around a moment.
  func startOfDay(_ date: CalendarDate, near moment: Timestamp) -> Timestamp {
    let midnight = LocalTime(date: date)
    var guess = moment
    // Twice, because the zone's distance from UTC may differ between the moment and the guess.
    for _ in 0..<2 {
      let shown = local(guess)
      let days = Int64(shown.date.days(to: midnight.date))
      let seconds = days * 86_400 - Int64(shown.hour * 3600 + shown.minute * 60 + shown.second)
      guess = Timestamp(seconds: guess.seconds + seconds)
    }
    return guess
  }
}
