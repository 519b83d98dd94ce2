import Terminal
import Testing

@Suite struct MouseTests {
  private func events(_ bytes: String, takesMouse: Bool = true) -> [TerminalEvent] {
    var decoder = KeyDecoder(escapeDelay: .milliseconds(25), takesMouse: takesMouse)
    return decoder.feed(Array(bytes.utf8), at: .zero)
  }

  @Test(arguments: [
    ("\u{1B}[<0;10;5M", MouseReport(.press, at: Position(row: 4, column: 9))),
    ("\u{1B}[<16;1;1M", MouseReport(.press, at: Position(row: 0, column: 0))),
    ("\u{1B}[<64;200;60M", MouseReport(.wheelUp, at: Position(row: 59, column: 199))),
    ("\u{1B}[<65;3;3M", MouseReport(.wheelDown, at: Position(row: 2, column: 2))),
    ("\u{1B}[M !!", MouseReport(.press, at: Position(row: 0, column: 0))),
    ("\u{1B}[M`\"#", MouseReport(.wheelUp, at: Position(row: 2, column: 1))),
  ]) func reportsAreRead(bytes: String, report: MouseReport) {
    #expect(events(bytes) == [.mouse(report)])
  }

  @Test(arguments: [
    "\u{1B}[<0;10;5m", "\u{1B}[<1;10;5M", "\u{1B}[<2;10;5M", "\u{1B}[<35;10;5M", "\u{1B}[<0;0;5M", "\u{1B}[<0;10M",
    "\u{1B}[<0;99999999999999999999;5M", "\u{1B}[<;;M", "\u{1B}[M#!!",
  ]) func whatIsNoClickIsSilent(bytes: String) {
    #expect(events(bytes) == [])
    #expect(events(bytes + "x") == [.key(Key(.character("x")))])
  }

  @Test func withoutBeingAskedForTheMouseIsSilent() {
    #expect(events("\u{1B}[<0;10;5M\u{1B}[M !!", takesMouse: false) == [])
  }
}
