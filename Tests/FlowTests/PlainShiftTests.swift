import Glibc
import Terminal
import TerminalEmulator
import Testing
import TillsideTesting

/// A whole shift line by line, in the built program: the same commands and the same core as on the screen.
@Suite("A shift line by line") struct PlainShiftTests {
  @Test func aWholeShift() throws {
    let world = try ScrubbedWorld()
    let run = try PlainRun(
      [
        "mei", ":practice-phone", "1", "1",  // the phone: her account, and yes
        "2", "c", "Till 3 was short.", ":note-save", "back",
        "1 task-complete", "lock", "1", ":practice-phone", "1", "1", "open", "sign-out", "1",
      ], flags: "--practice --clock 2026-11-25T09:41:00Z --seed 7", in: world)
    #expect(run.code == 0)
    for wanted in [
      "Type this code", "1. Mei-Lin Tran", "My tasks", "1. Check cold-store temperature, Not started",
      "Till 3 was short.",
      "Mei-Lin Tran locked this terminal", "Signed out at", "read back: none left in this program",
      "This terminal cannot be cleared: what was said stays on it.",
    ] {
      #expect(run.output.contains(wanted), "\(wanted)\n\(run.output)")
    }
    #expect(!run.output.contains("\u{1B}"), "a sequence was written")
  }

  @Test func theEndOfTheScriptSignsOut() throws {
    let world = try ScrubbedWorld()
    let run = try PlainRun(["mei", ":practice-phone", "1", "1"], flags: "--practice", in: world)
    #expect(run.code == 0)
    #expect(run.output.contains("read back: none left in this program"), "\(run.output)")
  }

  /// The terminal's quit key is a letter like others; in full screen it is one as well.
  @Test func noKeyEndsALineByLineKiosk() async throws {
    try await onOwnThread {
      let world = try ScrubbedWorld()
      let process = try PtyProcess(
        try BuiltProgram.path(), ["--plain", "--kiosk", "--practice"], environment: world.environment,
        directory: world.home, size: .smallest)
      let terminal = try #require(PtyTerminal(process, size: .smallest))
      try #require(terminal.wait(upTo: ShellWithProgram.limit) { $0.anyRow(contains: "Sign in") })
      try terminal.type("\u{1C}\n\u{1C}\nmei\n")
      try #require(terminal.wait(upTo: ShellWithProgram.limit) { $0.anyRow(contains: "Type this code") })
    }
  }

  /// Nor does whoever answers next send it.
  @Test func aHalfTypedLineIsGoneWithALock() async throws {
    try await onOwnThread {
      let world = try ScrubbedWorld()
      let size = Size(columns: 100, rows: 60)
      let process = try PtyProcess(
        try BuiltProgram.path(), ["--plain", "--practice"], environment: world.environment, directory: world.home,
        size: size)
      let terminal = try #require(PtyTerminal(process, size: size))
      func wait(for text: String) -> Bool {
        terminal.wait(upTo: ShellWithProgram.limit) { $0.anyRow(contains: text) }
      }
      try #require(wait(for: "Account?"))
      for (answer, next) in [
        ("mei", "Type this code"), (":practice-phone", "Whose phone"), ("1", "Yes, that is me"), ("1", "My tasks"),
      ] {
        try terminal.type(answer + "\n")
        try #require(wait(for: next))
      }
      try terminal.type("quagga")
      try #require(wait(for: "quagga"))
      let program = try #require(LedProgram.processes(below: process.id).last)
      try #require(kill(program, SIGCONT) == 0)
      try #require(wait(for: "Locked at"))
      try terminal.type("?\n")
      #expect(wait(for: "Keys that work here"))
      #expect(!terminal.screen.anyRow(contains: "quagga"))
    }
  }

  /// A scenario behind `=` is the one that is opened, whatever flag follows it.
  @Test func theScenarioNamedIsTheOneOpened() throws {
    let world = try ScrubbedWorld()
    let answers = ["mei", ":practice-phone"]
    let run = try PlainRun(answers, flags: "--practice=wide-scripts --seed 7", in: world)
    #expect(run.output.contains("林美華"), "\(run.output)")
  }

  @Test func nothingIsOpenedWithoutAnAnswer() throws {
    let world = try ScrubbedWorld()
    let run = try PlainRun([], flags: "--practice", in: world)
    #expect(run.code == 0)
    #expect(run.lines.first?.hasPrefix("Contoso 012") == true)
  }
}
