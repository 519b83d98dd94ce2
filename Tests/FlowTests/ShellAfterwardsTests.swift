import Glibc
import Terminal
import TerminalEmulator
import Testing
import TillsideTesting

/// Whatever ends the program, the shell it was started from goes on as it was.
@Suite("The shell afterwards", .serialized)
struct ShellAfterwardsTests {
  private static let script = """
    before=$(stty -g); "$0"; code=$?; test "$before" = "$(stty -g)" && line=same || line=changed
    printf '\\nexit %s line %s\\n' "$code" "$line"; read rest
    """

  /// The program started by a shell on a pty, its first page on the screen.
  private static func start(in world: ScrubbedWorld) throws -> PtyTerminal {
    let process = try PtyProcess(
      "/bin/sh", ["-c", script, try BuiltProgram.path()], environment: world.environment, directory: world.home,
      size: .smallest)
    let terminal = try #require(PtyTerminal(process, size: .smallest))
    let isUp = terminal.wait(upTo: .seconds(30)) { $0.isAlternate && $0.text(row: 4).contains("Sign in") }
    try #require(isUp, "\(terminal.screen.frame)")
    return terminal
  }

  /// Processes below a process: the supervisor, then the program.
  private static func descendants(of process: Int32) throws -> [Int32] {
    guard let file = fopen("/proc/\(process)/task/\(process)/children", "r") else { return [] }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    guard fgets(&line, Int32(line.count), file) != nil else { return [] }
    let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let children = text.split(separator: " ").compactMap { Int32($0) }
    return try children + children.flatMap { try descendants(of: $0) }
  }

  @Test("is clean after every signal to the program", arguments: [SIGTERM, SIGKILL, SIGSEGV])
  func signals(_ signal: Int32) async throws {
    try await onOwnThread {
      let world = try ScrubbedWorld()
      let terminal = try Self.start(in: world)
      let program = try #require(try Self.descendants(of: terminal.process.id).last)
      #expect(kill(program, signal) == 0)
      let wanted = "exit \(128 + signal) line same"
      let isBack = terminal.wait(upTo: .seconds(20)) { screen in
        (0..<24).contains { screen.text(row: $0).contains(wanted) }
      }
      #expect(isBack, "\(wanted): \((0..<24).map { terminal.screen.text(row: $0) }.joined(separator: "\n"))")
      #expect(!terminal.screen.isAlternate)
      #expect(terminal.screen.cursor != nil)
      #expect(terminal.screen.titlesSet == 0)
    }
  }

  @Test("is clean after quitting by keys")
  func quits() async throws {
    try await onOwnThread {
      let world = try ScrubbedWorld()
      let terminal = try Self.start(in: world)
      try terminal.press(Key(.character("c"), .control))
      #expect(
        terminal.wait(upTo: .seconds(20)) { screen in (0..<24).contains { screen.text(row: $0).contains("Quit") } })
      try terminal.press(Key(.enter))
      let isBack = terminal.wait(upTo: .seconds(20)) { screen in
        (0..<24).contains { screen.text(row: $0).contains("exit 0 line same") }
      }
      #expect(isBack)
      #expect(!terminal.screen.isAlternate)
    }
  }

  @Test("nothing stays behind when the terminal is taken away")
  func terminalGone() async throws {
    try await onOwnThread {
      let world = try ScrubbedWorld()
      let terminal = try Self.start(in: world)
      let below = try Self.descendants(of: terminal.process.id)
      #expect(!below.isEmpty)
      terminal.process.hangUp()
      #expect(terminal.process.wait(upTo: .seconds(20)) != nil)
      let deadline = ContinuousClock.now + .seconds(20)
      while below.contains(where: { kill($0, 0) == 0 }), ContinuousClock.now < deadline { sched_yield() }
      #expect(below.allSatisfy { kill($0, 0) != 0 })
    }
  }
}
