import CloudWire
import HTTPTypes
import Testing

@testable import PracticeCloud

@Suite struct PracticePhoneTests {
  private func phone(_ stand: PracticeStand, _ code: JSON) -> PracticePhone {
    PracticePhone(transport: stand.cloud, address: code.text("verification_uri"))
  }

  @Test func wholeFlowPageByPage() async throws {
    let stand = try await PracticeStand()
    let user = try stand.worker
    let code = try await stand.deviceCode()
    var phone = phone(stand, code)
    #expect(try await phone.open().asks == .code)
    #expect(try await phone.enter(code: " \(code.text("user_code").lowercased()) ").asks == .account)
    let password = try await phone.choose(account: user.username)
    #expect(password.asks == .password && password.message == user.username)
    let decision = try await phone.enter(password: user.password)
    #expect(decision.asks == .decision && decision.title.contains("Tillside"))
    #expect(try await stand.poll(code).json.text("error") == "authorization_pending")
    let done = try await phone.approve()
    #expect(done.asks == .nothing && done.problem == nil)
    #expect(try await stand.poll(code).status == .ok)
  }

  @Test func declineOnTheLastPage() async throws {
    let stand = try await PracticeStand()
    let user = try stand.worker
    let code = try await stand.deviceCode()
    var phone = phone(stand, code)
    try await phone.enter(code: code.text("user_code"))
    try await phone.choose(account: user.username)
    try await phone.enter(password: user.password)
    #expect(try await phone.decline().asks == .nothing)
    #expect(try await stand.poll(code).json.text("error") == "authorization_declined")
  }

  @Test func wrongAnswersAskAgain() async throws {
    let stand = try await PracticeStand()
    let user = try stand.worker
    let code = try await stand.deviceCode()
    var phone = phone(stand, code)
    let wrongCode = try await phone.enter(code: "NOTACODE1")
    #expect(wrongCode.asks == .code && wrongCode.problemNumber == 70018)
    try await phone.enter(code: code.text("user_code"))
    let unknown = try await phone.choose(account: "nobody@\(stand.facts.tenantDomain)")
    #expect(unknown.asks == .account && unknown.problemNumber == 50034)
    try await phone.choose(account: user.username)
    let wrong = try await phone.enter(password: "<wrong> & \"worse\"")
    #expect(wrong.asks == .password && wrong.problemNumber == 50126)
    #expect(wrong.problem == "Your account or password is incorrect. (AADSTS50126)")
    #expect(
      try await phone.signIn(code: code.text("user_code"), account: user.username, password: user.password).asks
        == .nothing)
    #expect(try await stand.poll(code).status == .ok)
  }

  @Test func tenWrongPasswordsLockTheAccount() async throws {
    let stand = try await PracticeStand()
    let user = try stand.worker
    let code = try await stand.deviceCode()
    var phone = phone(stand, code)
    try await phone.enter(code: code.text("user_code"))
    try await phone.choose(account: user.username)
    for _ in 0..<9 { #expect(try await phone.enter(password: "guess").problemNumber == 50126) }
    #expect(try await phone.enter(password: "guess").problemNumber == 50053)
    #expect(try await phone.enter(password: user.password).problemNumber == 50053)
  }

  @Test(arguments: [(AccountChange.disable, 50057), (.expirePassword, 50055)])
  func accountsThePageRefuses(change: AccountChange, number: Int) async throws {
    let stand = try await PracticeStand()
    let user = try stand.worker
    try await stand.cloud.change(change, of: user.username)
    let code = try await stand.deviceCode()
    var phone = phone(stand, code)
    let page = try await phone.signIn(code: code.text("user_code"), account: user.username, password: user.password)
    #expect(page.problemNumber == number)
    #expect(try await stand.poll(code).json.text("error") == "authorization_pending")
  }

  @Test(arguments: [(AccountChange.block, 53003), (.requireConsent, 65001), (.blockDeviceFlow, 530033)])
  func policiesEndTheSignInOnBothSides(change: AccountChange, number: Int) async throws {
    let stand = try await PracticeStand()
    let user = try stand.worker
    try await stand.cloud.change(change, of: user.username)
    let code = try await stand.deviceCode()
    var phone = phone(stand, code)
    let page = try await phone.signIn(code: code.text("user_code"), account: user.username, password: user.password)
    #expect(page.asks == .nothing && page.problemNumber == number)
    #expect(try await stand.poll(code).json["error_codes"] == .array([.int(number)]))
  }

  @Test func theNumberToMatchIsTheSecondFactor() async throws {
    let stand = try await PracticeStand()
    let user = try stand.worker
    try await stand.cloud.change(.requireMFA, of: user.username)
    let code = try await stand.deviceCode()
    var phone = phone(stand, code)
    try await phone.enter(code: code.text("user_code"))
    try await phone.choose(account: user.username)
    let page = try await phone.enter(password: user.password)
    let number = try #require(page.numberToMatch)
    #expect(page.asks == .number)
    #expect(try await phone.enter(number: "0").problemNumber == 50074)
    #expect(try await phone.enter(number: number).asks == .decision)
    try await phone.approve()
    let again = try await stand.deviceCode()
    #expect(
      try await phone.signIn(code: again.text("user_code"), account: user.username, password: user.password).asks
        == .nothing, "the phone matches the number by itself too")
    let refresh = try await stand.poll(code).json.text("refresh_token")
    #expect(try await stand.refresh(refresh).status == .ok)
  }

  @Test func anExpiredCodeIsSaidToBeOne() async throws {
    let stand = try await PracticeStand()
    let code = try await stand.deviceCode()
    var phone = phone(stand, code)
    try await phone.enter(code: code.text("user_code"))
    stand.clock.advance(900)
    let page = try await phone.choose(account: stand.worker.username)
    #expect(page.asks == .code && page.problemNumber == 70019)
  }

  @Test func stepsInTheWrongOrder() async throws {
    let stand = try await PracticeStand()
    var phone = PracticePhone(transport: stand.cloud, address: stand.base + "/devicelogin")
    await #expect(throws: PhoneError.wrongStep(asked: .nothing)) { try await phone.enter(password: "x") }
    try await phone.open()
    await #expect(throws: PhoneError.wrongStep(asked: .code)) { try await phone.decline() }
  }

  @Test func faultsReachThePhone() async throws {
    let stand = try await PracticeStand()
    var phone = PracticePhone(transport: stand.cloud, address: stand.base + "/devicelogin")
    await stand.cloud.inject(Fault(.garbage, count: 1))
    await #expect(throws: PhoneError.notASignInPage) { try await phone.open() }
    await stand.cloud.inject(Fault(.unavailable, count: 1))
    await #expect(throws: PhoneError.refused(status: 503)) { try await phone.open() }
    await stand.cloud.inject(Fault(.offline, count: 1))
    await #expect(throws: PhoneError.noAnswer(.unreachable(host: "practice.example"))) { try await phone.open() }
  }
}
