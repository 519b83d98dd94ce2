import Terminal

extension TapeFault: CustomStringConvertible {
  /// Place, what is wrong, the line and a row of carets under what is meant; safe to print on a terminal.
  public var description: String {
    switch kind {
    case .sourceUnreadable where source.isEmpty, .sourceRefused where source.isEmpty:
      return TapeFault.printable(kind.sentence)
    case .noSteps: return TapeFault.printable("\(file): \(kind.sentence)")
    default: break
    }
    let shown = TapeFault.printable(source)
    let scalars = source.unicodeScalars
    let before = SafeText(String(scalars.prefix(column - 1))).columns
    let meant = SafeText(String(scalars.dropFirst(column - 1).prefix(length))).columns
    let margin = String(line)
    let blank = String(repeating: " ", count: margin.count)
    let carets = String(repeating: " ", count: before) + String(repeating: "^", count: max(1, meant))
    return """
      \(TapeFault.printable(file)):\(line):\(column): \(TapeFault.printable(kind.sentence))
        \(margin) | \(shown)
        \(blank) | \(carets)
      """
  }

  /// Text without anything a terminal would act on.
  static func printable(_ text: String) -> String {
    var shown = ""
    for glyph in SafeText(text).glyphs { glyph.write(to: &shown) }
    return shown
  }
}
