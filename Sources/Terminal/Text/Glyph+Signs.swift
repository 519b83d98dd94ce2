extension Glyph {
  /// Stands for what cannot be drawn.
  static let dot = Glyph(base: 0xB7)

  /// The glyph of one character, by the same rules as all text: `·` for what cannot be drawn.
  public init(_ character: Character) {
    self = SafeText(String(character)).glyphs.first ?? .dot
  }
}

extension SafeText {
  /// Ends a text that was cut.
  public static let ellipsis = SafeText("\u{2026}")
  /// Ends a text that was cut, on terminals that only have ASCII.
  public static let asciiEllipsis = SafeText("..")
}
