/// What the store's wall clock shows at a moment.
public struct LocalTime: Hashable, Comparable, Sendable {
  /// The day.
  public var date: CalendarDate
  /// 0–23.
  public var hour: Int
  /// 0–59.
  public var minute: Int
  /// 0–59.
  public var second: Int

  /// A time on a day; the caller vouches for its ranges.
  public init(date: CalendarDate, hour: Int = 0, minute: Int = 0, second: Int = 0) {
    self.date = date
    self.hour = hour
    self.minute = minute
    self.second = second
  }

  /// Seconds since 1970-01-01T00:00:00 on the same wall clock, as if it had never been moved.
  var wallSeconds: Int64 {
    Int64(date.daysSince1970) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
  }

  init(wallSeconds: Int64) {
    let days = wallSeconds >= 0 ? wallSeconds / 86_400 : (wallSeconds - 86_399) / 86_400
    let rest = Int(wallSeconds - days * 86_400)
    self.init(
      date: CalendarDate(daysSince1970: Int(days)), hour: rest / 3600, minute: rest / 60 % 60, second: rest % 60)
  }

  public static func < (a: LocalTime, b: LocalTime) -> Bool { a.wallSeconds < b.wallSeconds }
}
