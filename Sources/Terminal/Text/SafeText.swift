/// Text that can be drawn: the only thing a `Frame` takes, and this is the only door to it.
///
/// Total and idempotent. Controls, private use, line separators and every scalar on whose width terminals disagree become
/// `·`; bidi controls, zero-width characters, soft hyphens, tags and variation selectors are taken out; a character keeps
/// at most two combining marks, and a letter of an Indic script its vowel sign beside it; TAB becomes a blank. Text that was not empty never becomes empty.
public struct SafeText: Hashable, Sendable {
  /// What is drawn, glyph by glyph.
  public let glyphs: [Glyph]
  /// Columns the whole text takes.
  public let columns: Int
  /// Whether something invisible was taken out (bidi controls, zero-width, tags), which a row marks.
  public let hidSomething: Bool

  init(glyphs: [Glyph], columns: Int, hidSomething: Bool) {
    self.glyphs = glyphs
    self.columns = columns
    self.hidSomething = hidSomething
  }

  init(glyphs: some Sequence<Glyph>, hidSomething: Bool) {
    let all = Array(glyphs)
    self.init(glyphs: all, columns: all.reduce(0) { $0 + Int($1.columns) }, hidSomething: hidSomething)
  }

  /// Makes any text safe.
  public init(_ untrusted: some StringProtocol) {
    let read = Sanitiser(untrusted)
    self.init(glyphs: read.glyphs, columns: read.columns, hidSomething: read.hidSomething)
  }

  /// Makes any bytes safe; what is not UTF-8 becomes U+FFFD, once for each ill-formed part.
  public init(utf8 untrusted: some Collection<UInt8>) {
    self.init(String(decoding: untrusted, as: UTF8.self))
  }

  /// Whether there is nothing to draw, which only empty text makes.
  public var isEmpty: Bool { glyphs.isEmpty }

  /// The text as it is drawn.
  public var text: String {
    var text = ""
    text.reserveCapacity(glyphs.count)
    for glyph in glyphs { glyph.write(to: &text) }
    return text
  }

  /// Another text right behind this one.
  public func followed(by other: SafeText) -> SafeText {
    SafeText(
      glyphs: glyphs + other.glyphs, columns: columns + other.columns,
      hidSomething: hidSomething || other.hidSomething)
  }

  /// Cuts to a number of columns; a text that is too long ends in the ellipsis, or in what there is room for of it, and no
  /// character is ever cut in half.
  ///
  /// - Parameter ellipsis: `.ellipsis`, or `.asciiEllipsis` where lines must stay ASCII.
  public func cut(to columns: Int, ellipsis: SafeText = .ellipsis) -> SafeText {
    guard self.columns > columns else { return self }
    let end = ellipsis.beginning(columns)
    let kept = beginning(columns - end.columns)
    return SafeText(
      glyphs: kept.glyphs + end.glyphs, columns: kept.columns + end.columns, hidSomething: hidSomething)
  }

  /// As many of its glyphs, from the left, as a number of columns takes.
  private func beginning(_ columns: Int) -> SafeText {
    var used = 0
    var kept: [Glyph] = []
    for glyph in glyphs {
      guard used + Int(glyph.columns) <= columns else { break }
      used += Int(glyph.columns)
      kept.append(glyph)
    }
    return SafeText(glyphs: kept, columns: used, hidSomething: hidSomething)
  }
}
