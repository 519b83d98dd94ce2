import CloudWire
import HTTPTypes
import Testing

@testable import PracticeCloud

@Suite struct RefreshTests {
  @Test func newPairAndTheOldOneStaysGood() async throws {
    let stand = try await PracticeStand()
    let old = try await stand.tokens(of: stand.worker).text("refresh_token")
    let new = try await stand.refresh(old).json
    #expect(new.text("refresh_token") != old)
    #expect(try await stand.refresh(old).status == .ok)
    #expect(try await stand.graph("/me", token: new.text("access_token")).status == .ok)
  }

  @Test func revokedRefreshToken() async throws {
    let stand = try await PracticeStand()
    let user = try stand.worker
    let token = try await stand.tokens(of: user).text("refresh_token")
    try await stand.cloud.change(.revoke, of: user.username)
    let body = try await stand.refresh(token).json
    #expect(body.text("error") == "invalid_grant")
    #expect(body["error_codes"] == [50173])
    #expect(body.text("suberror") == "bad_token")
    let again = try await stand.tokens(of: user).text("refresh_token")
    #expect(try await stand.refresh(again).status == .ok, "a sign-in after the revocation counts")
  }

  @Test(arguments: [
    (AccountChange.disable, 50057), (.block, 53003), (.requireConsent, 65001), (.requireMFA, 50076),
  ])
  func changedAccounts(change: AccountChange, number: Int) async throws {
    let stand = try await PracticeStand()
    let user = try stand.worker
    let token = try await stand.tokens(of: user).text("refresh_token")
    try await stand.cloud.change(change, of: user.username)
    #expect(try await stand.refresh(token).json["error_codes"] == .array([.int(number)]))
  }

  @Test func anExpiredPasswordLeavesTokensAlive() async throws {
    let stand = try await PracticeStand()
    let user = try stand.worker
    let token = try await stand.tokens(of: user).text("refresh_token")
    try await stand.cloud.change(.expirePassword, of: user.username)
    #expect(try await stand.refresh(token).status == .ok)
  }

  @Test func ninetyDaysOfSilence() async throws {
    let stand = try await PracticeStand()
    let token = try await stand.tokens(of: stand.worker).text("refresh_token")
    stand.clock.advance(90 * 86_400)
    #expect(try await stand.refresh(token).json["error_codes"] == [700082])
  }

  @Test func madeUpToken() async throws {
    let stand = try await PracticeStand()
    #expect(try await stand.refresh("made up").json.text("error") == "invalid_grant")
  }
}
