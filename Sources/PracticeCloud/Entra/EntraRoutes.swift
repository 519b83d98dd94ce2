import CloudWire
import HTTPTypes
import StoreModel

/// The identity provider's endpoints below a tenant segment.
enum EntraEndpoint: Hashable, Sendable {
  case configuration, keys, deviceCode, token, devicePage, authorize, login, logout

  init?(segments: [String]) {
    switch segments.dropFirst() {
    case ["v2.0", ".well-known", "openid-configuration"]: self = .configuration
    case ["discovery", "v2.0", "keys"]: self = .keys
    case ["oauth2", "v2.0", "devicecode"]: self = .deviceCode
    case ["oauth2", "v2.0", "token"]: self = .token
    case ["oauth2", "v2.0", "authorize"]: self = .authorize
    case ["login"]: self = .login
    case ["oauth2", "v2.0", "logout"]: self = .logout
    case ["oauth2", "deviceauth"]: self = .devicePage
    default: return nil
    }
  }

  /// Whether its answer is signed or shows the key, so that it has to be made first.
  var needsKey: Bool { self == .keys || self == .token }

  var methods: [HTTPRequest.Method] {
    switch self {
    case .configuration, .keys: [.get]
    case .deviceCode, .token, .login: [.post]
    case .devicePage, .authorize, .logout: [.get, .post]
    }
  }
}

extension World {
  /// Answers one request to the identity provider.
  mutating func entra(_ endpoint: EntraEndpoint, _ call: EntraCall) -> CloudResponse {
    guard endpoint.methods.contains(call.method) else {
      let allowed = endpoint.methods.map(\.rawValue).joined(separator: ", ")
      return CloudResponse(.methodNotAllowed, headers: [.allow: allowed])
    }
    if let page = page(endpoint, call) { return page }
    do throws(EntraRefusal) {
      guard knowsTenant(call.tenant) else { throw .unknownTenant(call.tenant) }
      let answer: JSON
      switch endpoint {
      case .configuration: answer = openIDConfiguration(call)
      case .keys: answer = try keySet(call)
      case .deviceCode: answer = try newDeviceCode(call)
      case .token: answer = try token(call)
      case .devicePage, .authorize, .login, .logout: return CloudResponse(.notFound)
      }
      let isDiscovery = endpoint == .configuration || endpoint == .keys
      return entraAnswer(.ok, answer, call, number: 0, isCacheable: isDiscovery)
    } catch {
      return entraAnswer(.badRequest, error.body(call), call, number: error.number ?? 0, isCacheable: false)
    }
  }

  /// What a person sees; nil for endpoints that answer programs.
  private mutating func page(_ endpoint: EntraEndpoint, _ call: EntraCall) -> CloudResponse? {
    switch endpoint {
    case .devicePage: devicePage(call)
    case .authorize: authorize(call)
    case .login: answerAuthorization(call)
    case .logout: signOut(call)
    case .configuration, .keys, .deviceCode, .token: nil
    }
  }

  /// Answers a path that belongs to no tenant.
  func hostWide(
    _ call: EntraCall, _ answer: (World) throws(EntraRefusal) -> JSON
  ) -> CloudResponse {
    do throws(EntraRefusal) {
      return entraAnswer(.ok, try answer(self), call, number: 0, isCacheable: true)
    } catch {
      return entraAnswer(.badRequest, error.body(call), call, number: error.number ?? 0, isCacheable: false)
    }
  }

  /// Whether a first path segment names this tenant or one of the shared aliases.
  func knowsTenant(_ name: String) -> Bool {
    let wanted = name.lowercased()
    return [tenantID.lowercased(), tenantDomain.lowercased(), "organizations", "common"].contains(wanted)
  }

  private func entraAnswer(
    _ status: HTTPResponse.Status, _ body: JSON, _ call: EntraCall, number: Int, isCacheable: Bool
  ) -> CloudResponse {
    var headers: HTTPFields = [
      .contentType: "application/json; charset=utf-8",
      .strictTransportSecurity: "max-age=31536000; includeSubDomains",
      .xContentTypeOptions: "nosniff",
      .date: WireDate(call.now.wall).http,
    ]
    headers[.requestTrace] = call.traceID
    headers[.signInServer] = "2.1.0 - PRACTICE ProdSlices"
    if isCacheable {
      headers[.cacheControl] = "max-age=86400, private"
    } else {
      headers[.cacheControl] = "no-store, no-cache"
      headers[.pragma] = "no-cache"
      headers[.expires] = "-1"
      headers[.clientTelemetry] = "1,\(number),0,,"
    }
    return CloudResponse(status, headers: headers, body: body.bytes)
  }
}
