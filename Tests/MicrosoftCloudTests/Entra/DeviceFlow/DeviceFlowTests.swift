import CloudWire
import FoundationEssentials
import MicrosoftCloud
import SessionCore
import Testing

/// RFC 8628 §3.5 from the server's side of the wire: whatever a server answers, nobody ever asks it early.
///
/// `TILLSIDE_DEVICE_SERVERS=10000` runs as many servers; a soak does so by itself.
@Suite struct DeviceFlowTests {
  private static let count: UInt64 = {
    let environment = ProcessInfo.processInfo.environment
    return environment["TILLSIDE_DEVICE_SERVERS"].flatMap { UInt64($0) }
      ?? (environment["TILLSIDE_SOAK"] == "1" ? 10_000 : 400)
  }()

  @Test func noServerIsEverAskedEarlyOrAfterTheEnd() async throws {
    let tokens = JSON.object(
      try EntraFixture.tokens {
        $0["nbf"] = 0
        $0["exp"] = 4_000_000_000
      })
    var polls = 0
    var signedIn = 0
    for seed in 0..<Self.count {
      let clock = VirtualClock()
      let server = DeviceServer(seed: seed, clock: clock, tokens: tokens)
      var flow = DeviceFlow(seed: seed, server: server, clock: clock)
      signedIn += await flow.run() ? 1 : 0
      polls += server.polls
      #expect(server.faults == DeviceServer.Faults(), "seed \(seed)")
    }
    #expect(polls > Int(Self.count) * 5)
    #expect(signedIn > Int(Self.count) / 50)
  }

  @Test func aClientThatAsksEarlyIsCaught() async throws {
    let clock = VirtualClock()
    let server = DeviceServer(seed: 1, clock: clock, tokens: [:])
    let flow = DeviceFlow(seed: 1, server: server, clock: clock)
    let grant = try await flow.client.beginDeviceCode(hint: nil)
    _ = await flow.client.poll(grant.device)
    #expect(server.faults.early == 1)
    clock.advance(.seconds(5000))
    _ = await flow.client.poll(grant.device)
    #expect(server.faults.afterExpiry == 1)
  }
}
