import Glibc
import StoreModel
public import Tape
import Terminal
import TerminalEmulator
import Workspace

extension Rehearsal {
  /// How a program on a pty gets its time.
  public enum Time: Sendable {
    /// As in memory: it starts at the opening moment and moves only when the tape says so.
    case virtual
    /// It passes as the machine's does, from the opening moment on; with a served cloud it is the machine's.
    case real
  }

  /// The program itself on a pty of its own, led over a control line.
  ///
  /// - Parameters:
  ///   - program: path of `tillside`.
  ///   - environment: all of it; a home of its own is a good idea.
  ///   - directory: where it starts.
  ///   - readyFile: a served practice cloud, put to the tape's start already; nil for an embedded one.
  public static func ptyStage(
    _ start: TapeStart, program: String, environment: [String: String], directory: String, readyFile: String? = nil,
    time: Time = .virtual
  ) throws(RehearsalError) -> PtyStage {
    guard let (near, far) = LineSocket.pair() else { throw .noPty("no descriptors are left") }
    defer { close(far) }
    var environment = environment
    environment["TILLSIDE_TERMINAL_STORE"] = start.store
    do throws(PtyError) {
      let process = try PtyProcess(
        program, start.flags(readyFile: readyFile, time: time), environment: start.settings(beside: environment),
        directory: directory, size: start.size, control: far)
      guard let terminal = PtyTerminal(process, size: start.size) else { throw .over(.exited(0)) }
      let stage = PtyStage(terminal, line: near, isPlain: start.plain != .no, movesTime: time == .virtual)
      // Before it owns its terminal a key would be the shell's: Ctrl+C would kill it. A program that is over is told of by
      // the first step.
      try? stage.settle()
      return stage
    } catch {
      throw .noPty(error.sentence)
    }
  }
}

extension PtyError {
  /// One line: why there is no program.
  fileprivate var sentence: String {
    switch self {
    case .notStarted(let program, let code): "\(program): \(String(cString: strerror(code)))"
    case .over: "it was over at once"
    }
  }
}

extension TapeStart {
  /// Flags of `tillside run` for a program led by a player.
  fileprivate func flags(readyFile: String?, time: Rehearsal.Time) -> [String] {
    var flags = ["run", "--tape-line", time == .virtual ? "virtual" : "real", "--seed", String(seed)]
    if let readyFile { flags += ["--practice-at", readyFile] } else { flags += ["--practice", scenario] }
    // A served cloud has the machine's time unless it moves with the tape, and then the program has too.
    if time == .virtual || readyFile == nil { flags += ["--clock", Rehearsal.opening(of: self).wall.iso8601] }
    if isASCII { flags.append("--ascii") }
    if isReal { flags.append("--tape-real") }
    if plain != .no { flags.append("--plain") }
    for (id, keys) in self.keys.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      flags.append("--tape-key=\(id.rawValue) " + keys.map(\.description).joined(separator: " "))
    }
    if isKiosk { flags.append("--kiosk") }
    if takesMouse { flags.append("--mouse") }
    if let theme { flags += ["--theme", theme] }
    if let language { flags += ["--lang", language] }
    return flags
  }

  /// The environment with the settings a tape asks for that no flag can say.
  fileprivate func settings(beside environment: [String: String]) -> [String: String] {
    var environment = environment
    if plain == .paper { environment["TERM"] = "dumb" }
    environment["TILLSIDE_SESSION_PIN"] = pin.rawValue
    environment["TILLSIDE_SESSION_SIGN_IN"] = signIn.setting
    if let idle { environment["TILLSIDE_SESSION_IDLE_MINUTES"] = String(idle) }
    if let hours { environment["TILLSIDE_SESSION_ABSOLUTE_HOURS"] = String(hours) }
    if let poll { environment["TILLSIDE_SYNC_POLL_SECONDS"] = String(poll) }
    return environment
  }
}
