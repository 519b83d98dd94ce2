import CloudWire
import Crypto
import HTTPTypes
import Testing

@testable import PracticeCloud

/// An app in front of a practice cloud that signs its user in by browser.
struct BrowserStand {
  let stand: PracticeStand
  var browser: PracticeBrowser
  /// Verifier and challenge of RFC 7636, appendix B.
  static let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
  static let challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
  static let redirect = "http://localhost:43210"

  init() async throws {
    stand = try await PracticeStand()
    browser = PracticeBrowser(transport: stand.cloud)
  }

  /// The address an app opens; nil takes an item away.
  func address(_ changes: [String: String?] = [:], tenant: String? = nil) -> String {
    var items: [String: String?] = [
      "client_id": stand.facts.clientID, "response_type": "code", "redirect_uri": Self.redirect,
      "scope": PracticeStand.scopes, "state": "s t&a=te", "nonce": "n-0S6_WzA2Mj", "code_challenge": Self.challenge,
      "code_challenge_method": "S256",
    ]
    items.merge(changes) { _, new in new }
    let query = items.sorted { $0.key < $1.key }.compactMap { item in item.value.map { (name: item.key, value: $0) } }
    let path = "/\(tenant ?? stand.facts.tenantID)/oauth2/v2.0/authorize"
    return stand.base + path + "?" + String(decoding: PercentCoding.form(query), as: UTF8.self)
  }

  /// Opens an address and goes through every page as somebody; what came back to the app.
  mutating func back(_ changes: [String: String?] = [:], as user: ReadyFacts.User? = nil) async throws -> BrowserReturn
  {
    let user = try user ?? stand.worker
    try await browser.open(address(changes))
    let view = try await browser.signIn(account: user.username, password: user.password)
    guard case .returned(let back) = view else { throw NotReturned(view: view) }
    return back
  }

  struct NotReturned: Error { var view: BrowserView }

  /// The page in front of the person.
  var page: PhonePage? { if case .page(let page) = browser.view { page } else { nil } }

  /// What the browser was sent back with.
  var returned: BrowserReturn? { if case .returned(let back) = browser.view { back } else { nil } }

  /// The code grant.
  func redeem(_ code: String, _ changes: [String: String?] = [:]) async throws -> CloudResponse {
    var form: [String: String?] = [
      "grant_type": "authorization_code", "client_id": stand.facts.clientID, "code": code,
      "redirect_uri": Self.redirect, "code_verifier": Self.verifier, "client_info": "1",
    ]
    form.merge(changes) { _, new in new }
    return try await stand.post(
      "/\(stand.facts.tenantID)/oauth2/v2.0/token",
      form.compactMap { item in item.value.map { (name: item.key, value: $0) } })
  }
}
