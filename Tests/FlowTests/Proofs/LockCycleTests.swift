import Glibc
import Rehearsal
import Tape
import Terminal
import TerminalEmulator
import Testing
import TillsideTesting

/// Lock after lock against a served cloud: a second after it, no token is left in any process of the program, in its files,
/// in what it wrote to the terminal, or in its environment.
@Suite(.serialized) struct LockCycleTests {
  /// `make soak`: 10,000 locks, searched after every hundredth; a short run otherwise.
  static let cycles = Soak.count(short: 6, long: 10_000)
  static let between = Soak.count(short: 3, long: 100)

  /// The program itself, supervisor and all. Its memory is closed to everybody but root.
  @Test(.enabled(if: TokenSearch.isAllowed, "needs root to read the memory of the program"))
  func nothingIsLeftOfTheProgramsTokens() async throws {
    let log = try await LedProgram.onServedCloud { program in
      let began = ContinuousClock.now
      for cycle in 1...Self.cycles {
        try program.signIn()
        if cycle % Self.between == 1 {
          let control = try TokenSearch.memory(of: program.processes)
          #expect(control > 0, "a search that finds nothing while somebody is signed in proves nothing")
        }
        try program.press("F9")
        try program.stage.settle()
        try #require(program.stage.screen.shows("Locked at"), "\(program.rows)")
        guard cycle % Self.between == 0 else { continue }
        #expect(try TokenSearch.memoryAfterASecond(of: program.processes) == 0, "lock \(cycle)")
        if Soak.isOn { print("\(cycle) locks in \(ContinuousClock.now - began), nothing found") }
      }
      #expect(program.processes.count == 2)
      #expect(TokenSearch.environment(of: program.processes) == 0)
      #expect(TokenSearch.files(below: program.world.home) == 0)
      #expect(TokenSearch.count(in: program.terminal.transcript) == 0)
    }
    #expect(TokenSearch.count(in: log) == 0)
  }

  /// Neither what was being written nor what stood on the open page.
  @Test(.enabled(if: TokenSearch.isAllowed, "needs root to read the memory of the program"))
  func nothingIsLeftOfTheTaskThatWasOpen() async throws {
    let texts = ["quagga text that was saved", "okapi text half written"]
    let forms = texts.flatMap { WritableMemory.forms(of: $0) }
    try await LedProgram.onServedCloud { program in
      let hits = {
        try program.processes.reduce(0) { try $0 + WritableMemory.hits(of: forms, in: $1).values.reduce(0, +) }
      }
      try program.signIn()
      try program.press("Enter", "c", "Ctrl+A", "\"\(texts[0])\"", "Ctrl+S")
      try program.stage.settle()
      try #require(program.stage.screen.shows(texts[0]), "\(program.rows)")
      try program.press("c", "\"\(texts[1])\"")
      try program.stage.settle()
      #expect(try hits() > 0, "a search that finds nothing while somebody is signed in proves nothing")
      try program.press("F9")
      try program.stage.settle()
      try #require(program.stage.screen.shows("Locked at"), "\(program.rows)")
      let end = ContinuousClock.now + .seconds(1)
      while try hits() > 0, ContinuousClock.now < end { sched_yield() }
      #expect(try hits() == 0)
    }
  }

  /// Session, sync and network without the terminal, for whoever is not root.
  @Test func nothingIsLeftOfTheCoresTokens() async throws {
    let server = try ServedCloud()
    defer { server.stop() }
    let readyPath = server.readyPath
    try await onOwnThread {
      let probe = try ProbeProcess("lock-probe", readyPath)
      for _ in 0..<Soak.count(short: 1, long: 100) {
        try probe.ask("sign-in")
        #expect(try TokenSearch.memory(of: [probe.process]) > 0)
        try probe.ask("lock")
        #expect(try TokenSearch.memoryAfterASecond(of: [probe.process]) == 0)
        try probe.ask(String(Soak.count(short: 5, long: 100)))
        #expect(try TokenSearch.memoryAfterASecond(of: [probe.process]) == 0)
      }
    }
  }
}
