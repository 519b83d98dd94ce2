public import Rehearsal
public import Tape
public import Terminal

/// The whole program under test, on a terminal in memory or on a real pty, by the same calls.
///
/// Every call that finds something else than expected throws a `HarnessFailure` that shows the whole screen. It belongs to one
/// thread of its own: use `run`.
public final class AppHarness {
  /// Where the program runs.
  public enum Mode: Sendable {
    /// In memory, with time that only moves when told.
    case headless
    /// On a real pty, led over its control line; time moves only when told, as in memory.
    case pty
  }

  /// A served practice cloud to run on instead of an embedded one.
  public struct Served: Sendable {
    /// The cloud and how it is reached from here.
    public var practice: ServedPractice
    /// Its ready file, for a program on a pty.
    public var readyPath: String

    /// A served cloud.
    public init(_ practice: ServedPractice, readyPath: String) {
      self.practice = practice
      self.readyPath = readyPath
    }
  }

  /// The program as a tape sees it.
  public let stage: any TapeStage

  /// A harness around a stage.
  public init(_ stage: any TapeStage) { self.stage = stage }

  /// Starts the program, hands it to the test on a thread of its own, and ends it.
  public static func run<Value: Sendable>(
    _ mode: Mode, _ start: TapeStart = TapeStart(), on cloud: Served? = nil,
    _ test: @escaping @Sendable (AppHarness) throws -> Value
  ) async throws -> Value {
    try await cloud?.practice.begin(start, standing: true)
    return try await onOwnThread {
      switch mode {
      case .headless: return try test(AppHarness(try Rehearsal.stage(start, served: cloud?.practice)))
      case .pty:
        let world = try ScrubbedWorld()
        defer { withExtendedLifetime(world) {} }
        let stage = try Rehearsal.ptyStage(
          start, program: try BuiltProgram.path(), environment: world.environment, directory: world.home,
          readyFile: cloud?.readyPath)
        return try test(AppHarness(stage))
      }
    }
  }

  /// Types text character by character.
  public func type(_ text: String) throws {
    for character in text { try stage.press(Key(.character(character))) }
  }

  /// Presses a key by its spelling, `Ctrl+R`, once or several times.
  public func press(_ spelling: String, times: Int = 1) throws {
    guard let key = Key(spelling) else { throw HarnessFailure("there is no key \(spelling)", stage) }
    for _ in 0..<times { try stage.press(key) }
  }

  /// Moves the clock, firing every timer on the way.
  public func advance(by duration: Duration) throws { try stage.advance(by: duration) }

  /// Waits until the program has nothing to do; never moves time.
  public func idle() throws { try stage.settle() }

  /// Gives the screen another size.
  public func resize(to size: Size) throws { try stage.resize(to: size) }

  /// The screen now.
  public var screen: TapeScreen { stage.screen }

  /// Expects a text somewhere on the screen.
  public func expect(_ text: String) throws { try expect(.text(TapeText(text))) }

  /// Expects a text in a row, counted from 1.
  public func expect(row: Int, contains text: String) throws { try expect(.row(row, TapeText(text))) }

  /// Expects a text in the focused item.
  public func expectFocus(_ text: String) throws { try expect(.focus(TapeText(text))) }

  /// Expects that a text is nowhere on the screen.
  public func expectNot(_ text: String) throws { try expect(.text(TapeText(text)), holds: false) }

  /// Expects that the program has ended, or ends within real time, with an exit code.
  public func expectExit(_ code: Int32) throws {
    if stage.exitCode == nil { _ = try? stage.settle() }
    if stage.exitCode != code {
      throw HarnessFailure("exit code \(stage.exitCode.map(String.init) ?? "none") instead of \(code)", stage)
    }
  }

  private var patience: Duration { stage.knowsIdle ? .zero : .seconds(60) }

  private func expect(_ expectation: TapeExpectation, holds: Bool = true) throws {
    if try stage.wait(upTo: patience, until: { $0.shows(expectation) == holds }) { return }
    let step: TapeStep = holds ? .expect(expectation) : .expectNot(expectation)
    throw HarnessFailure("not so: \(TapePrinter.print(step))", stage)
  }
}
