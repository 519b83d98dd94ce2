import CloudWire
import HTTPTypes
import Testing

@testable import PracticeCloud

@Suite struct BrowserSessionTests {
  @Test func theSecondSignInAsksNothing() async throws {
    var app = try await BrowserStand()
    _ = try await app.back()
    try await app.browser.open(app.address())
    #expect(app.returned?.value("code") != nil)
    try await app.browser.open(app.address(["prompt": "none"]))
    #expect(app.returned?.value("code") != nil)
  }

  @Test func promptLoginAsksAgain() async throws {
    var app = try await BrowserStand()
    _ = try await app.back()
    try await app.browser.open(app.address(["prompt": "login"]))
    #expect(app.page?.asks == .account)
  }

  @Test func aHintForSomebodyElseAsks() async throws {
    var app = try await BrowserStand()
    _ = try await app.back()
    let other = try #require(app.stand.facts.users.first { $0.role == "manager" })
    try await app.browser.open(app.address(["login_hint": other.username]))
    #expect(app.page?.asks == .password && app.page?.message == other.username)
    try await app.browser.open(app.address(["login_hint": other.username, "prompt": "none"]))
    #expect(app.returned?.value("error") == "login_required")
  }

  @Test func selectAccountOffersThoseSignedInAndAnother() async throws {
    var app = try await BrowserStand()
    let user = try app.stand.worker
    _ = try await app.back()
    try await app.browser.open(app.address(["prompt": "select_account"]))
    #expect(app.page?.asks == .choice)
    try await app.browser.submit([("action", "other")])
    #expect(app.page?.asks == .account)
    try await app.browser.open(app.address(["prompt": "select_account"]))
    let id = try #require(await app.stand.cloud.world.person(user.username)?.id)
    try await app.browser.submit([("account", id)])
    #expect(app.returned?.value("code") != nil)
  }

  @Test func promptConsentAsksThoughSignedIn() async throws {
    var app = try await BrowserStand()
    _ = try await app.back()
    try await app.browser.open(app.address(["prompt": "consent"]))
    #expect(app.page?.asks == .consent)
    try await app.browser.submit([("action", "accept")])
    #expect(app.returned?.value("code") != nil)
  }

  @Test(arguments: [
    (AccountChange.requireMFA, "interaction_required", 50076), (.requireConsent, "consent_required", 65001),
  ])
  func silenceNeverShowsAPage(change: AccountChange, error: String, number: Int) async throws {
    var app = try await BrowserStand()
    _ = try await app.back()
    try await app.stand.cloud.change(change, of: app.stand.worker.username)
    try await app.browser.open(app.address(["prompt": "none"]))
    #expect(app.returned?.value("error") == error)
    #expect(app.returned?.value("error_description")?.hasPrefix("AADSTS\(number)") == true)
  }

  @Test func revokedSessionsAndOldOnesAreOver() async throws {
    var app = try await BrowserStand()
    _ = try await app.back()
    try await app.stand.cloud.change(.revoke, of: app.stand.worker.username)
    try await app.browser.open(app.address())
    #expect(app.page?.asks == .account)
    _ = try await app.back()
    app.stand.clock.advance(86_400)
    try await app.browser.open(app.address())
    #expect(app.page?.asks == .account)
  }

  @Test func logoutEndsTheBrowsersSessionAndNoToken() async throws {
    var app = try await BrowserStand()
    let code = try #require(try await app.back().value("code"))
    let refresh = try await app.redeem(code).json.text("refresh_token")
    try await app.browser.open("\(app.stand.base)/\(app.stand.facts.tenantID)/oauth2/v2.0/logout")
    #expect(app.page?.title == "You signed out of your account")
    try await app.browser.open(app.address())
    #expect(app.page?.asks == .account)
    #expect(try await app.stand.refresh(refresh).status == .ok)
  }

  @Test func logoutGoesBackOnlyToTheApp() async throws {
    var app = try await BrowserStand()
    let logout = "\(app.stand.base)/common/oauth2/v2.0/logout?post_logout_redirect_uri="
    try await app.browser.open(logout + PercentCoding.encode("http://localhost:9") + "&state=x")
    #expect(app.returned?.address == "http://localhost:9?state=x")
    try await app.browser.open(logout + PercentCoding.encode("https://elsewhere.example"))
    #expect(app.page?.title == "You signed out of your account")
  }
}
