/// A moment as HTTP header fields write it (RFC 9110 §5.6.7), in whole seconds.
public struct HTTPDate: Hashable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z.
  public var seconds: Int64

  /// A moment.
  public init(seconds: Int64) { self.seconds = seconds }

  /// Reads any of the three forms a recipient must accept: IMF-fixdate, RFC 850 and asctime; nil for anything else.
  ///
  /// A two-digit year counts as 1970 to 2069. The name of the day is not compared with the date.
  public init?(_ text: String) {
    let parts = text.split(whereSeparator: { $0 == " " || $0 == "-" || $0 == "," })
    let moment: CalendarMoment? =
      switch parts.count {
      case 6 where parts[5] == "GMT":
        CalendarMoment(day: parts[1], month: parts[2], year: parts[3], time: parts[4])
      case 5: CalendarMoment(day: parts[2], month: parts[1], year: parts[4], time: parts[3])
      default: nil
      }
    guard let moment else { return nil }
    seconds = moment.secondsSince1970
  }
}

/// Date and time of day in UTC.
private struct CalendarMoment {
  var year: Int
  var month: Int
  var day: Int
  var secondOfDay: Int

  init?(day: Substring, month: Substring, year: Substring, time: Substring) {
    let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    guard let month = names.firstIndex(where: { $0 == month }), let day = Int(day), (1...31).contains(day),
      var full = Int(year), full >= 0
    else { return nil }
    if year.count == 2 { full += full < 70 ? 2000 : 1900 }
    let fields = time.split(separator: ":", omittingEmptySubsequences: false).compactMap { Int($0) }
    guard (1601...9999).contains(full), fields.count == 3, (0...23).contains(fields[0]),
      (0...59).contains(fields[1]), (0...60).contains(fields[2])
    else { return nil }
    self.year = full
    self.month = month + 1
    self.day = day
    secondOfDay = fields[0] * 3600 + fields[1] * 60 + fields[2]
  }

  /// Days by the civil-from-days rule of the proleptic Gregorian calendar, years beginning in March.
  var secondsSince1970: Int64 {
    let shifted = month > 2 ? year : year - 1
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int64(era * 146_097 + dayOfEra - 719_468) * 86_400 + Int64(secondOfDay)
  }
}
