import CloudWire
import HTTPTypes
import Testing

@testable import PracticeCloud

@Suite struct AuthorizeTests {
  @Test func wholeFlowByQuery() async throws {
    var app = try await BrowserStand()
    let user = try app.stand.worker
    let back = try await app.back()
    #expect(back.address.hasPrefix("http://localhost:43210/?code="), "a missing path comes back as the root")
    #expect(!back.isPosted && back.body.isEmpty)
    #expect(back.value("state") == "s t&a=te")
    #expect(back.value("session_state")?.count == 36)
    #expect(back.value("client_info") == nil)
    let code = try #require(back.value("code"))
    let response = try await app.redeem(code)
    let body = try response.json
    #expect(response.status == .ok)
    #expect(body.text("scope") == "User.Read Tasks.ReadWrite openid profile")
    let claims = try JSON.parse(Base64Reading.bytes(String(body.text("id_token").split(separator: ".")[1])))
    #expect(claims.text("nonce") == "n-0S6_WzA2Mj")
    #expect(claims.text("preferred_username") == user.username)
    #expect(try await app.stand.graph("/me", token: body.text("access_token")).status == .ok)
    #expect(try await app.stand.refresh(body.text("refresh_token")).status == .ok)
  }

  @Test func wholeFlowByFormPost() async throws {
    var app = try await BrowserStand()
    let back = try await app.back(["response_mode": "form_post", "client_info": "1"])
    #expect(back.isPosted && back.address == BrowserStand.redirect)
    #expect(back.items.map(\.name) == ["code", "client_info", "session_state", "state"])
    #expect(back.value("state") == "s t&a=te")
    #expect(String(decoding: back.body, as: UTF8.self).hasSuffix("state=s%20t%26a%3Dte"))
    #expect(try await app.redeem(back.value("code") ?? "").status == .ok)
  }

  @Test func fragmentAndAPathOfItsOwn() async throws {
    var app = try await BrowserStand()
    let back = try await app.back(["response_mode": "fragment", "redirect_uri": "http://127.0.0.1:1/"])
    #expect(back.address.hasPrefix("http://127.0.0.1:1/#code="))
    #expect(back.value("code") != nil)
  }

  @Test func pagesAskOneThingAtATime() async throws {
    var app = try await BrowserStand()
    let user = try app.stand.worker
    try await app.browser.open(app.address())
    #expect(app.page?.asks == .account)
    try await app.browser.submit([("username", "nobody@elsewhere.example")])
    #expect(app.page?.asks == .account && app.page?.problemNumber == 50034)
    try await app.browser.submit([("username", user.username)])
    #expect(app.page?.asks == .password && app.page?.message == user.username)
    try await app.browser.submit([("password", "guess")])
    #expect(app.page?.asks == .password && app.page?.problemNumber == 50126)
    try await app.browser.submit([("password", user.password)])
    #expect(app.returned?.value("code") != nil)
  }

  @Test func cancelTellsTheApp() async throws {
    var app = try await BrowserStand()
    try await app.browser.open(app.address())
    try await app.browser.goBack()
    #expect(app.returned?.value("error") == "access_denied")
    #expect(app.returned?.value("state") == "s t&a=te")
    #expect(app.returned?.value("code") == nil)
  }

  @Test func pagesKeepToThemselvesAndTheWayBack() async throws {
    let app = try await BrowserStand()
    let path = String(app.address().dropFirst(app.stand.base.count))
    let page = try await app.stand.get(path)
    #expect(page.headers[.cacheControl] == "no-store, no-cache")
    #expect(
      page.headers[.contentSecurityPolicy]
        == "default-src 'none'; form-action 'self' http://localhost:43210; frame-ancestors 'none'")
    #expect(page.text.contains("<label>Account <input type=\"text\" name=\"username\""))
  }

  @Test func theSecondFactorIsTheNumberOnThePage() async throws {
    var app = try await BrowserStand()
    let user = try app.stand.worker
    try await app.stand.cloud.change(.requireMFA, of: user.username)
    try await app.browser.open(app.address(["login_hint": user.username]))
    #expect(app.page?.asks == .password, "the hint answers the first page")
    try await app.browser.submit([("password", user.password)])
    #expect(app.page?.asks == .number)
    try await app.browser.submit([("number", "0")])
    #expect(app.page?.problemNumber == 50074)
    try await app.browser.submit([("number", app.page?.numberToMatch ?? "")])
    let code = try #require(app.returned?.value("code"))
    let refresh = try await app.redeem(code).json.text("refresh_token")
    #expect(try await app.stand.refresh(refresh).status == .ok, "the session keeps its second factor")
  }

  @Test(arguments: [
    (AccountChange.disable, 50057), (.expirePassword, 50055), (.lock, 50053),
  ])
  func accountsThatMayTryAgain(change: AccountChange, number: Int) async throws {
    var app = try await BrowserStand()
    let user = try app.stand.worker
    try await app.stand.cloud.change(change, of: user.username)
    try await app.browser.open(app.address(["login_hint": user.username]))
    try await app.browser.submit([("password", user.password)])
    #expect(app.page?.asks == .password && app.page?.problemNumber == number)
  }

  @Test(arguments: [53003, 53000, 50105, 53011, 90094])
  func policiesSayWhyAndLeadBack(number: Int) async throws {
    var app = try await BrowserStand()
    let user = try app.stand.worker
    try await app.stand.cloud.refuse(number, for: user.username)
    try await app.browser.open(app.address(["login_hint": user.username]))
    try await app.browser.submit([("password", user.password)])
    #expect(app.page?.asks == .nothing && app.page?.problemNumber == number)
    try await app.browser.submit([("action", "back")])
    #expect(app.returned?.value("error") == "access_denied")
    #expect(app.returned?.value("error_description")?.hasPrefix("AADSTS\(number): ") == true)
  }

  @Test func aBlockedDeviceFlowStillLetsABrowserIn() async throws {
    var app = try await BrowserStand()
    try await app.stand.cloud.change(.blockDeviceFlow, of: app.stand.worker.username)
    #expect(try await app.back().value("code") != nil)
  }

  @Test func consentIsGivenOnThePage() async throws {
    var app = try await BrowserStand()
    let user = try app.stand.worker
    try await app.stand.cloud.change(.requireConsent, of: user.username)
    try await app.browser.open(app.address(["login_hint": user.username]))
    try await app.browser.submit([("password", user.password)])
    #expect(app.page?.asks == .consent)
    try await app.browser.goBack()
    #expect(app.returned?.value("error_description")?.hasPrefix("AADSTS65004") == true)
    let code = try #require(try await app.back(["prompt": "login"]).value("code"))
    let refresh = try await app.redeem(code).json.text("refresh_token")
    #expect(try await app.stand.refresh(refresh).status == .ok, "consent stays given")
  }
}
