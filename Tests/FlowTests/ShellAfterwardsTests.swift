import Glibc
import Terminal
import TerminalEmulator
import Testing
import TillsideTesting

/// Whatever ends the program, the shell it was started from goes on as it was.
@Suite("The shell afterwards", .serialized)
struct ShellAfterwardsTests {
  @Test("is clean after every signal to the program", arguments: [SIGTERM, SIGKILL, SIGSEGV])
  func signals(_ signal: Int32) async throws {
    let screen = try await onOwnThread {
      let shell = try ShellWithProgram()
      let program = try #require(shell.programs.last)
      try #require(program.send(signal))
      return try shell.screenAfterwards()
    }
    expectClean(screen, exit: 128 + signal)
  }

  @Test("is clean after quitting by keys")
  func quits() async throws {
    let screen = try await onOwnThread {
      let shell = try ShellWithProgram()
      try shell.terminal.press(Key(.character("c"), .control))
      try shell.wait { $0.anyRow(contains: "Quit Tillside?") }
      try shell.terminal.press(Key(.enter))
      return try shell.screenAfterwards()
    }
    expectClean(screen, exit: 0)
  }

  @Test("the program cleans up itself when its supervisor is killed")
  func supervisorKilled() async throws {
    let (screen, isCooked, left) = try await onOwnThread {
      let shell = try ShellWithProgram()
      let below = shell.programs
      try #require(below.count == 2 && below[0].send(SIGKILL))
      try shell.wait { !$0.isAlternate && $0.cursor != nil }
      let left = below.filter { !$0.ends(within: ShellWithProgram.limit) }
      return (shell.terminal.screen, shell.terminal.process.isCooked, left)
    }
    #expect(isCooked)
    #expect(left == [])
    #expect(!screen.anyRow(contains: "Contoso"))
  }

  @Test("nothing stays behind when the terminal is taken away")
  func terminalGone() async throws {
    let (below, left) = try await onOwnThread {
      let shell = try ShellWithProgram()
      let below = shell.programs
      shell.terminal.process.hangUp()
      try #require(shell.terminal.process.wait(upTo: ShellWithProgram.limit) != nil)
      return (below, below.filter { !$0.ends(within: ShellWithProgram.limit) })
    }
    #expect(!below.isEmpty)
    #expect(left == [])
  }

  private func expectClean(_ screen: EmulatedScreen, exit code: Int32) {
    #expect(screen.anyRow(contains: "exit \(code) line same"), "\(screen.rows)")
    #expect(!screen.isAlternate)
    #expect(screen.cursor != nil)
    #expect(screen.titlesSet == 0)
    #expect(!screen.anyRow(contains: "Contoso"))
  }
}
