import Glibc
import Terminal
import TerminalEmulator
import Testing
import TillsideTesting

/// Whatever ends the program, the terminal is as it was before.
@Suite struct EndingTests {
  @Test func quittingGivesTheTerminalBack() throws {
    let terminal = try ProbeTerminal.start()
    #expect(terminal.waitForPage())
    #expect(terminal.screen.isAlternate)
    #expect(!terminal.process.isCooked)
    try terminal.type("q")
    #expect(terminal.ending(upTo: ProbeTerminal.limit) == .exited(0))
    #expect(!terminal.screen.isAlternate)
    #expect(terminal.screen.cursor != nil)
    #expect(terminal.transcript.contains(Array("\u{1B}[?2004l".utf8)))
  }

  /// The child dies of it: nobody but the supervisor can clean up.
  @Test(arguments: [SIGKILL, SIGSEGV, SIGABRT, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGUSR1, SIGPIPE])
  func aKilledProgramLeavesACleanTerminal(signal: Int32) throws {
    let terminal = try ProbeTerminal.start()
    #expect(terminal.waitForPage())
    let probe = try #require(terminal.probe)
    probe.send(signal)
    #expect(terminal.wait(upTo: ProbeTerminal.limit) { !$0.isAlternate && $0.cursor != nil })
    #expect(terminal.wait(upTo: ProbeTerminal.limit) { $0.anyRow(contains: "ended unexpectedly (signal \(signal))") })
    #expect(!terminal.screen.anyRow(contains: "seal number"))
    #expect(terminal.ending(upTo: ProbeTerminal.limit) == .exited(128 + signal))
    #expect(terminal.transcript.contains(Array("\u{1B}[?2004l".utf8)))
    #expect(terminal.transcript.contains(Array("\u{1B}[3J".utf8)))
  }

  @Test func theLineDisciplineComesBackAfterAKill() throws {
    let terminal = try ProbeTerminal.start()
    #expect(terminal.waitForPage())
    let probe = try #require(terminal.probe)
    probe.send(SIGKILL)
    #expect(terminal.ending(upTo: ProbeTerminal.limit) == .exited(137))
    #expect(terminal.process.isCooked)
  }

  /// Sent to the supervisor, as an operator or a service manager does; the program ends by itself.
  @Test(arguments: [(SIGTERM, 143), (SIGINT, 130), (SIGQUIT, 131), (SIGHUP, 129)] as [(Int32, Int32)])
  func signalsToTheSupervisorReachTheProgram(signal: Int32, code: Int32) throws {
    let terminal = try ProbeTerminal.start()
    #expect(terminal.waitForPage())
    terminal.process.send(signal: signal)
    #expect(terminal.ending(upTo: ProbeTerminal.limit) == .exited(code))
    #expect(!terminal.screen.anyRow(contains: "unexpectedly"))
    #expect(terminal.process.isCooked)
  }

  /// The program's own crash must not open the prompt of the Swift runtime.
  @Test func aCrashOpensNoPrompt() throws {
    let terminal = try ProbeTerminal.start()
    #expect(terminal.waitForPage())
    try terminal.type("X")
    guard case .exited(let code)? = terminal.ending(upTo: ProbeTerminal.limit) else {
      Issue.record("did not end")
      return
    }
    #expect(code == 128 + SIGTRAP || code == 128 + SIGILL)
    let written = String(decoding: terminal.transcript, as: UTF8.self)
    #expect(!written.contains("Press space") && !written.contains("Thread 0"))
    #expect(terminal.process.isCooked)
  }

  @Test func closingTheTerminalEndsAllProcesses() throws {
    let terminal = try ProbeTerminal.start()
    #expect(terminal.waitForPage())
    let probe = try #require(terminal.probe)
    terminal.process.hangUp()
    #expect(terminal.process.wait(upTo: ProbeTerminal.limit) == .exited(129))
    #expect(probe.isOver)
  }

  @Test func theProgramDiesWithItsSupervisor() throws {
    let terminal = try ProbeTerminal.start()
    #expect(terminal.waitForPage())
    let probe = try #require(terminal.probe)
    terminal.process.send(signal: SIGKILL)
    #expect(terminal.process.wait(upTo: ProbeTerminal.limit) == .signalled(SIGKILL))
    #expect(probe.ends(within: ProbeTerminal.limit))
  }

  @Test func aStoppedProgramIsEnded() throws {
    let terminal = try ProbeTerminal.start()
    #expect(terminal.waitForPage())
    let probe = try #require(terminal.probe)
    probe.send(SIGSTOP)
    #expect(terminal.wait(upTo: ProbeTerminal.limit) { $0.anyRow(contains: "was stopped from outside") })
    #expect(terminal.ending(upTo: ProbeTerminal.limit) == .exited(137))
    #expect(!terminal.screen.anyRow(contains: "seal number"))
  }

  @Test func jobControlDoesNotStopIt() throws {
    let terminal = try ProbeTerminal.start()
    #expect(terminal.waitForPage())
    let probe = try #require(terminal.probe)
    for signal in [SIGTSTP, SIGTTIN, SIGTTOU] { probe.send(signal) }
    try terminal.type("\u{1A}a")
    #expect(terminal.heard("Ctrl+Z a"))
  }
}

extension EmulatedScreen {
  func anyRow(contains text: String) -> Bool { (0..<size.rows).contains { self.text(row: $0).contains(text) } }
}
