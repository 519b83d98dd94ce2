import Glibc
import Terminal
import TerminalEmulator
import Testing

@Suite struct DeviceTests {
  @Test(arguments: ["xterm-256color", "screen", "screen-256color", "tmux-256color", "tmux", "linux", "vt100", "xterm"])
  func drawsThePageOnEveryTerminal(term: String) throws {
    let terminal = try ProbeTerminal.start(term: term)
    #expect(terminal.waitForPage())
    let row = " 漢字 row 5 é ─ ○ Check the seal number"
    #expect(terminal.wait(upTo: ProbeTerminal.limit) { $0.text(row: 5).trimmed == row })
    #expect(terminal.wait(upTo: ProbeTerminal.limit) { $0.cursor == Position(row: 3, column: 1) })
    #expect(terminal.screen.cells[3 * 80 + 1].isReverse)
    #expect(terminal.screen.titlesSet == 0)
    let facts = term == "vt100" ? "colors 0 ascii" : term == "linux" ? "colors 8 ascii" : "unicode"
    #expect(terminal.screen.text(row: 0).contains(facts))
    try terminal.type("q")
    #expect(terminal.ending(upTo: ProbeTerminal.limit) == .exited(0))
  }

  /// It shows dim as dark grey, and bold on reversed cells too.
  @Test func theLinuxConsoleGetsNothingThatTurnsGrey() throws {
    let terminal = try ProbeTerminal.start(term: "linux")
    #expect(terminal.waitForPage())
    #expect(!terminal.transcript.contains(Array("\u{1B}[0;10;2m".utf8)))
    #expect(!terminal.transcript.contains(Array("\u{1B}[0;10;7;1m".utf8)))
  }

