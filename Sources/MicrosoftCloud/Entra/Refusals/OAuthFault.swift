import CloudWire
import SessionCore

/// An error body of the provider (RFC 6749 §5.2 with Entra's additions).
struct OAuthFault: Hashable, Sendable {
  /// `error`: the only thing decisions are made on, with `suberror`.
  var error: String
  /// `suberror`, empty when absent.
  var suberror: String
  /// `AADSTS` numbers; they only choose words.
  var numbers: [Int]
  /// Correlation or request id.
  var reference: String
}

extension OAuthFault {
  /// The error in a JSON object; nil when it holds none.
  init?(_ json: JSON, reference: String) {
    guard let error = json["error"]?.string else { return nil }
    self.error = error
    suberror = json["suberror"]?.string ?? ""
    numbers = json["error_codes"]?.array?.compactMap(\.int) ?? []
    if numbers.isEmpty, let number = Self.number(in: json["error_description"]?.string) { numbers = [number] }
    self.reference = json["correlation_id"]?.string ?? json["trace_id"]?.string ?? reference
  }

  /// The number in `AADSTS50126: …`, for answers that leave `error_codes` out.
  private static func number(in description: String?) -> Int? {
    guard let description, description.hasPrefix("AADSTS") else { return nil }
    return Int(description.dropFirst(6).prefix { $0.isASCII && $0.isNumber })
  }
}
