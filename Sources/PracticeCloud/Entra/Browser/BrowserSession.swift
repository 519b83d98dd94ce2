import CloudWire
import HTTPTypes
import StoreModel

/// What a browser's cookie stands for: the accounts signed in there.
struct BrowserSession: Sendable {
  struct Account: Hashable, Sendable {
    var personID: String
    /// The account's generation at the sign-in: a revocation ends it.
    var generation: Int
    var withSecondFactor: Bool
  }

  /// Most recent first.
  var accounts: [Account] = []
  var expires: Instant

  static let cookie = "ESTSAUTH"
  static let lifetime = Duration.seconds(86_400)
}

extension World {
  /// Accounts still signed in with the browser that sent a call, most recent first.
  func signedIn(_ call: EntraCall) -> [BrowserSession.Account] {
    guard let session = session(call) else { return [] }
    return session.accounts.filter { account in
      guard let person = person(account.personID) else { return false }
      return identity.account(person).generation == account.generation
    }
  }

  private func session(_ call: EntraCall) -> BrowserSession? {
    guard let text = call.cookies[BrowserSession.cookie],
      let session = identity.sessions[TokenText.digest(text)], call.now.instant < session.expires
    else { return nil }
    return session
  }

  /// Remembers a sign-in for the browser and gives it its cookie, a new one at every sign-in.
  mutating func remember(_ person: Person, withSecondFactor: Bool, _ call: EntraCall) -> String {
    var session = session(call) ?? BrowserSession(expires: call.now.instant)
    if let old = call.cookies[BrowserSession.cookie] { identity.sessions[TokenText.digest(old)] = nil }
    identity.sessions = identity.sessions.filter { call.now.instant < $0.value.expires }
    session.accounts.removeAll { $0.personID == person.id }
    session.accounts.insert(
      BrowserSession.Account(
        personID: person.id, generation: identity.account(person).generation, withSecondFactor: withSecondFactor),
      at: 0)
    session.expires = call.now.instant.advanced(by: BrowserSession.lifetime)
    let text = TokenText.opaque()
    identity.sessions[TokenText.digest(text)] = session
    return "\(BrowserSession.cookie)=\(text); path=/; secure; HttpOnly; SameSite=None"
  }

  /// `/logout`: ends the browser's session; tokens that apps hold stay good, as at Entra.
  mutating func signOut(_ call: EntraCall) -> CloudResponse {
    if let text = call.cookies[BrowserSession.cookie] { identity.sessions[TokenText.digest(text)] = nil }
    let gone = "\(BrowserSession.cookie)=; path=/; secure; HttpOnly; SameSite=None; Max-Age=0"
    let values = call.method == .post ? call.form : call.query
    if let back = values["post_logout_redirect_uri"], identity.app.accepts(redirectURI: back) {
      let state = values["state"].map { [(name: "state", value: $0)] } ?? []
      let items = state.isEmpty ? "" : "?" + String(decoding: PercentCoding.form(state), as: UTF8.self)
      return CloudResponse(
        .found, headers: [.location: back + items, .setCookie: gone, .cacheControl: "no-store, no-cache"])
    }
    var response = SignInPage.done(
      "You signed out of your account", "It's a good idea to close all browser windows."
    ).response(call)
    response.headers[.setCookie] = gone
    return response
  }
}
