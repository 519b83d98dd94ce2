/// Identifiers as Planner makes them: 28 characters, case-sensitive.
enum PlannerID {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-".utf8)

  static func make(_ random: inout SeededRandom) -> String {
    String(unsafeUninitializedCapacity: 28) { bytes in
      var bits: UInt64 = 0
      for position in 0..<28 {
        if position % 10 == 0 { bits = random.next() }
        bytes[position] = alphabet[Int(bits & 63)]
        bits >>= 6
      }
      return 28
    }
  }

  static func isWellFormed(_ text: String) -> Bool {
    text.utf8.count == 28 && text.utf8.allSatisfy { alphabet.contains($0) }
  }
}
