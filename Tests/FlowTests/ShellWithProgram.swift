import Glibc
import Terminal
import TerminalEmulator
import Testing
import TillsideTesting

/// A shell on a pty that runs the program, then says its exit code and whether the line discipline is as before.
final class ShellWithProgram {
  static let limit = Duration.seconds(30)
  let terminal: PtyTerminal
  private let world: ScrubbedWorld

  private static let script = """
    before=$(stty -g); "$0"; code=$?; test "$before" = "$(stty -g)" && line=same || line=changed
    printf '\\nexit %s line %s\\n' "$code" "$line"; read rest
    """

  /// Starts the program and waits for its first page.
  init() throws {
    world = try ScrubbedWorld()
    let process = try PtyProcess(
      "/bin/sh", ["-c", Self.script, try BuiltProgram.path()], environment: world.environment, directory: world.home,
      size: .smallest)
    terminal = try #require(PtyTerminal(process, size: .smallest))
    try wait { $0.isAlternate && $0.text(row: 4).contains("Sign in") }
  }

  /// Waits until the screen is as wanted; throws with the screen otherwise.
  func wait(until isAsWanted: (EmulatedScreen) -> Bool) throws {
    if !terminal.wait(upTo: Self.limit, until: isAsWanted) {
      throw UnexpectedScreen(rows: terminal.screen.rows, isClosed: terminal.isClosed)
    }
  }

  /// The screen once the shell goes on.
  func screenAfterwards() throws -> EmulatedScreen {
    try wait { $0.anyRow(contains: "exit ") && $0.anyRow(contains: " line ") }
    return terminal.screen
  }

  /// Processes below the shell: the supervisor, then the program.
  var programs: [OtherProcess] { terminal.process.process.descendants }
}

/// The screen did not come to what was expected.
struct UnexpectedScreen: Error {
  var rows: [String]
  var isClosed: Bool
}

extension EmulatedScreen {
  /// Every row's text.
  var rows: [String] { (0..<size.rows).map { text(row: $0) } }

  /// Whether a text stands in some row.
  func anyRow(contains text: String) -> Bool { rows.contains { $0.contains(text) } }
}
