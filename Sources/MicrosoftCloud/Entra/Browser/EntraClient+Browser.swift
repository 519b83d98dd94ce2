import CloudWire
public import SessionCore
import StoreModel

extension EntraClient {
  /// How long a browser's answer is waited for: as long as a device code is good.
  private static let patience = Duration.seconds(900)

  /// Prepares a sign-in page: fresh verifier, state and nonce for each, and a door for its answer where one can be opened.
  public func beginBrowser(
    hint: String?, claims challenge: String? = nil
  ) async throws(SignInRefusal) -> BrowserGrant {
    guard let endpoint = try await discover().authorization, let verifier = CodeVerifier(random: randomBytes(32)) else {
      throw SignInRefusal(.answerUnreadable, host: settings.host)
    }
    let door = await redirects?.open()
    // Entra compares without the port where the host is localhost (RFC 8252 §7.3).
    let redirect = door.map { "http://localhost:\($0.port)" } ?? "http://localhost"
    let request = AuthorizeRequest(
      endpoint: endpoint, clientID: settings.clientID, redirect: redirect, scopes: settings.scopes,
      state: randomText(), nonce: randomText(), challenge: verifier.challenge, hint: hint,
      claims: ClaimsRequest(capabilities: settings.capabilities, challenge: challenge).text)
    let marks = EntraVisit.Marks(
      state: request.state, nonce: request.nonce, redirect: redirect, address: request.address)
    return BrowserGrant(
      visit: EntraVisit(client: self, marks: marks, verifier: verifier, door: door),
      shortAddress: door.map { "http://localhost:\($0.port)/" }, address: request.address, tenant: settings.tenant,
      lifetime: Self.patience)
  }

  /// Exchanges the code of an answer for tokens (RFC 6749 §4.1.3, RFC 7636 §4.5).
  func redeem(query: String, verifier: CodeVerifier, redirect: String, nonce: String) async -> BrowserOutcome {
    do throws(SignInRefusal) {
      let endpoints = try await discover()
      let answer = RedirectAnswer(query: query, issuer: endpoints.issuer, host: settings.host)
      if let refusal = answer.refusal { return .refused(refusal) }
      var form = FormBody()
      form.add("grant_type", "authorization_code")
      form.add("client_id", settings.clientID)
      form.add("redirect_uri", redirect)
      form.add("scope", settings.scopes.joined(separator: " "))
      guard let code = answer.code else { return .refused(SignInRefusal(.answerSpent, host: settings.host)) }
      code.withBytes { form.add("code", secret: $0) }
      verifier.withBytes { form.add("code_verifier", secret: $0) }
      if let claims = ClaimsRequest(capabilities: settings.capabilities).text { form.add("claims", claims) }
      let exchange = await post(endpoints.token, form)
      return await tokens(try exchange.json(invalidGrant: .answerSpent), exchange, endpoints, nonce: nonce)
    } catch {
      return error.isPassing ? .unreachable(error) : .refused(error)
    }
  }

  /// The tokens of an answer. Its code is spent by now, so whatever is wrong with them ends the sign-in.
  private func tokens(
    _ json: JSON, _ exchange: Exchange, _ endpoints: EntraEndpoints, nonce: String
  ) async -> BrowserOutcome {
    do throws(SignInRefusal) {
      let grant = try grant(json, exchange)
      guard let person = try await person(json, exchange, endpoints, nonce: nonce) else {
        return .refused(SignInRefusal(.identityNotProven, reference: exchange.reference, host: settings.host))
      }
      return .tokens(grant, person)
    } catch {
      return .refused(error)
    }
  }

  /// 128 random bits as text, for state and nonce.
  private func randomText() -> String { String(decoding: Base64URL.encode(randomBytes(16)), as: UTF8.self) }
}
