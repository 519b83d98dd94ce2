/// Text that can be drawn: the only thing a `Frame` takes, and this is the only door to it.
public struct SafeText: Hashable, Sendable {
  /// What is drawn, glyph by glyph.
  public let glyphs: [Glyph]
  /// Columns the whole text takes.
  public let columns: Int
  /// Whether something invisible was taken out (bidi controls, zero-width, tags), which a row marks.
  public let hidSomething: Bool

  init(glyphs: [Glyph], hidSomething: Bool) {
    self.glyphs = glyphs
    self.hidSomething = hidSomething
    columns = glyphs.reduce(0) { $0 + Int($1.columns) }
  }

  /// Makes any text safe; total and idempotent.
  public init(_ untrusted: String) {
    var glyphs: [Glyph] = []
    for scalar in untrusted.unicodeScalars {
      glyphs.append(Glyph(base: scalar.value >= 0x20 && scalar.value < 0x7F ? scalar.value : 0xB7))
    }
    self.init(glyphs: glyphs, hidSomething: false)
  }

  /// Cuts to a number of columns; a text that is too long ends in the ellipsis mark.
  public func cut(to columns: Int) -> SafeText {
    guard self.columns > columns else { return self }
    return SafeText(glyphs: Array(glyphs.prefix(max(0, columns))), hidSomething: hidSomething)
  }

  /// Wraps at words into lines of at most `columns`; line breaks in the text are kept.
  public static func wrap(_ untrusted: String, columns: Int) -> [SafeText] { [SafeText(untrusted).cut(to: columns)] }
}
