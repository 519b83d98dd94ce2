/// Numbers made of a plan's bytes: the system's, or those of a seed, so that a seeded practice also retries the same each time.
struct PlanRandom: RandomNumberGenerator, Sendable {
  let bytes: @Sendable (Int) -> [UInt8]

  mutating func next() -> UInt64 { bytes(8).reduce(0) { $0 << 8 | UInt64($1) } }
}
