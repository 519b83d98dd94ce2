import StoreModel

/// A moment split into calendar fields, UTC, and written the ways the wire wants it.
struct WireDate: Sendable {
  var year: Int
  var month: Int
  var day: Int
  var hour: Int
  var minute: Int
  var second: Int
  /// 0 is Sunday.
  var weekday: Int

  /// Calendar fields of a moment (proleptic Gregorian, days counted from civil eras).
  init(_ moment: Timestamp) {
    let seconds = Int(moment.seconds)
    let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    let rest = seconds - days * 86_400
    (hour, minute, second) = (rest / 3600, rest / 60 % 60, rest % 60)
    weekday = ((days + 4) % 7 + 7) % 7
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// `2026-11-23 08:30:00Z`, as Entra's error bodies write it.
  var entra: String { "\(date) \(time)Z" }
  /// `2026-11-23T08:30:00`, as Graph's `innerError` writes it: without a zone.
  var graph: String { "\(date)T\(time)" }
  /// `2026-11-23T08:30:00Z`.
  var iso: String { "\(date)T\(time)Z" }
  /// `Mon, 23 Nov 2026 08:30:00 GMT` (RFC 9110 §5.6.7).
  var http: String {
    let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return "\(days[weekday]), \(two(day)) \(months[month - 1]) \(year) \(time) GMT"
  }

  private var date: String { "\(year)-\(two(month))-\(two(day))" }
  private var time: String { "\(two(hour)):\(two(minute)):\(two(second))" }
  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
