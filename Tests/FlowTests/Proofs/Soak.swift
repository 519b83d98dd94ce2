import Glibc

/// Whether the long runs are wanted: `make soak`.
enum Soak {
  static var isOn: Bool { getenv("TILLSIDE_SOAK") != nil }

  /// A number for a short run and one for a long.
  static func count(short: Int, long: Int) -> Int { isOn ? long : short }
}
