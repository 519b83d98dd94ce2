/// The store's wall clock: which local day and time a moment is, by the zone rules of the place the store stands in.
///
/// A value read once at start (`terminal.timeZone`) and passed in; it never asks the machine's own zone.
public struct StoreCalendar: Hashable, Sendable {
  private let zone: ZoneRules

  /// A calendar in UTC.
  public static let utc = StoreCalendar(zone: ZoneRules())

  private init(zone: ZoneRules) { self.zone = zone }

  /// Reads the rules of a zone file (RFC 8536, version 2 and later), `/usr/share/zoneinfo/Europe/Berlin`.
  ///
  /// Throws for anything that is not such a file.
  public init(tzif bytes: [UInt8]) throws(ZoneFileFault) {
    zone = try ZoneRules(tzif: bytes)
  }

  /// What the store's clock shows at a moment.
  public func local(_ moment: Timestamp) -> LocalTime {
    let seconds = moment.seconds
    return LocalTime(wallSeconds: seconds + Int64(zone.offset(at: seconds)))
  }

  /// The moment at which the store's clock shows a time.
  ///
  /// A time that is shown twice (clocks go back) means the first; one that is never shown (clocks go forward) means as
  /// much later as the clock was moved.
  public func moment(_ local: LocalTime) -> Timestamp {
    let wall = local.wallSeconds
    let before = Int64(zone.offset(at: wall - 86_400))
    let after = Int64(zone.offset(at: wall + 86_400))
    let candidates = [wall - max(before, after), wall - min(before, after)]
    for seconds in candidates where seconds + Int64(zone.offset(at: seconds)) == wall {
      return Timestamp(seconds: seconds)
    }
    return Timestamp(seconds: wall - before)
  }

  /// The local day of a moment.
  public func day(_ moment: Timestamp) -> CalendarDate { local(moment).date }

  /// The moment a local day begins.
  public func start(of day: CalendarDate) -> Timestamp { moment(LocalTime(date: day)) }

  /// The same time of day so many days later; across a change of clocks that is not a multiple of 24 hours.
  public func adding(days: Int, to moment: Timestamp) -> Timestamp {
    var local = local(moment)
    local.date = local.date.advanced(by: days)
    let fraction = moment.ticks - moment.seconds * 10_000_000
    return Timestamp(ticks: self.moment(local).ticks + fraction)
  }

  /// Local days from one moment to another; 0 on the same day, negative when the other lies before.
  public func days(from moment: Timestamp, to other: Timestamp) -> Int { day(moment).days(to: day(other)) }

  /// Seconds that the store's clock is ahead of UTC at a moment.
  public func offset(at moment: Timestamp) -> Int { zone.offset(at: moment.seconds) }
}

/// Why bytes are not a zone file.
public enum ZoneFileFault: Error, Hashable, Sendable {
  /// It does not begin as one.
  case notAZoneFile
  /// Version 1 has no rule for the years to come.
  case tooOld
  /// It ends early or contradicts itself.
  case damaged
  /// The rule for the years to come cannot be read.
  case badRule(String)
}
