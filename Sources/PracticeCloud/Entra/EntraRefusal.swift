import CloudWire
import HTTPTypes
import StoreModel

/// A refusal of the identity provider as its error body says it (`reference-error-codes`).
struct EntraRefusal: Error, Hashable, Sendable {
  /// The OAuth error, the only thing a client may branch on.
  var error: String
  /// AADSTS number; nil for errors that Entra gives none.
  var number: Int?
  var text: String
  var suberror: String?
  var claims: String?

  init(_ error: String, _ number: Int?, _ text: String, suberror: String? = nil, claims: String? = nil) {
    self.error = error
    self.number = number
    self.text = text
    self.suberror = suberror
    self.claims = claims
  }
}

extension EntraRefusal {
  static func missing(_ name: String) -> EntraRefusal {
    EntraRefusal(
      "invalid_request", 900_144, "The request body must contain the following parameter: '\(name)'.")
  }
  static func unknownTenant(_ name: String) -> EntraRefusal {
    EntraRefusal(
      "invalid_tenant", 90_002,
      "Tenant '\(name)' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. "
        + "Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant."
    )
  }
  static func unknownApp(_ id: String, tenant: String) -> EntraRefusal {
    EntraRefusal(
      "unauthorized_client", 700_016,
      "Application with identifier '\(id)' was not found in the directory '\(tenant)'. This can happen if the application "
        + "has not been installed by the administrator of the tenant or consented to by any user in the tenant.")
  }
  static func badScope(_ scope: String) -> EntraRefusal {
    EntraRefusal(
      "invalid_scope", 70_011,
      "The provided request must include a 'scope' input parameter. The provided value for the input parameter 'scope' is "
        + "not valid. The scope \(scope) is not valid.")
  }
  static func unsupportedGrant(_ grant: String) -> EntraRefusal {
    EntraRefusal(
      "unsupported_grant_type", 70_003, "The app requested an unsupported grant type '\(grant)'.")
  }
  static let secretSent = EntraRefusal(
    "invalid_client", 700_025,
    "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.")
  static let publicClientOff = EntraRefusal(
    "invalid_client", 7_000_218,
    "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.")
  static let pending = EntraRefusal(
    "authorization_pending", 70_016,
    "OAuth 2.0 device flow error. Authorization is pending. Continue polling.")
  static let tooFast = EntraRefusal(
    "slow_down", nil, "OAuth 2.0 device flow error. Polled before the interval was over. Add five seconds to it.")
  static let declined = EntraRefusal(
    "authorization_declined", 70_000, "The end user denied the authorization request.")
  static let codeExpired = EntraRefusal(
    "expired_token", 70_019, "OAuth 2.0 device flow error. The device_code has expired. Start the flow again.")
  static let unknownCode = EntraRefusal(
    "bad_verification_code", 70_018,
    "The verification code is not valid: the device_code was not recognised or has been used already.")
  static let badRefreshToken = EntraRefusal(
    "invalid_grant", 9_002_313, "Invalid request. Request is malformed or invalid.", suberror: "bad_token")
  static let keyUnavailable = EntraRefusal(
    "temporarily_unavailable", 90_033, "A transient error has occurred. Please try again.")
}

extension EntraRefusal {
  /// The error body, exactly as Entra lays it out.
  func body(_ call: EntraCall) -> JSON {
    let stamp = WireDate(call.now.wall).entra
    let head = number.map { "AADSTS\($0): " } ?? ""
    var object: JSON.Object = [
      "error": .string(error),
      "error_description": .string(
        "\(head)\(text)\r\nTrace ID: \(call.traceID)\r\nCorrelation ID: \(call.correlationID)\r\nTimestamp: \(stamp)"),
      "error_codes": .array(number.map { [.int($0)] } ?? []),
      "timestamp": .string(stamp),
      "trace_id": .string(call.traceID),
      "correlation_id": .string(call.correlationID),
    ]
    if let number { object["error_uri"] = .string("\(call.base)/error?code=\(number)") }
    object["suberror"] = suberror.map(JSON.string)
    object["claims"] = claims.map(JSON.string)
    return .object(object)
  }
}
