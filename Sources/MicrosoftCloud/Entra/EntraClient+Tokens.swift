import CloudWire
public import SessionCore
import StoreModel

extension EntraClient {
  /// Exchanges a refresh token (RFC 6749 §6). Entra answers a new one each time; the old one is wiped with the vault's.
  public func refresh(using token: consuming Secret, claims: String?) async -> RefreshOutcome {
    do throws(SignInRefusal) {
      let endpoints = try await discover()
      let exchange = await post(endpoints.token, refreshForm(token, claims: claims))
      let json = try exchange.json(invalidGrant: .sessionExpired)
      let grant = try grant(json, exchange)
      return .renewed(grant, try await person(json, exchange, endpoints))
    } catch {
      return error.isPassing ? .unreachable(error) : .refused(error)
    }
  }

  private func refreshForm(_ token: borrowing Secret, claims: String?) -> FormBody {
    var form = FormBody()
    form.add("grant_type", "refresh_token")
    form.add("client_id", settings.clientID)
    form.add("scope", settings.scopes.joined(separator: " "))
    token.withBytes { form.add("refresh_token", secret: $0) }
    let request = ClaimsRequest(capabilities: settings.capabilities, challenge: claims)
    if let claims = request.text { form.add("claims", claims) }
    return form
  }

  /// The tokens of a success body (RFC 6749 §5.1); without a usable lifetime they are taken to last an hour.
  func grant(_ json: JSON, _ exchange: Exchange) throws(SignInRefusal) -> TokenGrant {
    let lifetime = json.seconds("expires_in") ?? 3600
    guard json["token_type"]?.string?.lowercased() == "bearer", lifetime > 0,
      let access = json["access_token"]?.string.flatMap({ Secret(copying: Array($0.utf8)[...]) })
    else { throw SignInRefusal(.answerUnreadable, reference: exchange.reference, host: settings.host) }
    let now = clock.now()
    let life = Duration.seconds(min(lifetime, 28 * 3600))
    return TokenGrant(
      access: access, refresh: json["refresh_token"]?.string.flatMap { Secret(copying: Array($0.utf8)[...]) },
      expiry: Now(instant: now.instant.advanced(by: life), wall: now.wall.advanced(by: life)))
  }

  /// The person a success body proves; nil when it holds no ID token. `nonce` is what the ID token has to carry, if any.
  func person(
    _ json: JSON, _ exchange: Exchange, _ endpoints: EntraEndpoints, nonce: String? = nil
  ) async throws(SignInRefusal) -> SignedInPerson? {
    guard let text = json["id_token"]?.string else { return nil }
    guard let token = IDToken(text) else {
      throw SignInRefusal(.identityNotProven, reference: exchange.reference, host: settings.host)
    }
    let key = try await signingKey(token.keyID, of: endpoints)
    let check = IDTokenCheck(
      endpoints: endpoints, settings: settings, now: exchange.time, nonce: nonce, reference: exchange.reference)
    return try check.person(token, key: key)
  }
}
