import Terminal

/// What changes between runs and is hidden from golden screens.
public struct ScreenMasks {
  private var patterns: [Regex<AnyRegexOutput>] = []

  /// Hides nothing.
  public init() {}

  /// Hides every match of a pattern from now on; a pattern that cannot be read hides nothing (the parser refuses it).
  public mutating func add(_ pattern: String) {
    if let pattern = try? Regex(pattern) { patterns.append(pattern) }
  }

  /// A row with every match replaced by asterisks of the same width.
  func apply(to row: String) -> String {
    var row = row
    for pattern in patterns {
      row = row.replacing(pattern) { match in
        let columns = SafeText(String(row[match.range])).columns
        return String(repeating: "*", count: columns)
      }
    }
    return row
  }
}
