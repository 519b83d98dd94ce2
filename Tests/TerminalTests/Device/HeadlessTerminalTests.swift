import Terminal
import TerminalHeadless
import Testing

@Suite struct HeadlessTerminalTests {
  @Test func eventsAreAnsweredOnce() {
    let terminal = HeadlessTerminal()
    terminal.send(keys: Key(.up), Key(.enter))
    terminal.resize(to: Size(columns: 30, rows: 8))
    #expect(terminal.size == Size(columns: 30, rows: 8))
    #expect(
      terminal.events(waitingUpTo: nil) == [.key(Key(.up)), .key(Key(.enter)), .resize(Size(columns: 30, rows: 8))])
    #expect(terminal.events(waitingUpTo: nil).isEmpty)
  }

  @Test func aWakeIsNewsUntilLookedAt() async {
    let terminal = HeadlessTerminal()
    let waker = terminal.waker
    #expect(!terminal.hasNews)
    await Task.detached { waker.wake() }.value
    #expect(terminal.hasNews)
    #expect(terminal.events(waitingUpTo: .seconds(60)).isEmpty)
    #expect(!terminal.hasNews)
  }

  @Test func onlyChangedFramesAreShown() {
    let terminal = HeadlessTerminal()
    var frame = Frame(size: terminal.size)
    terminal.present(frame)
    terminal.present(frame)
    #expect(terminal.framesShown == 1)
    frame.cursor = Position(row: 1, column: 1)
    terminal.present(frame)
    #expect(terminal.framesShown == 2)
    terminal.invalidate()
    terminal.present(frame)
    #expect(terminal.framesShown == 3)
  }

  @Test func aBlankScreenShowsNothing() {
    let terminal = HeadlessTerminal()
    terminal.present(Frame(size: terminal.size))
    terminal.blank()
    #expect(terminal.frame == nil)
    #expect(terminal.timesBlanked == 1)
  }
}
