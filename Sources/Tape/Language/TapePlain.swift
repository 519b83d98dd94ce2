/// Whether a tape has the program speak line by line, and to what.
public enum TapePlain: String, Hashable, Sendable, CaseIterable {
  /// The program has the whole screen.
  case no
  /// Lines on a screen, which a lock empties.
  case yes
  /// Lines on paper, on which everything stays.
  case paper
}
