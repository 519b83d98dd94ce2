import Testing
import TillsideTesting

@Suite("Shipped tapes")
struct ShippedTapeTests {
  static let folder = Checkout.path("Resources/Tapes")

  @Test("play in memory", arguments: ShippedTape.all(in: folder))
  func headless(_ tape: ShippedTape) async throws { try await tape.play(.headless) }

  @Test("play on a real pty", arguments: ShippedTape.all(in: folder).filter(\.playsFromOutside))
  func pty(_ tape: ShippedTape) async throws { try await tape.play(.pty) }

  @Test("are there, and some of them need nothing but keys and eyes")
  func areThere() {
    let tapes = ShippedTape.all(in: Self.folder)
    let simple = tapes.filter(\.playsFromOutside)
    #expect(!simple.isEmpty)
    #expect(simple.count < tapes.count)
  }
}
