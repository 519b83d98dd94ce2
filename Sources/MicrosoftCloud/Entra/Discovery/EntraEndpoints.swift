import CloudWire
import SessionCore

/// Where the provider's doors are, from its discovery document (OpenID Connect Discovery §3), checked.
public struct EntraEndpoints: Hashable, Sendable {
  /// What ID tokens name as their issuer; may hold the placeholder `{tenantid}`.
  public let issuer: String
  /// Where device codes are issued.
  public let deviceAuthorization: String
  /// Where tokens are issued.
  public let token: String
  /// Where a browser signs in; nil when the provider names none.
  public let authorization: String?
  /// Where the signing keys are.
  public let keys: String
}

extension EntraEndpoints {
  /// Reads the document; every address must be on the authority itself, over HTTPS, and the issuer must be of this tenant.
  init(_ json: JSON, settings: EntraSettings, reference: String) throws(SignInRefusal) {
    guard let issuer = json["issuer"]?.string, let token = json["token_endpoint"]?.string,
      let device = json["device_authorization_endpoint"]?.string, let keys = json["jwks_uri"]?.string
    else { throw SignInRefusal(.answerUnreadable, reference: reference, host: settings.host) }
    let authorization = json["authorization_endpoint"]?.string
    let addresses = [issuer, token, device, keys] + (authorization.map { [$0] } ?? [])
    guard addresses.allSatisfy({ settings.owns($0) }), Self.names(issuer, tenant: settings.tenant) else {
      throw SignInRefusal(.identityNotProven, reference: reference, host: settings.host)
    }
    self.issuer = issuer
    self.token = token
    deviceAuthorization = device
    self.authorization = authorization
    self.keys = keys
  }

  /// Whether an issuer can be that of the tenant: `…/GUID/v2.0`, the GUID being the tenant's when it is set as one.
  private static func names(_ issuer: String, tenant: String) -> Bool {
    let parts = issuer.split(separator: "/")
    guard parts.count >= 4, parts.last == "v2.0" else { return false }
    let named = parts[parts.count - 2].lowercased()
    return !GUID.isValid(tenant) || named == tenant.lowercased()
  }

  /// What the issuer of a token of this tenant must be called.
  func issuer(of tenant: String) -> String { issuer.replacing("{tenantid}", with: tenant) }
}

/// The textual form of Entra's ids (RFC 9562 §4).
enum GUID {
  static func isValid(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.count) == [8, 4, 4, 4, 12] && parts.allSatisfy { $0.allSatisfy { $0.isASCII && $0.isHexDigit } }
  }
}
