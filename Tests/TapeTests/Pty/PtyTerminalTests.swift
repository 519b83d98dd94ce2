import Terminal
import TerminalEmulator
import Testing

@Suite("Programs on a pty")
struct PtyTerminalTests {
  private func shell(_ script: String, size: Size = Size(columns: 20, rows: 5)) throws -> PtyTerminal {
    let process = try PtyProcess(
      "/bin/sh", ["-c", script], environment: ["TERM": "xterm-256color", "PATH": "/usr/bin:/bin"], size: size)
    return try #require(PtyTerminal(process, size: size))
  }

  @Test("the screen is read as a terminal shows it: texts, wide characters, attributes, cursor")
  func readsScreen() throws {
    let terminal = try shell(#"printf '\033[2J\033[2;3Hab\033[7mc\033[0m\033[1;31md\033[0m \346\227\245x'; read x"#)
    #expect(terminal.wait(upTo: .seconds(20)) { $0.text(row: 1).contains("x") })
    let screen = terminal.screen
    #expect(screen.text(row: 1) == "  abcd 日x          ")
    let row = Array(screen.cells[20..<40])
    #expect(row[4].isReverse && !row[3].isReverse)
    #expect(row[5].isBold && row[5].foreground == 1)
    #expect(row[8].text.isEmpty)
    #expect(screen.cursor == Position(row: 1, column: 10))
    #expect(screen.frame.text(row: 1) == screen.text(row: 1))
    #expect(screen.frame[1, 4].style.isSelected)
  }

  @Test("alternate screen, hidden cursor, titles and scrollback are noticed")
  func noticesFacts() throws {
    let terminal = try shell(
      #"printf '\033[?1049h\033[?25l\033]0;secret\007X'; read x; printf '\033[?1049l\033[?25h'; seq 9"#)
    #expect(terminal.wait(upTo: .seconds(20)) { $0.isAlternate && $0.cursor == nil && $0.text(row: 0).contains("X") })
    #expect(terminal.screen.titlesSet == 2, "window title and icon name")
    try terminal.press(Key(.enter))
    #expect(terminal.wait(upTo: .seconds(20)) { $0.text(row: 3).hasPrefix("9") && $0.cursor != nil })
    #expect(!terminal.screen.isAlternate)
    #expect(terminal.screen.scrolledLines > 0)
    #expect(terminal.ending(upTo: .seconds(20)) == .exited(0))
  }

  @Test("a click is sent where the program asked for the mouse, and nowhere else")
  func sendsClicks() throws {
    let terminal = try shell(
      #"stty raw -echo; printf off; head -c 1 > /dev/null; printf '\033[?1000h\033[?1006hon '; head -c 18 | tr '\033' E"#,
      size: Size(columns: 60, rows: 5))
    #expect(terminal.wait(upTo: .seconds(20)) { $0.text(row: 0).hasPrefix("off") })
    #expect(!terminal.takesMouse)
    try terminal.click(at: Position(row: 2, column: 4))
    try terminal.press(Key(.character("x")))
    #expect(terminal.wait(upTo: .seconds(20)) { $0.text(row: 0).hasPrefix("offon ") })
    #expect(terminal.takesMouse)
    try terminal.click(at: Position(row: 2, column: 4))
    #expect(terminal.wait(upTo: .seconds(20)) { $0.text(row: 0).hasPrefix("offon E[<0;5;3ME[<0;5;3m ") })
  }

  @Test("keys are sent as the terminal type sends them, a paste in brackets where asked for")
  func sendsKeys() throws {
    let terminal = try shell(
      #"stty raw -echo; printf '\033[?2004h\033[?1hgo'; head -c 30 | od -An -c -w30"#, size: Size(columns: 160, rows: 5)
    )
    #expect(terminal.wait(upTo: .seconds(20)) { $0.text(row: 0).hasPrefix("go") })
    try terminal.press(Key(.up))
    try terminal.press(Key(.function(5)))
    try terminal.press(Key(.character("r"), .control))
    try terminal.press(Key(.character("x"), .alt))
    try terminal.press(Key(.escape))
    try terminal.press(Key(.enter))
    try terminal.type("é\n")
    try terminal.paste("ab")
    let wanted = #"go 033 O A 033 [ 1 5 ~ 022 033 x 033 \r 303 251 \r 033 [ 2 0 0 ~ a b 033 [ 2 0 1 ~"#
    let arrived = terminal.wait(upTo: .seconds(20)) {
      $0.text(row: 0).split(separator: " ").joined(separator: " ") == wanted
    }
    #expect(arrived, "\(terminal.screen.text(row: 0))")
  }

  @Test("a new size reaches program and screen")
  func resizes() throws {
    let terminal = try shell(#"trap 'stty size' WINCH; echo ready; while :; do read x; done"#)
    #expect(terminal.wait(upTo: .seconds(20)) { $0.text(row: 0).hasPrefix("ready") })
    terminal.resize(to: Size(columns: 33, rows: 7))
    #expect(terminal.wait(upTo: .seconds(20)) { $0.text(row: 1).hasPrefix("7 33") })
    #expect(terminal.screen.size == Size(columns: 33, rows: 7))
  }

  @Test("only the given environment is there, and descriptors above 2 are closed")
  func isScrubbed() throws {
    let terminal = try shell("env | sort; ls /proc/self/fd | tr '\\n' ' '", size: Size(columns: 60, rows: 10))
    #expect(terminal.ending(upTo: .seconds(20)) == .exited(0))
    let rows = (0..<10).map { terminal.screen.text(row: $0).trimmingBlanks }.filter { !$0.isEmpty }
    #expect(
      rows.filter {
        !$0.hasPrefix("PWD=") && !$0.hasPrefix("OLDPWD=") && !$0.hasPrefix("SHLVL=") && !$0.hasPrefix("_=")
      }
        == ["PATH=/usr/bin:/bin", "TERM=xterm-256color", "0 1 2 3"])
  }

  @Test("ends are told apart, and a program that cannot be started is an error")
  func tellsEndings() throws {
    #expect(try shell("exit 7").ending(upTo: .seconds(20)) == .exited(7))
    #expect(try shell("kill -TERM $$").ending(upTo: .seconds(20)) == .signalled(15))
    #expect(throws: PtyError.notStarted(program: "/nowhere/none", code: 2)) {
      _ = try PtyProcess("/nowhere/none", environment: [:], size: .smallest)
    }
  }

  @Test("a terminal that is taken away ends a program that waits for keys")
  func hangsUp() throws {
    let terminal = try shell("echo ready; cat")
    #expect(terminal.wait(upTo: .seconds(20)) { $0.text(row: 0).hasPrefix("ready") })
    terminal.process.hangUp()
    let ending = try #require(terminal.process.wait(upTo: .seconds(20)))
    #expect(ending == .signalled(1) || ending == .exited(129) || ending == .exited(0))
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    var text = Substring(self)
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
