import CloudWire
import HTTPTypes
import Testing

@testable import PracticeCloud

/// What no rightly run company has, so that the answers to it can be seen.
@Suite struct OddWorldTests {
  private func claims(_ tokens: JSON) throws -> JSON {
    try JSON.parse(Base64Reading.bytes(String(tokens.text("id_token").split(separator: ".")[1])))
  }

  @Test func foreignTokensNameAnotherTenant() async throws {
    let stand = try await PracticeStand()
    let user = try stand.worker
    #expect(try await stand.control("foreign", ["username": .string(user.username)]).status == .noContent)
    #expect(try await claims(stand.tokens(of: user)).text("tid") == TokenFlaw.otherTenantID)
    try await stand.cloud.change(.enable, of: user.username)
    #expect(try await claims(stand.tokens(of: user)).text("tid") == stand.facts.tenantID)
  }

  @Test func aRefreshBringsAColleaguesTokens() async throws {
    let stand = try await PracticeStand()
    let user = try stand.worker
    let tokens = try await stand.tokens(of: user)
    try await stand.cloud.change(.swap, of: user.username)
    let fresh = try await stand.refresh(tokens.text("refresh_token")).json
    #expect(try claims(fresh).text("oid") != claims(tokens).text("oid"))
  }

  @Test func whoLeftTheTeamReadsNoListAndIsStillSignedIn() async throws {
    let stand = try await PracticeStand()
    let user = try stand.worker
    let token = try await stand.tokens(of: user).text("access_token")
    let plan = try #require(await stand.cloud.world.stores.first { $0.number == user.store }?.planIDs.first)
    #expect(try await stand.graph("/planner/plans/\(plan)", token: token).status == .ok)
    #expect(try await stand.control("leave-team", ["username": .string(user.username)]).status == .noContent)
    #expect(try await stand.graph("/planner/plans/\(plan)", token: token).status == .forbidden)
    #expect(try await stand.graph("/me", token: token).status == .ok)
  }

  @Test func limitsAreSetLowerAndPutBack() async throws {
    let stand = try await PracticeStand()
    #expect(try await stand.control("limits", ["limit": "active-tasks", "number": 1]).status == .noContent)
    var copy = RemoteChanges()
    copy.copy = true
    await #expect(throws: ControlProblem.self) {
      try await stand.cloud.remote(copy, task: "Count the till float", as: "amara")
    }
    #expect(try await stand.control("limits", ["limit": "space", "number": 1]).status.code == 422)
    #expect(try await stand.control("limits", ["limit": "tasks"]).status.code == 422)
    await stand.cloud.reset()
    _ = try await stand.cloud.remote(copy, task: "Count the till float", as: "amara")
  }

  @Test func aClockThatIsAheadLeavesOtherFaultsAsTheyAre() async throws {
    let stand = try await PracticeStand()
    await stand.cloud.inject(Fault(.skew, seconds: 600))
    await stand.cloud.inject(Fault(.throttle, match: "/v1.0", count: 1))
    let first = try await stand.graph("/me", token: nil)
    #expect(first.status == .tooManyRequests)
    #expect(first.headers[.date] == "Mon, 23 Nov 2026 08:40:00 GMT")
    await stand.cloud.clearFaults()
    #expect(try await stand.graph("/me", token: nil).headers[.date] == "Mon, 23 Nov 2026 08:30:00 GMT")
  }

  @Test func aFlowIsNobodyAndATaskMayBeInNoBucket() async throws {
    let scenario = try Scenario.load(named: "left-out")
    let cloud = PracticeCloud(
      scenario: scenario, clock: ManualClock(), seed: 7, base: "https://practice.example", keepsTokens: false)
    var note = RemoteChanges()
    note.note = "Seen."
    let made = try await cloud.remote(note, task: "Book the empty pallets", as: "amara")
    #expect(made["createdBy"]?["application"] != nil && made["createdBy"]?["user"]?["id"]?.string == nil)
    let done = try await cloud.remote(note, task: "Delivery announced", as: "amara")
    #expect(done["completedBy"]?["application"] != nil && done["completedBy"]?["user"]?["id"]?.string == nil)
    #expect(try await cloud.remote(note, task: "Sort the returns", as: "amara")["bucketId"]?.string == nil)
  }
}
