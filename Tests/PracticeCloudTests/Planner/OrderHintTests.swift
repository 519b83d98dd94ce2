import Testing

@testable import PracticeCloud

@Suite struct OrderHintTests {
  func isBetween(_ hint: String, _ low: String, _ high: String) throws -> Bool {
    let stored = Array(try #require(OrderHint.stored(for: hint)).utf8)
    return (low.isEmpty || Array(low.utf8).lexicographicallyPrecedes(stored))
      && (high.isEmpty || stored.lexicographicallyPrecedes(Array(high.utf8)))
  }

  @Test func storedValuesLieWhereTheyWereAsked() throws {
    #expect(try isBetween(" !", "", ""))
    #expect(try isBetween(" 8585P'!", "", "8585P'"))
    #expect(try isBetween("8585P' !", "8585P'", ""))
    #expect(try isBetween("8585P' 8586P'!", "8585P'", "8586P'"))
    #expect(try isBetween("85 8500!", "85", "8500"))
    #expect(try isBetween("A B! C!", "A", "C"))
    #expect(try isBetween("A B C!!", "A", "C"))
  }

  @Test func thereIsAlwaysRoomForOneMore() throws {
    var (low, high) = ("A", "B")
    for step in 0..<200 {
      let middle = try #require(OrderHint.stored(for: "\(low) \(high)!"))
      #expect(Array(low.utf8).lexicographicallyPrecedes(Array(middle.utf8)))
      #expect(Array(middle.utf8).lexicographicallyPrecedes(Array(high.utf8)))
      if step % 3 == 0 { high = middle } else { low = middle }
    }
  }

  @Test func storedValuesAreNeverTakenForHints() throws {
    for hint in ["", "8585P'", "A B", "A!", "!", " ", "A  B!", "A B!C", "é !"] {
      #expect(OrderHint.stored(for: hint) == nil, "\(hint)")
    }
    let stored = try #require(OrderHint.stored(for: " !"))
    #expect(OrderHint.stored(for: stored) == nil)
  }

  @Test func scenarioOrderIsKeptAndNewThingsStandAbove() {
    #expect(OrderHint.ofScenario(1) < OrderHint.ofScenario(2))
    #expect(OrderHint.ofArrival(2) < OrderHint.ofArrival(1))
    #expect(OrderHint.ofArrival(1) < OrderHint.ofScenario(1))
  }
}
