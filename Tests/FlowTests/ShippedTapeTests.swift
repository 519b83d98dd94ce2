import Testing
import TillsideTesting

@Suite("Shipped tapes")
struct ShippedTapeTests {
  static let folder = Checkout.path("Resources/Tapes")

  @Test("play in memory", arguments: ShippedTape.all(in: folder))
  func headless(_ tape: ShippedTape) async throws { try await tape.play(.headless) }

  @Test("are there")
  func areThere() { #expect(!ShippedTape.all(in: Self.folder).isEmpty) }
}
