import Tape
import Terminal
import Testing

@Suite("A screen as a picture") struct PictureTests {
  private static let entries =
    TapeProgram.assemble("a.tape") { _ in Array("Wait Idle\nWait Idle\nWait Idle\n".utf8) }.program.entries

  private func frame() -> Frame {
    var frame = Frame(size: Size(columns: 12, rows: 3))
    frame.put(SafeText("a <b> & \"c\""), at: Position(row: 0, column: 0), style: Style(.heading))
    frame.put(SafeText("> 漢字"), at: Position(row: 1, column: 0), style: Style(.normal, isSelected: true))
    frame.cursor = Position(row: 1, column: 2)
    return frame
  }

  @Test("holds each run at its place, marked up and escaped, the same bytes each time")
  func holdsRuns() {
    let svg = ScreenPicture(frame()).svg
    #expect(svg == ScreenPicture(frame()).svg)
    #expect(
      svg.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"126\" height=\"72\" viewBox=\"0 0 126 72\""))
    #expect(svg.contains("x=\"9\" y=\"23\" textLength=\"99\" lengthAdjust=\"spacingAndGlyphs\" fill=\"#1a1a1a\""))
    #expect(svg.contains(">a &lt;b&gt; &amp; &quot;c&quot;</text>"))
    #expect(svg.contains("textLength=\"54\""), "a wide character takes two columns")
    #expect(svg.contains("<rect x=\"27\" y=\"27\" width=\"9\" height=\"18\" fill=\"none\""), "the cursor")
    #expect(svg.hasSuffix("</svg>\n"))
  }

  @Test("has the ground and the colours of a theme that brings its own")
  func hasTheme() {
    let svg = ScreenPicture(frame(), theme: .dark).svg
    #expect(svg.contains("<rect width=\"126\" height=\"72\" fill=\"#1c1c1c\"/>"))
    #expect(svg.contains("fill=\"#eeeeee\" font-weight=\"bold\">a &lt;b&gt;"), "a heading")
    #expect(svg.contains("fill=\"#d0d0d0\"/>"), "the selection")
  }

  @Test("holds no character XML cannot hold")
  func isXML() {
    #expect("a\u{1}\u{FFFE}\nb".inXML == "a\u{FFFD}\u{FFFD}\nb")
  }

  @Test("of a play is caught after a line, or at its end")
  func catches() throws {
    let last = CaughtScreen("a.tape", line: nil)
    let line = CaughtScreen("a.tape", line: 2)
    for (number, text) in ["one", "two", "three"].enumerated() {
      var frame = Frame(size: Size(columns: 8, rows: 1))
      frame.put(SafeText(text), at: Position(row: 0, column: 0))
      let entry = Self.entries[number]
      for catcher in [last, line] {
        _ = catcher.begins(entry, text: nil, on: NoStage())
        catcher.sees(TapeScreen(frame: frame, knowsRoles: true))
      }
    }
    #expect(last.screen?.rows == ["three   "])
    #expect(line.screen?.rows == ["two     "])
    let failing = CaughtScreen("a.tape", line: 2)
    _ = failing.begins(Self.entries[1], text: nil, on: NoStage())
    #expect(failing.screen == NoStage().screen, "a line that fails has the screen it failed on")
  }

  @Test("differs from another play's where a cell, a role or the cursor does")
  func compares() {
    func trace(_ change: (inout Frame) -> Void) -> PlayTrace {
      let trace = PlayTrace()
      var frame = frame()
      _ = trace.begins(Self.entries[1], text: nil, on: NoStage())
      change(&frame)
      trace.sees(TapeScreen(frame: frame, knowsRoles: true))
      return trace
    }
    let first = trace { _ in }
    #expect(first.difference(from: trace { _ in }) == nil)
    let other = trace { $0.restyle(row: 0) { _ in .normal } }
    #expect(first.difference(from: other)?.step == "line 2: Wait Idle")
    #expect(first.difference(from: trace { $0.cursor = nil })?.rows == ["the cursor or the size differs"])
    #expect(first.difference(from: PlayTrace())?.rows == ["the other play is over"])
  }

  @Test("with a bar keeps the screen whole where there is a row to spare, else takes the lowest empty one")
  func bar() {
    let below = PlayBar.frame(frame(), saying: "caption", size: Size(columns: 12, rows: 4))
    #expect(below.text(row: 3) == " caption    ")
    #expect((0..<3).allSatisfy { below.text(row: $0) == frame().text(row: $0) })
    let over = PlayBar.frame(frame(), saying: "much too long a caption", size: Size(columns: 12, rows: 3))
    #expect(over.text(row: 2) == " much too l…")
    #expect(over.cursor == frame().cursor)
    let stop = PlayBar.frame(frame(), saying: "caption", over: "Enter", size: Size(columns: 12, rows: 3))
    #expect(stop.text(row: 2) == " Enter      ", "the program's keys do not hold at a stop")
    #expect(stop.text(row: 1) == " caption    ")
    #expect(PlayBar.frame(frame(), saying: "", size: Size(columns: 12, rows: 3)).text(row: 2) == frame().text(row: 2))
  }
}

/// A stage with nothing on it.
private final class NoStage: TapeStage {
  var screen: TapeScreen { TapeScreen(frame: Frame(size: Size(columns: 1, rows: 1)), knowsRoles: true) }
  var knowsIdle: Bool { true }
  var lastMessages: [String] { [] }
  var exitCode: Int32? { nil }
  var takesPIN: Bool { false }
  func press(_ key: Key) throws(TapeTrouble) { throw .impossible }
  func paste(_ text: String) throws(TapeTrouble) { throw .impossible }
  func scan(_ code: String) throws(TapeTrouble) { throw .impossible }
  func click(at place: Position) throws(TapeTrouble) { throw .impossible }
  func resize(to size: Size) throws(TapeTrouble) { throw .impossible }
  func settle() throws(TapeTrouble) { throw .impossible }
  func wait(upTo limit: Duration, until isAsWanted: (TapeScreen) -> Bool) throws(TapeTrouble) -> Bool { false }
  func advance(by duration: Duration) throws(TapeTrouble) { throw .impossible }
  func perform(_ command: String) throws(TapeTrouble) { throw .impossible }
  func ask(_ request: WorldRequest) throws(TapeTrouble) -> String? { throw .impossible }
}
