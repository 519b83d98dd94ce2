import Testing
import TillsideTesting

@Suite("Shipped tapes")
struct ShippedTapeTests {
  static let folder = Checkout.path("Resources/Tapes")

  @Test("play in memory", arguments: ShippedTape.all(in: folder))
  func headless(_ tape: ShippedTape) async throws { try await tape.play(.headless) }

  @Test("play on a real pty", arguments: ShippedTape.all(in: folder))
  func pty(_ tape: ShippedTape) async throws { try await tape.play(.pty) }

  @Test("play in memory and on a real pty over HTTPS")
  func served() async throws {
    let server = try ServedCloud()
    defer { server.stop() }
    let cloud = try AppHarness.Served(server)
    for tape in ShippedTape.all(in: Self.folder) {
      try await tape.play(.headless, on: cloud)
      try await tape.play(.pty, on: cloud)
    }
    #expect(!ShippedTape.all(in: Self.folder).isEmpty)
  }
}
