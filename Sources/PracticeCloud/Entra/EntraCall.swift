import CloudWire
import HTTPTypes
import StoreModel

/// One request to the identity provider, taken apart.
struct EntraCall: Sendable {
  var method: HTTPRequest.Method
  /// The first path segment as the client wrote it: GUID, domain, `organizations`, `common`.
  var tenant: String
  /// Form items of the body; the last of equal names wins.
  var form: [String: String]
  var query: [String: String]
  /// Cookies by name.
  var cookies: [String: String]
  /// `https://host[:port]`.
  var base: String
  var now: Now
  /// Echo of `client-request-id`, else a new GUID.
  var correlationID: String
  /// GUID of this answer, also its `x-ms-request-id`.
  var traceID: String
  /// Present where tokens are signed or keys published.
  var key: SigningKey?
  var keepsTokens: Bool
}

extension EntraCall {
  /// A form value that has to be there (AADSTS900144).
  func required(_ name: String) throws(EntraRefusal) -> String {
    guard let value = form[name], !value.isEmpty else { throw .missing(name) }
    return value
  }

  /// Whether the client says that it understands claims challenges.
  var isClaimsCapable: Bool { Self.isClaimsCapable(form["claims"]) }

  /// Whether a `claims` value says so: `xms_cc` of the access token holds `cp1`, in whatever case MSAL was given it.
  static func isClaimsCapable(_ claims: String?) -> Bool {
    guard let claims, let request = try? JSON.parse(Array(claims.utf8)) else { return false }
    let values = request["access_token"]?["xms_cc"]?["values"]?.array ?? []
    return values.contains { $0.string?.lowercased() == "cp1" }
  }
}
