import CloudWire
import HTTPTypes
import MicrosoftCloud
import SessionCore
import StoreModel

/// A client over a scripted provider that works until a test says otherwise.
struct EntraFixture {
  static let base = "https://login.example/\(TokenMint.tenant)"
  let transport = ScriptedTransport()
  let client: EntraClient

  init(tenant: String = TokenMint.tenant, capabilities: [String] = []) throws {
    client = EntraClient(
      settings: EntraSettings(
        authority: "https://login.example", tenant: tenant, clientID: TokenMint.client, capabilities: capabilities),
      transport: transport, clock: StillClock(), makeRequestID: { "request-1" })
    transport.answer("/openid-configuration", .json(.object(Self.document)))
    transport.answer("/keys", .json(try TokenMint().keySet()))
    transport.answer("/devicecode", .json(.object(Self.device)))
    transport.answer("/token", .json(.object(try Self.tokens())))
  }

  static let document: JSON.Object = [
    "issuer": .string("\(base)/v2.0"), "token_endpoint": .string("\(base)/oauth2/v2.0/token"),
    "device_authorization_endpoint": .string("\(base)/oauth2/v2.0/devicecode"),
    "jwks_uri": .string("\(base)/discovery/v2.0/keys"),
    "authorization_endpoint": .string("\(base)/oauth2/v2.0/authorize"),
  ]

  static let device: JSON.Object = [
    "device_code": "device+code/1", "user_code": "H7K29QDX4",
    "verification_uri": "https://microsoft.com/devicelogin", "expires_in": 900, "interval": 5, "message": "…",
  ]

  static func tokens(_ change: (inout JSON.Object) -> Void = { _ in }) throws -> JSON.Object {
    [
      "token_type": "Bearer", "scope": "User.Read", "expires_in": 3599, "access_token": "access-1",
      "refresh_token": "refresh-1", "id_token": .string(try TokenMint().token(change)),
    ]
  }

  /// Polls once and tells what came, tokens by their text.
  func poll() async throws -> Polled {
    let grant = try await client.beginDeviceCode(hint: nil)
    switch await client.poll(grant.device) {
    case .pending: return .pending
    case .slowDown: return .slowDown
    case .refused(let refusal): return .refused(refusal)
    case .unreachable(let refusal): return .unreachable(refusal)
    case .tokens(let grant, let person):
      let text = grant.access.withBytes { String(decoding: $0, as: UTF8.self) }
      return .tokens(access: text, hasRefresh: grant.refresh != nil, expiry: grant.expiry, person)
    }
  }

  /// Refreshes once and tells what came.
  func refresh(claims: String? = nil) async -> Polled {
    guard let token = Secret(copying: Array("refresh-0".utf8)[...]) else { return .pending }
    switch await client.refresh(using: token, claims: claims) {
    case .refused(let refusal): return .refused(refusal)
    case .unreachable(let refusal): return .unreachable(refusal)
    case .renewed(let grant, let person):
      let text = grant.access.withBytes { String(decoding: $0, as: UTF8.self) }
      return .tokens(access: text, hasRefresh: grant.refresh != nil, expiry: grant.expiry, person)
    }
  }

  enum Polled: Equatable {
    case pending, slowDown
    case tokens(access: String, hasRefresh: Bool, expiry: Now, SignedInPerson?)
    case refused(SignInRefusal)
    case unreachable(SignInRefusal)

    var refusal: SignInRefusal? {
      switch self {
      case .refused(let refusal), .unreachable(let refusal): refusal
      case .pending, .slowDown, .tokens: nil
      }
    }
  }
}
