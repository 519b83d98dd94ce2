import Testing
import TillsideTesting

@Suite("Shipped tapes")
struct ShippedTapeTests {
  static let folder = Checkout.path("Resources/Tapes")

  @Test("play in memory", arguments: ShippedTape.all(in: folder))
  func headless(_ tape: ShippedTape) async throws { try await tape.play(.headless) }

  @Test("show the same screens on a real pty, cell by cell", arguments: ShippedTape.all(in: folder))
  func pty(_ tape: ShippedTape) async throws {
    let inMemory = try await tape.screens(.headless)
    let onPty = try await tape.screens(.pty)
    #expect(!inMemory.isEmpty)
    #expect(onPty.map(\.step) == inMemory.map(\.step))
    for (seen, wanted) in zip(onPty, inMemory) where seen != wanted {
      let rows = zip(seen.rows, wanted.rows).filter { $0 != $1 }.map { "pty:    \($0)\nmemory: \($1)" }
      Issue.record("after \(wanted.step):\n\(rows.joined(separator: "\n"))")
      return
    }
  }

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
