import Terminal
import TerminalWaiting
import Testing

@testable import TerminalPlain

@Suite struct LineReaderTests {
  private func feed(_ reader: inout LineReader, _ text: String) -> [TerminalEvent] {
    reader.feed(Array(text.utf8)[...], at: .zero)
  }

  @Test func linesComeWhole() {
    var reader = LineReader(isTerminal: true)
    #expect(feed(&reader, "me") == [])
    #expect(feed(&reader, "i\n3 do") == [.line("mei")])
    #expect(feed(&reader, "ne\r\n\n") == [.line("3 done"), .line("")])
  }

  @Test func whatIsNotUTF8IsReplaced() {
    var reader = LineReader(isTerminal: true)
    #expect(reader.feed([0x61, 0xFF, 0x0A], at: .zero) == [.line("a\u{FFFD}")])
  }

  @Test func aKeyAloneOnALineMeansItsCommand() {
    var reader = LineReader(isTerminal: true)
    #expect(feed(&reader, "\u{1B}[19~\n") == [.line(":F8")])
    #expect(feed(&reader, "\u{1B}OP\n\u{1B}\n") == [.line(":F1"), .line(":Escape")])
    #expect(feed(&reader, "mei\u{1B}[D\n") == [.line("mei\u{1B}[D")])
    var pipe = LineReader(isTerminal: false)
    #expect(feed(&pipe, "\u{1B}[19~\n") == [.line("\u{1B}[19~")])
  }

  @Test func aLineThatNeverEndsIsCut() {
    var reader = LineReader(isTerminal: false)
    let events = reader.feed(Array(repeating: 0x61, count: LineReader.limit + 5)[...], at: .zero)
    #expect(events.count == 1)
    #expect(reader.end(isHangUp: true).events == [.line("aaaaa"), .linesOver])
  }

  @Test func theEndOfAPipeIsTheLastAnswerAndCtrlDOnATerminalAsks() {
    var pipe = LineReader(isTerminal: false)
    _ = feed(&pipe, "quit")
    let ending = pipe.end(isHangUp: true)
    #expect(ending.events == [.line("quit"), .linesOver])
    #expect(ending.isOver)
    var terminal = LineReader(isTerminal: true)
    #expect(terminal.end(isHangUp: false).events == [.key(Key(.character("c"), .control))])
    #expect(!terminal.end(isHangUp: false).isOver)
    #expect(terminal.end(isHangUp: true).events == [.hangUp])
  }
}
