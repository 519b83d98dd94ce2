public import Tape
public import TerminalEmulator

extension PtyTerminal {
  /// The built program on a pty, in a world of its own.
  public static func tillside(
    in world: ScrubbedWorld, _ start: TapeStart = TapeStart(), arguments: [String] = []
  ) throws -> PtyTerminal {
    var flags = arguments
    if start.isASCII { flags.append("--ascii") }
    if let theme = start.theme { flags += ["--theme", theme] }
    if let language = start.language { flags += ["--lang", language] }
    let program = try BuiltProgram.path()
    let process = try PtyProcess(
      program, flags, environment: world.environment, directory: world.home, size: start.size)
    guard let terminal = PtyTerminal(process, size: start.size) else { throw PtyError.over(.exited(0)) }
    return terminal
  }
}
