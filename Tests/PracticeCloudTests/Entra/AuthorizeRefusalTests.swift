import CloudWire
import HTTPTypes
import Testing

@testable import PracticeCloud

@Suite struct AuthorizeRefusalTests {
  @Test(arguments: [
    ("client_id", nil, 900144), ("client_id", "11111111-1111-4111-8111-111111111111", 700016),
    ("redirect_uri", nil, 900144), ("redirect_uri", "https://elsewhere.example/", 50011),
    ("redirect_uri", "http://localhost:43210/other", 50011), ("redirect_uri", "http://LOCALHOST.example:1", 50011),
    ("redirect_uri", "http://localhost:43210@elsewhere.example/", 50011),
    ("redirect_uri", "https://localhost:43210", 50011), ("redirect_uri", "http://localhost:1/?x=1", 50011),
    ("redirect_uri", "http://[::1]:43210", 50011),
  ])
  func onlyThePersonIsToldWhenTheWayBackIsNotTheApps(item: String, value: String?, number: Int) async throws {
    var app = try await BrowserStand()
    try await app.browser.open(app.address([item: value]))
    #expect(app.page?.problemNumber == number)
    #expect(app.page?.asks == .nothing)
  }

  @Test func unknownTenant() async throws {
    var app = try await BrowserStand()
    try await app.browser.open(app.address(tenant: "nobody.example"))
    #expect(app.page?.problemNumber == 90002)
  }

  @Test(arguments: [
    ("response_type", nil, "invalid_request", 900144), ("response_type", "token", "unsupported_response_type", 70005),
    ("response_mode", "carrier_pigeon", "invalid_request", 70007), ("scope", nil, "invalid_request", 900144),
    ("scope", "Files.Explode", "invalid_scope", 70011), ("code_challenge", nil, "invalid_request", 50147),
    ("code_challenge", "short", "invalid_request", 501491), ("code_challenge_method", nil, "invalid_request", 501491),
    ("code_challenge_method", "plain", "invalid_request", 501491), ("prompt", "maybe", "invalid_request", 90023),
    ("prompt", "none", "login_required", 50058),
  ])
  func theAppIsToldOverTheWayBack(item: String, value: String?, error: String, number: Int) async throws {
    var app = try await BrowserStand()
    try await app.browser.open(app.address([item: value]))
    let back = try #require(app.returned)
    #expect(back.value("error") == error)
    #expect(back.value("error_description")?.hasPrefix("AADSTS\(number): ") == true)
    #expect(back.value("state") == "s t&a=te")
    #expect(back.value("code") == nil)
  }

  @Test func theAppSwitchedOffOrGone() async throws {
    var app = try await BrowserStand()
    await app.stand.cloud.changeApp(isEnabled: false)
    try await app.browser.open(app.address())
    #expect(app.page?.problemNumber == 7_000_112)
    #expect(try await app.stand.refresh("x").json["error_codes"] == [7_000_112])
    #expect(try await app.stand.control("app", ["enabled": true]).status == .noContent)
    #expect(try await app.back().value("code") != nil)
  }

  @Test(
    arguments: [
      ("code_verifier", nil, "invalid_grant", 501481), ("code_verifier", "wrong", "invalid_grant", 501481),
      ("code_verifier", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXl", "invalid_grant", 501481),
      ("redirect_uri", "http://localhost:43211", "invalid_grant", 500112),
      ("redirect_uri", nil, "invalid_request", 900144),
      ("code", "made up", "invalid_grant", 9_002_313), ("code", nil, "invalid_request", 900144),
      ("client_id", "11111111-1111-4111-8111-111111111111", "unauthorized_client", 700016),
      ("client_secret", "x", "invalid_client", 700025),
    ] as [(String, String?, String, Int)])
  func codesAreBoundToWhatTheyWereMadeFor(item: String, value: String?, error: String, number: Int) async throws {
    var app = try await BrowserStand()
    let code = try #require(try await app.back().value("code"))
    let refused = try await app.redeem(code, [item: value])
    #expect(refused.status == .badRequest)
    #expect(try refused.json.text("error") == error)
    #expect(try refused.json["error_codes"] == .array([.int(number)]))
    #expect(try await app.redeem(code).status == .ok, "a refused try does not spend the code")
    #expect(try await app.redeem(code).json["error_codes"] == [54005])
  }

  @Test func aCodeIsGoodForTenMinutes() async throws {
    var app = try await BrowserStand()
    let code = try #require(try await app.back().value("code"))
    app.stand.clock.advance(600)
    let body = try await app.redeem(code).json
    #expect(body.text("error") == "invalid_grant" && body["error_codes"] == [70008])
  }

  @Test func anAccountChangedBetweenCodeAndToken() async throws {
    var app = try await BrowserStand()
    let code = try #require(try await app.back().value("code"))
    try await app.stand.cloud.change(.block, of: app.stand.worker.username)
    #expect(try await app.redeem(code).json["error_codes"] == [53003])
    #expect(try await app.redeem(code).json["error_codes"] == [54005])
  }

  @Test func aPageLeftOpenTooLong() async throws {
    var app = try await BrowserStand()
    try await app.browser.open(app.address())
    app.stand.clock.advance(3600)
    try await app.browser.submit([("username", "mei")])
    #expect(app.page?.problemNumber == 90100)
  }
}
