/// A repeatable source of randomness (SplitMix64): same seed, same ids and codes.
///
/// Not for secrets: tokens and signatures take the system's randomness.
public struct SeededRandom: RandomNumberGenerator, Hashable, Codable, Sendable {
  private var state: UInt64

  /// A source that always answers the same for the same seed.
  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A GUID in lower case.
  public mutating func guid() -> String {
    var digits = ""
    for position in 0..<32 {
      if [8, 12, 16, 20].contains(position) { digits.append("-") }
      let value = position == 12 ? 4 : position == 16 ? 8 + Int(next() & 3) : Int(next() & 15)
      digits.append(String(value, radix: 16))
    }
    return digits
  }
}
