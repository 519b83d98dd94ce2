import Terminal
import Testing

@Suite struct FrameDiffTests {
  let size = Size(columns: 12, rows: 3)

  func frame(_ rows: String..., cursor: Position? = nil) -> Frame {
    var frame = Frame(size: size)
    for (row, text) in rows.enumerated() { frame.put(SafeText(text), at: Position(row: row, column: 0)) }
    frame.cursor = cursor
    return frame
  }

  @Test func theSameFrameNeedsNothing() {
    #expect(FrameDiff(from: frame("abc"), to: frame("abc")).isEmpty)
  }

  @Test func theFirstFrameIsDrawnWhole() {
    let diff = FrameDiff(from: nil, to: frame("abc"))
    #expect(diff.runs.count == 3)
    #expect(diff.runs.allSatisfy { $0.glyphs.count == 12 })
    #expect(!FrameDiff(from: nil, to: Frame(size: Size(columns: 0, rows: 0))).isEmpty)
  }

  @Test func anotherSizeIsDrawnWhole() {
    let diff = FrameDiff(from: Frame(size: Size(columns: 4, rows: 2)), to: frame("abc"))
    #expect(diff.runs.reduce(0) { $0 + $1.glyphs.count } == 36)
  }

  @Test func onlyChangedCellsAreDrawn() {
    let diff = FrameDiff(from: frame("one two", "same"), to: frame("one TWo", "same"))
    #expect(diff.runs.count == 1)
    #expect(diff.runs.first?.position == Position(row: 0, column: 4))
    #expect(diff.runs.first?.glyphs == ["T", "W"].map { Glyph($0) })
  }

  @Test func aRunHasOneStyle() {
    var next = frame()
    next.put(SafeText("ab"), at: Position(row: 1, column: 2), style: Style(.danger))
    next.put(SafeText("cd"), at: Position(row: 1, column: 4), style: Style(.good))
    let diff = FrameDiff(from: frame(), to: next)
    #expect(diff.runs.map(\.style.role) == [.danger, .good])
    #expect(diff.runs.map(\.position.column) == [2, 4])
  }

  @Test func wideGlyphsAreDrawnWhole() {
    let diff = FrameDiff(from: frame("漢字漢字"), to: frame("漢漢漢字"))
    #expect(diff.runs.count == 1)
    #expect(diff.runs.first?.position.column == 2)
    #expect(diff.runs.first?.glyphs == [Glyph("漢")])
  }

  @Test func halfOfAWideGlyphThatGoesIsDrawnAsBlank() {
    var next = frame("漢字")
    next.put(SafeText("x"), at: Position(row: 0, column: 1))
    let diff = FrameDiff(from: frame("漢字"), to: next)
    #expect(diff.runs.count == 1)
    #expect(diff.runs.first?.glyphs == [.blank, Glyph("x")])
  }

  @Test func aMovedCursorIsNews() {
    let diff = FrameDiff(from: frame("a"), to: frame("a", cursor: Position(row: 1, column: 1)))
    #expect(!diff.isEmpty)
    #expect(diff.runs.isEmpty)
    #expect(diff.cursor == Position(row: 1, column: 1))
  }

  /// Drawing the runs over the old frame gives the new one, whatever the two are.
  @Test func drawingTheRunsGivesTheNextFrame() {
    var random = Repeatable(state: 2026)
    let pieces = ["a", "漢", " ", "e\u{301}", "字b", "xyz"]
    var shown = Frame(size: size)
    for _ in 0..<500 {
      var next = shown
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        let place = Position(row: Int.random(in: 0..<3, using: &random), column: Int.random(in: 0..<12, using: &random))
        next.put(
          SafeText(pieces[Int.random(in: 0..<6, using: &random)]), at: place,
          style: Style(Role.allCases.randomElement(using: &random) ?? .normal))
      }
      var drawn = shown
      for run in FrameDiff(from: shown, to: next).runs {
        var text = ""
        for glyph in run.glyphs { glyph.write(to: &text) }
        drawn.put(SafeText(text), at: run.position, style: run.style)
      }
      #expect(drawn.cells == next.cells)
      shown = next
    }
  }
}

/// Random numbers that are the same in each run.
private struct Repeatable: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 29
  }
}
