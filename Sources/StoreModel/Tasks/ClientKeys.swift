/// Makes the keys that Planner leaves to its clients: GUIDs of checklist items, and of tasks until the server names them.
///
/// A value, so that the same seeds give the same keys in tests; a program takes two random seeds at its start.
public struct ClientKeys: Hashable, Sendable {
  private var high: UInt64
  private var low: UInt64

  /// Keys from two seeds; two sources with the same seeds give the same keys.
  public init(_ high: UInt64, _ low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Keys nobody else has.
  public init(random: inout some RandomNumberGenerator) { self.init(random.next(), random.next()) }

  /// The next key, a version 4 GUID in lower case.
  public mutating func next() -> String {
    let halves = [Self.mixed(&high) & ~0xF000 | 0x4000, Self.mixed(&low) & ~(0b11 << 62) | 1 << 63]
    let digits = halves.flatMap { half in
      let text = String(half, radix: 16)
      return Array(repeating: Character("0"), count: 16 - text.count) + Array(text)
    }
    let parts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32]
    return parts.map { String(digits[$0]) }.joined(separator: "-")
  }

  /// SplitMix64: every state of the 2⁶⁴ comes before one comes again.
  private static func mixed(_ state: inout UInt64) -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
