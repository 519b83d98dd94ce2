import CloudWire
import HTTPTypes
import Testing

@testable import PracticeCloud

@Suite struct AccountRefusalTests {
  @Test(arguments: AccountRefusal.allCases)
  func everyNumberRefusesWhatItConcernsAndNothingElse(refusal: AccountRefusal) async throws {
    let stand = try await PracticeStand()
    let user = try stand.worker
    let kept = try await stand.tokens(of: user).text("refresh_token")
    let body: JSON = ["username": .string(user.username), "number": .int(refusal.number)]
    #expect(try await stand.control("refuse", body).status == .noContent)

    let code = try await stand.deviceCode()
    try await stand.cloud.approve(userCode: code.text("user_code"), as: user.username)
    try expect(await stand.poll(code), refusal, isRefused: refusal.concerns(.deviceCode))
    try expect(await stand.refresh(kept), refusal, isRefused: refusal.concerns(.refresh))

    try await stand.cloud.change(.enable, of: user.username)
    #expect(try await stand.refresh(kept).status == .ok)
  }

  private func expect(_ response: CloudResponse, _ refusal: AccountRefusal, isRefused: Bool) throws {
    let body = try response.json
    #expect(response.status == (isRefused ? .badRequest : .ok))
    #expect(body["error_codes"] == (isRefused ? .array([.int(refusal.number)]) : nil))
    #expect(body.text("error_description").hasPrefix(isRefused ? "AADSTS\(refusal.number): " : ""))
    #expect(body["suberror"]?.string == (isRefused ? refusal.refusal.suberror : nil))
  }

  @Test(arguments: [AccountRefusal.userAtRisk, .notAssigned, .deviceNotCompliant, .adminConsentNeeded, .mustEnrol])
  func policiesOfTheListEndTheSignInOnThePage(refusal: AccountRefusal) async throws {
    let stand = try await PracticeStand()
    let user = try stand.worker
    try await stand.cloud.refuse(refusal.number, for: user.username)
    let code = try await stand.deviceCode()
    var phone = PracticePhone(transport: stand.cloud, address: code.text("verification_uri"))
    let page = try await phone.signIn(code: code.text("user_code"), account: user.username, password: user.password)
    #expect(page.asks == .nothing && page.problemNumber == refusal.number)
    #expect(try await stand.poll(code).json["error_codes"] == .array([.int(refusal.number)]))
  }

  @Test func aCodeMadeForAnotherTenant() async throws {
    var app = try await BrowserStand()
    let code = try #require(try await app.back().value("code"))
    try await app.stand.cloud.refuse(700_005, for: app.stand.worker.username)
    #expect(try await app.redeem(code).json["error_codes"] == [700_005])
  }

  @Test func aNumberNobodyKnowsChangesNothing() async throws {
    let stand = try await PracticeStand()
    let user = try stand.worker
    let response = try await stand.control("refuse", ["username": .string(user.username), "number": 12])
    #expect(response.status.code == 422)
    #expect(try response.json["error"]?.text("help").contains("53003") == true)
    #expect(try await stand.control("refuse", ["username": .string(user.username)]).status.code == 422)
    #expect(try await stand.tokens(of: user).text("access_token") != "")
  }

  @Test(arguments: [
    (#"{"access_token":{"xms_cc":{"values":["cp1"]}}}"#, true),
    (#"{"access_token":{"xms_cc":{"values":["CP1"]}}}"#, true),
    (#"{"access_token":{"nbf":{"value":"1"},"xms_cc":{"values":["x","cp1"]}}}"#, true),
    (#"{"id_token":{"xms_cc":{"values":["cp1"]}}}"#, false), (#"{"access_token":{"xms_cc":{"values":[]}}}"#, false),
    ("cp1", false), ("", false),
  ])
  func clientsSayThatTheyUnderstandChallenges(claims: String, isCapable: Bool) {
    #expect(EntraCall.isClaimsCapable(claims) == isCapable)
  }

  @Test func everyNumberWorthASentenceCanBeMet() {
    // The numbers of Microsoft's reference that a worker or an administrator can do something about.
    let worthASentence: Set = [
      16000, 50020, 50033, 50034, 50053, 50055, 50056, 50057, 50072, 50074, 50076, 50078, 50079, 50097, 50105, 50126,
      50132, 50133, 50144, 50158, 50173, 50194, 50196, 51004, 53000, 53001, 53002, 53003, 53011, 54005, 65001, 65004,
      70001, 70008, 70011, 70016, 70018, 70019, 70043, 80012, 90002, 90006, 90024, 90033, 90094, 90095, 501481, 530032,
      530033, 530035, 700005, 700016, 700025, 700082, 7_000_112, 7_000_218, 9_001_023,
    ]
    let onDemand = Set(AccountRefusal.allCases.map(\.number))
    let byThemselves = Set(
      [
        EntraRefusal.wrongPassword, .codeRedeemed, .wrongVerifier, .secretSent, .publicClientOff, .pending,
        .unknownCode,
        .codeExpired, .passwordOverCommon, .appDisabled(""), .unknownApp("", tenant: ""), .unknownTenant(""),
        .badScope(""),
      ].compactMap(\.number))
    #expect(worthASentence.subtracting(onDemand).subtracting(byThemselves) == [])
  }

  @Test func aChallengeHitsOnlyClientsThatUnderstandItAndARefreshSatisfiesIt() async throws {
    let stand = try await PracticeStand()
    let user = try stand.worker
    let claims = [(name: "claims", value: #"{"access_token":{"xms_cc":{"values":["cp1"]}}}"#)]
    let plain = try await stand.tokens(of: user)
    let capable = try await stand.refresh(plain.text("refresh_token"), more: claims).json
    #expect(try await stand.control("challenge", ["username": .string(user.username)]).status == .noContent)
    #expect(try await stand.graph("/me", token: plain.text("access_token")).status == .ok)
    let challenged = try await stand.graph("/me", token: capable.text("access_token"))
    #expect(challenged.status == .unauthorized)
    #expect(challenged.headers[.wwwAuthenticate]?.contains("error=\"insufficient_claims\"") == true)
    let fresh = try await stand.refresh(capable.text("refresh_token"), more: claims).json
    #expect(try await stand.graph("/me", token: fresh.text("access_token")).status == .ok)
  }
}
