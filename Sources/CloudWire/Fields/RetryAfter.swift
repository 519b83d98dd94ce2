import HTTPTypes

extension CloudResponse {
  /// The moment of the `Date` field in seconds since 1970; nil when it is missing or unreadable.
  public var date: HTTPDate? { headers[.date].flatMap { HTTPDate($0) } }

  /// How long `Retry-After` asks to wait (RFC 9110 §10.2.3), as seconds or as a date; never negative, at most an hour.
  ///
  /// A date is measured against the answer's own `Date`, or against `wall` in seconds since 1970 where there is none, so
  /// that a wrong clock here does not matter. Nil when the field is missing or unreadable.
  public func retryAfter(wall: Int64) -> Duration? {
    guard let text = headers[.retryAfter] else { return nil }
    let seconds: Int64
    if let number = Int64(text) {
      seconds = number
    } else if let moment = HTTPDate(text) {
      seconds = moment.seconds - (date?.seconds ?? wall)
    } else {
      return nil
    }
    return .seconds(min(max(seconds, 0), 3600))
  }
}
