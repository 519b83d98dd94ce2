extension SafeText {
  /// Wraps at words into lines of at most `columns`; line breaks in the text are kept, an empty line stays an empty line.
  ///
  /// A word longer than a line is split. Fewer than 2 columns count as 2, so that every character fits.
  public static func wrap(_ untrusted: String, columns: Int) -> [SafeText] {
    let limit = max(2, columns)
    return untrusted.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
      .flatMap { SafeText($0).wrapped(columns: limit) }
  }

  func wrapped(columns limit: Int) -> [SafeText] {
    var lines: [SafeText] = []
    var rest = glyphs[...]
    while let end = SafeText.overflow(of: rest, limit) {
      let line = rest[..<end]
      let next = rest[end...]
      // A line may end in the blank before the overflowing word, or right at it.
      if next.first == .blank {
        lines.append(SafeText(glyphs: line.trimmed, hidSomething: hidSomething))
        rest = next.drop { $0 == .blank }
      } else if let blank = line.lastIndex(of: .blank), !line[..<blank].trimmed.isEmpty {
        lines.append(SafeText(glyphs: line[..<blank].trimmed, hidSomething: hidSomething))
        rest = rest[(blank + 1)...]
      } else {
        lines.append(SafeText(glyphs: line, hidSomething: hidSomething))
        rest = next
      }
    }
    if !rest.isEmpty || lines.isEmpty { lines.append(SafeText(glyphs: rest, hidSomething: hidSomething)) }
    return lines
  }

  /// Index of the first glyph beyond the limit; nil when all fit.
  private static func overflow(of glyphs: ArraySlice<Glyph>, _ limit: Int) -> Int? {
    var used = 0
    for index in glyphs.indices {
      used += Int(glyphs[index].columns)
      if used > limit { return index }
    }
    return nil
  }
}

extension ArraySlice<Glyph> {
  /// Without blanks at its end.
  fileprivate var trimmed: ArraySlice<Glyph> {
    var kept = self
    while kept.last == .blank { kept.removeLast() }
    return kept
  }
}
