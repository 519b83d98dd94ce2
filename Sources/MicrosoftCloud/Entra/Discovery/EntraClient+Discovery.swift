import CloudWire
public import SessionCore
import StoreModel

extension EntraClient {
  /// How long public facts are kept (the provider allows 86,400 s).
  private static let keeping = Duration.seconds(86_400)

  /// Where the provider's doors are: asked once a day, checked before anything is sent there.
  public func discover() async throws(SignInRefusal) -> EntraEndpoints {
    let now = clock.now().instant
    if let endpoints, endpoints.read.duration(to: now) < Self.keeping { return endpoints.value }
    let exchange = await get("\(settings.authority)/\(settings.tenant)/v2.0/.well-known/openid-configuration")
    let json = try exchange.json(invalidGrant: .tenantUnknown)
    let found = try EntraEndpoints(json, settings: settings, reference: exchange.reference)
    endpoints = (found, now)
    return found
  }

  /// The signing key of this id; a key we do not know yet is asked for, since keys change without notice.
  func signingKey(_ id: String, of endpoints: EntraEndpoints) async throws(SignInRefusal) -> SigningKeys.Key {
    let now = clock.now().instant
    if let keys, keys.read.duration(to: now) < Self.keeping, let key = keys.value[id] { return key }
    let exchange = await get(endpoints.keys)
    let fresh = SigningKeys(try exchange.json(invalidGrant: .identityNotProven))
    keys = (fresh, now)
    guard let key = fresh[id] else {
      throw SignInRefusal(.identityNotProven, reference: exchange.reference, host: settings.host)
    }
    return key
  }
}

extension EntraClient.Exchange {
  /// The answer's object, or why there is none; `invalidGrant` is what that error means here.
  func json(invalidGrant: SignInRefusal.Kind) throws(SignInRefusal) -> JSON {
    switch answer {
    case .success(let json): return json
    case .fault(let fault): throw fault.refusal(invalidGrant: invalidGrant)
    case .trouble(let refusal): throw refusal
    }
  }
}
