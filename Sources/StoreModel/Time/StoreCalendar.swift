/// The store's own calendar: turns moments into what its wall clock shows.
public struct StoreCalendar: Hashable, Sendable {
  /// A store on Greenwich time.
  public static let utc = StoreCalendar()

  /// What the wall clock shows at a moment.
  public func local(_ moment: Timestamp) -> LocalTime { LocalTime(wallSeconds: moment.seconds) }
}
