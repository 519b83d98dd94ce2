import StoreModel

extension Timestamp {
  /// Reads an HTTP date in the form that servers have to send: `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110 §5.6.7).
  init?(httpDate text: String) {
    let parts = text.split(separator: " ")
    guard parts.count == 6, parts[5] == "GMT", let day = Int(parts[1]), let year = Int(parts[3]),
      let month = Self.months.firstIndex(of: String(parts[2]))
    else { return nil }
    let time = parts[4].split(separator: ":").compactMap { Int($0) }
    let date = CalendarDate(year: year, month: month + 1, day: day)
    guard time.count == 3, (1900...9999).contains(year), date.exists, (0..<24).contains(time[0]),
      (0..<60).contains(time[1]), (0...60).contains(time[2])
    else { return nil }
    self.init(seconds: Int64(date.daysSince1970) * 86_400 + Int64(time[0] * 3600 + time[1] * 60 + time[2]))
  }

  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}
