import CloudWire
import MicrosoftCloud
import PracticeCloud
import SessionCore
import StoreModel
import Synchronization
import Testing

/// The client against a whole practice tenant in the same process.
@Suite struct PracticeSignInTests {
  private final class HandClock: StoreClock {
    private let elapsed = Mutex(Duration.zero)
    func now() -> Now {
      let elapsed = elapsed.withLock { $0 }
      return Now(
        instant: Instant(sinceStart: elapsed), wall: Timestamp(seconds: 1_795_422_600).advanced(by: elapsed))
    }
    func advance(_ duration: Duration) { elapsed.withLock { $0 += duration } }
    func sleep(until moment: Instant) async throws { elapsed.withLock { $0 = max($0, moment.sinceStart) } }
    func beginActivity() {}
    func endActivity() {}
  }

  private let clock = HandClock()
  private let cloud: PracticeCloud
  private let facts: ReadyFacts

  init() async throws {
    cloud = PracticeCloud(
      scenario: try Scenario.load(named: "contoso-retail"), clock: clock, seed: 7, base: "https://practice.example",
      keepsTokens: true)
    facts = await cloud.readyFacts
  }

  private func client(tenant: String, clientID: String? = nil) -> EntraClient {
    EntraClient(
      settings: EntraSettings(
        authority: "https://practice.example", tenant: tenant, clientID: clientID ?? facts.clientID,
        capabilities: ["cp1"]),
      transport: cloud, clock: clock, makeRequestID: { "6f9619ff-8b86-4011-b42d-00c04fc964ff" })
  }

  @Test(arguments: [true, false])
  func aWorkerSignsInAndTheirTokenIsRenewed(byDomain: Bool) async throws {
    let client = client(tenant: byDomain ? facts.tenantDomain : facts.tenantID)
    let worker = try #require(facts.users.first { $0.role == "worker" })
    let code = try await client.beginDeviceCode(hint: nil)
    clock.advance(code.interval)
    guard case .pending = await client.poll(code.device) else {
      Issue.record("answered before the worker did")
      return
    }
    guard case .slowDown = await client.poll(code.device) else {
      Issue.record("an early poll went unnoticed")
      return
    }
    try await cloud.approve(userCode: code.userCode, as: worker.username)
    clock.advance(code.interval + .seconds(5))
    guard case .tokens(let grant, let person) = await client.poll(code.device) else {
      Issue.record("no tokens")
      return
    }
    #expect(person.username == worker.username)
    #expect(person.id.tenant == facts.tenantID)
    let refresh = grant.refresh?.withBytes { Array($0) } ?? []
    let token = try #require(refresh.isEmpty ? nil : refresh)
    clock.advance(.seconds(3000))
    let outcome = await renewed(client, token)
    #expect(outcome == person)
  }

  private func renewed(_ client: EntraClient, _ token: [UInt8]) async -> SignedInPerson? {
    guard let secret = Secret(copying: token[...]) else { return nil }
    guard case .renewed(_, let person) = await client.refresh(using: secret, claims: nil) else { return nil }
    return person
  }

  @Test func aDeclinedCodeIsADeclinedSignIn() async throws {
    let client = client(tenant: facts.tenantID)
    let code = try await client.beginDeviceCode(hint: nil)
    try await cloud.decline(userCode: code.userCode)
    clock.advance(code.interval)
    guard case .refused(let refusal) = await client.poll(code.device) else {
      Issue.record("not refused")
      return
    }
    #expect(refusal.kind == .declined)
  }

  @Test func anUnknownAppAndTenantAreSaidSo() async throws {
    let wrongApp = client(tenant: facts.tenantID, clientID: "99999999-2222-4333-8444-555555555555")
    await #expect { try await wrongApp.beginDeviceCode(hint: nil) } throws: {
      ($0 as? SignInRefusal)?.kind == .appUnknown
    }
    let wrongTenant = client(tenant: "nowhere.example")
    await #expect { try await wrongTenant.beginDeviceCode(hint: nil) } throws: {
      ($0 as? SignInRefusal)?.kind == .tenantUnknown
    }
  }
}
