/// Durations as tapes spell them: `500ms`, `30s`, `5m`, `1h30m`, `2d`.
enum TapeDuration {
  private static let units: [(name: String, milliseconds: Int64)] = [
    ("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1_000), ("ms", 1),
  ]
  /// Ten years: more is a slip of the finger.
  private static let longest: Int64 = 10 * 366 * 86_400_000

  /// Reads a spelling; nil when it is none, negative or longer than ten years.
  static func read(_ spelling: String) -> Duration? {
    var rest = Substring(spelling)
    var total: Int64 = 0
    guard !rest.isEmpty else { return nil }
    while !rest.isEmpty {
      let digits = rest.prefix { "0123456789".contains($0) }
      rest = rest.dropFirst(digits.count)
      let name = rest.prefix { "dhms".contains($0) }
      rest = rest.dropFirst(name.count)
      guard digits.count <= 12, let number = Int64(digits),
        let unit = units.first(where: { $0.name == name }), number <= longest / unit.milliseconds
      else { return nil }
      total += number * unit.milliseconds
      guard total <= longest else { return nil }
    }
    return .milliseconds(total)
  }

  /// The canonical spelling: largest units first, none of them zero; whole milliseconds.
  static func spell(_ duration: Duration) -> String {
    let parts = duration.components
    var rest = parts.seconds * 1_000 + parts.attoseconds / 1_000_000_000_000_000
    var spelling = ""
    for unit in units where rest >= unit.milliseconds {
      spelling += "\(rest / unit.milliseconds)\(unit.name)"
      rest %= unit.milliseconds
    }
    return spelling.isEmpty ? "0s" : spelling
  }
}
