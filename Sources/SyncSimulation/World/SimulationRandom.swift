/// Repeatable randomness (SplitMix64): one seed, one walk.
public struct SimulationRandom: RandomNumberGenerator, Hashable, Sendable {
  private var state: UInt64

  /// The walk of a seed.
  public init(seed: UInt64) { state = seed &* 0xD134_2543_DE82_EF95 &+ 0x632B_E59B_D9B4_E019 }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 on, below the one given.
  public mutating func below(_ count: Int) -> Int { count > 0 ? Int(next() >> 33) % count : 0 }

  /// Whether something of so many in a hundred happens.
  public mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  /// One of several; nil of none.
  public mutating func pick<Element>(_ choices: [Element]) -> Element? {
    choices.isEmpty ? nil : choices[below(choices.count)]
  }
}
