import Terminal
import Testing

/// Letters of Indic scripts with a sign beside them, whose columns terminals count differently.
@Suite struct SpreadGlyphTests {
  @Test(arguments: [
    ("का", "का", 2), ("की जाँच", "की जाँच", 6), ("बड़ी", "बड़ी", 3), ("কাজ", "কাজ", 3), ("பால்", "பால்", 3),
    ("ပါ", "ပါ", 2), ("ក\u{17B6}", "ក\u{17B6}", 2),
  ]) func itIsOneGlyphOfTwoColumns(text: String, drawn: String, columns: Int) {
    let safe = SafeText(text)
    #expect(safe.text == drawn)
    #expect(safe.columns == columns)
    #expect(safe.glyphs.contains { $0.isSpread })
    #expect(SafeText(safe.text).glyphs == safe.glyphs)
  }

  @Test(arguments: [
    ("\u{93E}", "·"), ("a\u{93E}", "a·"), ("漢\u{93E}", "漢·"), ("क\u{9BE}", "क·"),
    ("का\u{93E}", "का·"), (" \u{93E}", " ·"),
  ]) func whatHasNoLetterOfItsScriptIsADot(text: String, drawn: String) {
    #expect(SafeText(text).text == drawn)
  }

  @Test func itIsNeverCutInHalf() {
    #expect(SafeText("काका").cut(to: 3).text == "का…")
    #expect(SafeText("काका").cut(to: 2).text == "…")
  }

  @Test func itIsDrawnAloneAndWhatFollowsHasItsOwnPlace() {
    var frame = Frame(size: Size(columns: 8, rows: 1))
    frame.put(SafeText("xकाy"), at: Position(row: 0, column: 0))
    let runs = FrameDiff(from: nil, to: frame).runs
    #expect(runs.map(\.position.column) == [0, 1, 1, 3])
    #expect(runs[1].glyphs == [.blank, .blank])
    #expect(runs[2].glyphs.count == 1 && runs[2].glyphs[0].isSpread)
    var next = frame
    next.put(SafeText("z"), at: Position(row: 0, column: 3))
    #expect(FrameDiff(from: frame, to: next).runs.map(\.position.column) == [3])
  }
}
