import StoreModel
import Strings
public import Tape
import Terminal
public import TerminalEmulator
import Workspace
import WorkspaceRuntime

extension TapeStage where Self == HeadlessStage {
  /// The program in memory, at its start page, without a cloud.
  public static func inMemory(_ start: TapeStart) throws -> HeadlessStage {
    try HeadlessStage(start, now: .testStart) { timekeeper, _ in
      let look = Look(words: .english, isUnicode: !start.isASCII)
      let till = Till(chain: "Contoso", store: "012", storeName: "Seattle", register: "3", isPractice: true)
      let state = AppState(size: start.size, look: look, now: timekeeper.now(), calendar: .utc, till: till)
      return HeadlessStage.Parts(state: state, services: Services(), world: nil)
    }
  }
}

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
