import CloudWire
import MicrosoftCloud
import PracticeCloud
import SessionCore
import StoreModel
import Testing

/// The whole way with a whole practice tenant: page, answer, tokens, renewal.
@Suite struct PracticeBrowserSignInTests {
  private let clock = VirtualClock()
  private let cloud: PracticeCloud
  private let client: EntraClient
  private let door = HandDoor()
  private let worker: ReadyFacts.User

  init() async throws {
    cloud = PracticeCloud(
      scenario: try Scenario.load(named: "contoso-retail"), clock: clock, seed: 7, base: "https://practice.example",
      keepsTokens: true)
    let facts = await cloud.readyFacts
    worker = try #require(facts.users.first { $0.username.hasPrefix("mei@") })
    client = EntraClient(
      settings: EntraSettings(
        authority: "https://practice.example", tenant: facts.tenantDomain, clientID: facts.clientID,
        capabilities: ["cp1"]),
      transport: cloud, clock: clock, redirects: door, makeRequestID: { "12345678-0b0a-4908-8706-050403020100" })
  }

  private func visit(hint: String? = nil) async throws -> (BrowserGrant, PracticeBrowser) {
    let grant = try await client.beginBrowser(hint: hint)
    await grant.visit.open {}
    var browser = PracticeBrowser(transport: cloud)
    try await browser.open(grant.address)
    return (grant, browser)
  }

  private func query(_ view: BrowserView) throws -> String {
    guard case .returned(let back) = view else {
      Issue.record("the browser is not back: \(view)")
      return ""
    }
    #expect(back.address.hasPrefix("http://localhost:41813/?"))
    return String(back.address.split(separator: "?")[1])
  }

  @Test func aWorkerSignsInAndTheSessionRenews() async throws {
    var (grant, browser) = try await visit(hint: worker.username)
    let query = try query(try await browser.signIn(account: worker.username, password: worker.password))
    #expect(door.bring(query) == .accepted(query: query))
    guard case .tokens(let tokens, let person) = await grant.visit.redeem() else {
      Issue.record("no tokens")
      return
    }
    #expect(person.username == worker.username)
    let renewed = await renewed(tokens.refresh?.withBytes { Array($0) } ?? [])
    #expect(renewed == person)
  }

  private func renewed(_ token: [UInt8]) async -> SignedInPerson? {
    guard let secret = Secret(copying: token[...]) else { return nil }
    guard case .renewed(_, let person) = await client.refresh(using: secret, claims: nil) else { return nil }
    return person
  }

  @Test func anAnswerIsGoodOnceAndForItsOwnSignIn() async throws {
    var (first, browser) = try await visit()
    let query = try query(try await browser.signIn(account: worker.username, password: worker.password))
    let (second, _) = try await visit()
    #expect(door.bring(query) == .notOurs)
    #expect(await second.visit.take(pasted: "http://localhost/?" + query) == false)
    #expect(await first.visit.take(pasted: "http://localhost/?" + query))
    guard case .tokens = await first.visit.redeem() else {
      Issue.record("no tokens")
      return
    }
  }

  @Test func whoTurnsBackIsNotSignedIn() async throws {
    var (grant, browser) = try await visit()
    door.bring(try query(try await browser.goBack()))
    guard case .refused(let refusal) = await grant.visit.redeem() else {
      Issue.record("not refused")
      return
    }
    #expect(refusal.kind == .declined)
  }

  @Test func aPolicyThatBlocksTheAccountIsTold() async throws {
    try await cloud.change(.block, of: worker.username)
    var (grant, browser) = try await visit()
    _ = try await browser.signIn(account: worker.username, password: worker.password)
    door.bring(try query(try await browser.goBack()))
    guard case .refused(let refusal) = await grant.visit.redeem() else {
      Issue.record("not refused")
      return
    }
    #expect(refusal.kind == .policyBlock && refusal.number == 53003)
  }
}
