import HTTPTypes

/// One sign-in by browser as the app asked for it (`v2-oauth2-auth-code-flow`, RFC 6749 §4.1.1, RFC 7636 §4.3).
struct AuthorizationRequest: Hashable, Sendable {
  /// How the answer travels back to the app.
  enum ResponseMode: String, Hashable, Sendable { case query, fragment, formPost = "form_post" }

  /// What the app wants the person to be asked.
  enum Prompt: String, Hashable, Sendable {
    case login, consent
    case silent = "none"
    case selectAccount = "select_account"
  }

  var clientID: String
  var redirectURI: String
  var mode: ResponseMode
  var scopes: [String]
  var state: String?
  var nonce: String?
  var prompt: Prompt?
  var loginHint: String?
  /// Base64url of the SHA-256 of the verifier.
  var challenge: String
  var isClaimsCapable: Bool
  var wantsClientInfo: Bool
}

/// What became of an `/authorize` call before anybody was asked anything.
enum AuthorizationReading: Sendable {
  case good(AuthorizationRequest)
  /// The way back is not known to be the app's own: only the person is told.
  case untrusted(EntraRefusal)
  /// The app is told, over the way back it asked for.
  case refused(EntraRefusal, AuthorizationAnswer)
}

extension World {
  /// Reads an `/authorize` call; what is wrong with app or way back is said to the person alone (RFC 6749 §4.1.2.1).
  func readAuthorization(_ call: EntraCall) -> AuthorizationReading {
    let values = call.method == .post ? call.form : call.query
    let way: AuthorizationAnswer
    do throws(EntraRefusal) {
      guard knowsTenant(call.tenant) else { throw .unknownTenant(call.tenant) }
      guard let id = values["client_id"], !id.isEmpty else { throw .missing("client_id") }
      try checkApp(id)
      guard let redirect = values["redirect_uri"], !redirect.isEmpty else { throw .missing("redirect_uri") }
      guard identity.app.accepts(redirectURI: redirect) else { throw .unknownRedirect(redirect, app: id) }
      way = AuthorizationAnswer(
        redirectURI: redirect,
        mode: AuthorizationRequest.ResponseMode(rawValue: values["response_mode"] ?? "query") ?? .query,
        state: values["state"])
    } catch {
      return .untrusted(error)
    }
    do throws(EntraRefusal) {
      return .good(try authorizationRequest(values, way))
    } catch {
      return .refused(error, way)
    }
  }

  private func authorizationRequest(
    _ values: [String: String], _ way: AuthorizationAnswer
  ) throws(EntraRefusal) -> AuthorizationRequest {
    guard let type = values["response_type"], !type.isEmpty else { throw .missing("response_type") }
    guard type == "code" else { throw .unsupportedResponseType(type) }
    if let mode = values["response_mode"], AuthorizationRequest.ResponseMode(rawValue: mode) == nil {
      throw .unsupportedResponseMode(mode)
    }
    guard let scope = values["scope"], !scope.isEmpty else { throw .missing("scope") }
    let scopes = try RequestedScopes(scope)
    guard let challenge = values["code_challenge"], !challenge.isEmpty else { throw .missingChallenge }
    guard values["code_challenge_method"] == "S256", challenge.utf8.count == 43,
      challenge.utf8.allSatisfy(Base64URL.isDigit)
    else { throw .badChallenge }
    var prompt: AuthorizationRequest.Prompt?
    if let word = values["prompt"], !word.isEmpty {
      prompt = AuthorizationRequest.Prompt(rawValue: word)
      guard prompt != nil else { throw .unsupportedPrompt(word) }
    }
    return AuthorizationRequest(
      clientID: clientID, redirectURI: way.redirectURI, mode: way.mode, scopes: scopes.asked, state: way.state,
      nonce: values["nonce"], prompt: prompt, loginHint: values["login_hint"], challenge: challenge,
      isClaimsCapable: EntraCall.isClaimsCapable(values["claims"]), wantsClientInfo: values["client_info"] == "1")
  }
}
