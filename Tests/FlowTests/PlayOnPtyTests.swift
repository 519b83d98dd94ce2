import Glibc
import Tape
import Terminal
import TerminalEmulator
import Testing
import TillsideTesting

/// Tapes on a pty: where they begin, and what is left of them.
@Suite("A play on a pty") struct PlayOnPtyTests {
  @Test("begins when the program owns its terminal, so that its first key is the program's")
  func firstKeys() async throws {
    try await AppHarness.run(.pty) { app in
      try app.press("Ctrl+Z")
      try app.expect("Sign in")
    }
    try await AppHarness.run(.pty) { app in
      try app.press("Ctrl+C")
      try app.press("Enter")
      #expect(app.stage.exitCode == 0)
    }
  }

  @Test("leaves no process, also with a change on its way and nobody to move time", .timeLimit(.minutes(10)))
  func leavesNoProcess() async throws {
    let processes = try await onOwnThread {
      let program = try LedProgram()
      try program.signIn()
      let fault = try #require(TapeParser.parse("Fault latency 10s", file: "").tape.steps.first)
      try program.stage.ask(try #require(WorldRequest(fault)))
      try program.press("Space")
      return program.processes
    }
    #expect(processes.count == 2)
    for process in processes { while !OtherProcess(process).isOver { try await Task.sleep(for: .milliseconds(50)) } }
  }

  @Test("that is ended by a signal takes its folder along", arguments: [SIGINT, SIGTERM, SIGHUP])
  func leavesNoFolder(_ signal: Int32) throws {
    let world = try ScrubbedWorld()
    try world.put("Wait \"never\"@31d\n", at: "a.tape")
    let process = try PtyProcess(
      try BuiltProgram.path(), ["play", "--terminal", "pty", "a.tape"], environment: world.environment,
      directory: world.home, size: .smallest)
    var home: String?
    while home == nil, process.wait(upTo: .milliseconds(20)) == nil {
      let played = process.process.children.flatMap(\.children)
      home = played.compactMap(folder).first { $0.hasPrefix("/tmp/tillside-play-") }
    }
    let left = try #require(home)
    process.send(signal: signal)
    #expect(process.wait(upTo: .seconds(60)) == .signalled(signal))
    #expect(access(left, F_OK) != 0)
  }

  @Test("finds a ready file by the path from where it was called")
  func relativeReadyFile() throws {
    let server = try ServedCloud()
    defer { server.stop() }
    let world = try ScrubbedWorld()
    try world.put(String(decoding: try #require(TextFile.read(server.readyPath)), as: UTF8.self), at: "ready.json")
    try world.put("Expect \"Sign in\"\n", at: "a.tape")
    let run = try ProgramRun("play --practice-at ready.json --terminal pty a.tape", in: world)
    #expect(run.code == 0, "\(run.output)")
  }

  @Test("that cannot begin says why in plain words")
  func noDescriptors() throws {
    let world = try ScrubbedWorld()
    try world.put("Expect \"Sign in\"\n", at: "a.tape")
    for limit in 9...13 {
      let run = try ProgramRun(
        shell: "sh -c 'ulimit -n \(limit); \"\(try BuiltProgram.path())\" play --terminal pty a.tape'", in: world)
      #expect(!run.output.contains("notStarted("), "\(limit): \(run.output)")
    }
  }

  private func folder(of process: OtherProcess) -> String? {
    var bytes = [CChar](repeating: 0, count: 256)
    let count = readlink("/proc/\(process.id)/cwd", &bytes, bytes.count)
    return count > 0 ? String(decoding: bytes[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self) : nil
  }
}