  /// Whatever a terminal makes of a sign beside its letter: what stands behind keeps its column, and nothing stays behind.
  @Test(arguments: ["xterm-256color", "tmux-256color", "linux"])
  func aLetterWithASignKeepsItsColumns(term: String) throws {
    let text = "दूध की जाँच करो: पानी|"
    let guardCell = 2 * 80 + SafeText(text).columns - 1
    let terminal = try ProbeTerminal.start(term: term)
    #expect(terminal.waitForPage())
    for turn in ["h", "h h h h"] {
      try terminal.type(turn == "h" ? "h" : "hhh")
      #expect(terminal.heard(turn))
      #expect(
        terminal.wait(upTo: ProbeTerminal.limit) {
          $0.frame.text(row: 2).trimmed == text && $0.cells[guardCell].text == "|"
        })
      #expect(terminal.wait(upTo: ProbeTerminal.limit) { $0.cursor == Position(row: 3, column: 1) })
    }
    try terminal.type("h")
    #expect(terminal.wait(upTo: ProbeTerminal.limit) { $0.text(row: 2).trimmed == "abcd|" })
    #expect(terminal.screen.cells[2 * 80].foreground == terminal.screen.cells[2 * 80 + 4].foreground)
  }

  @Test func linesAreNeverTheTerminalsOwn() throws {
    let terminal = try ProbeTerminal.start(term: "vt100")
    #expect(terminal.waitForPage())
    #expect(!terminal.transcript.contains([0x0E]))
    #expect(!terminal.transcript.contains(Array("\u{1B}(0".utf8)))
  }

  @Test(arguments: [("Up", "\u{1B}[A"), ("F5", "\u{1B}[15~"), ("F1", "\u{1B}OP"), ("PageDown", "\u{1B}[6~")])
  func keysArrive(key: String, bytes: String) throws {
    let terminal = try ProbeTerminal.start()
    #expect(terminal.waitForPage())
    try terminal.process.write(Array(bytes.utf8))
    #expect(terminal.heard(key))
    try terminal.type("x")
    #expect(terminal.heard(key + " x"))
  }

  @Test func aLoneEscapeIsAKeyAndALateRestIsNot() throws {
    let terminal = try ProbeTerminal.start()
    #expect(terminal.waitForPage())
    try terminal.process.write([0x1B])
    #expect(terminal.heard("Escape"))
    try terminal.process.write(Array("[15~".utf8))
    try terminal.process.write(Array("x".utf8))
    #expect(terminal.heard("Escape x"))
  }

  @Test func pastesArriveAsOnePiece() throws {
    let terminal = try ProbeTerminal.start()
    #expect(terminal.waitForPage())
    try terminal.paste("q quit")
    #expect(terminal.heard("paste:q quit"))
  }

  @Test func resizingIsToldAndDrawn() throws {
    let terminal = try ProbeTerminal.start()
    #expect(terminal.waitForPage())
    terminal.resize(to: Size(columns: 120, rows: 40))
    #expect(terminal.waitForPage("probe 120x40"))
    #expect(terminal.wait(upTo: ProbeTerminal.limit) { $0.text(row: 38).contains("row 38") })
    terminal.resize(to: Size(columns: 30, rows: 8))
    #expect(terminal.waitForPage("probe 30x8"))
    terminal.resize(to: Size(columns: 80, rows: 24))
    #expect(terminal.waitForPage())
    #expect(terminal.heard("120x40 30x8 80x24"))
  }

  @Test func aCursorMoveIsSmall() throws {
    let terminal = try ProbeTerminal.start()
    #expect(terminal.waitForPage())
    #expect(terminal.wait(upTo: ProbeTerminal.limit) { $0.cursor == Position(row: 3, column: 1) })
    try terminal.process.write(Array("\u{1B}[B".utf8))
    #expect(terminal.heard("Down"))
    let before = terminal.transcript.count
    try terminal.process.write(Array("\u{1B}[A".utf8))
    #expect(terminal.heard("Down Up"))
    #expect(terminal.wait(upTo: ProbeTerminal.limit) { $0.cursor == Position(row: 3, column: 1) })
    #expect(terminal.transcript.count - before <= 200)
  }

  @Test func blankingErasesTheScrollbackToo() throws {
    let terminal = try ProbeTerminal.start()
    #expect(terminal.waitForPage())
    let before = terminal.transcript.count
    try terminal.type("B")
    #expect(terminal.heard("B"))
    #expect(terminal.transcript[before...].contains(Array("\u{1B}[3J".utf8)))
  }

  @Test(arguments: [["NO_COLOR": "1"], ["TERM": "vt100"]])
  func monochromeSendsNoColour(environment: [String: String]) throws {
    let terminal = try ProbeTerminal.start(environment)
    #expect(terminal.waitForPage())
    #expect(terminal.screen.text(row: 0).contains("colors 0"))
    #expect(terminal.screen.cells.allSatisfy { $0.foreground == nil && $0.background == nil })
  }

  @Test func anEmptyNoColorMeansNothing() throws {
    let terminal = try ProbeTerminal.start(["NO_COLOR": ""])
    #expect(terminal.waitForPage())
    #expect(terminal.screen.text(row: 0).contains("colors 256"))
  }

  @Test(arguments: [("", "noTerminalName"), ("no-such-terminal", "unknownTerminal"), ("dumb", "cannotPlaceCursor")])
  func unusableTerminalsAreSaid(term: String, error: String) throws {
    let terminal = try ProbeTerminal.start(term: term)
    #expect(terminal.wait(upTo: ProbeTerminal.limit) { $0.anyRow(contains: error) })
    #expect(terminal.ending(upTo: ProbeTerminal.limit) == .exited(69))
    #expect(terminal.process.isCooked)
  }

  @Test func withoutALocaleItIsUnicode() throws {
    let terminal = try ProbeTerminal.start(["LANG": ""])
    #expect(terminal.waitForPage())
    #expect(terminal.screen.text(row: 0).contains("unicode"))
  }

  @Test func inAnASCIILocaleNothingElseIsSent() throws {
    let terminal = try ProbeTerminal.start(["LANG": "C"])
    #expect(terminal.waitForPage())
    #expect(terminal.wait(upTo: ProbeTerminal.limit) { $0.text(row: 5).hasPrefix(" ???? row 5 ? ? ?") })
    #expect(terminal.transcript.allSatisfy { $0 < 0x80 })
  }
}
