import ArgumentParser
import CloudNetwork
import PracticeCloud
import Rehearsal
import Tape

/// What tapes are played on: in memory or on a pty, over embedded practice clouds or one that is served.
struct TapeDeck: Sendable {
  /// Where the program runs.
  enum Terminal: String, ExpressibleByArgument, CaseIterable {
    case headless, pty
  }

  /// Whose time a program on a pty has.
  enum Time: String, ExpressibleByArgument, CaseIterable {
    case real, virtual
  }

  private let terminal: Terminal
  private let time: Time
  private let updatesScreens: Bool
  private let coverage: TapeCoverage?
  private let served: ServedPractice?
  private let readyFile: String?
  private let claims = GoldenClaims()

  /// In memory, over embedded practice clouds.
  static let inMemory = TapeDeck()

  private init() {
    terminal = .headless
    time = .virtual
    updatesScreens = false
    coverage = nil
    served = nil
    readyFile = nil
  }

  init(_ place: PlayPlace, updatesScreens: Bool, coverage: TapeCoverage? = nil) throws {
    self.coverage = coverage
    terminal = place.terminal
    time = place.terminal == .headless ? .virtual : place.time
    self.updatesScreens = updatesScreens
    // A program on a pty starts in a folder of its own.
    readyFile = place.practiceAt.map(TextFile.absolute)
    served = try place.practiceAt.map(TapeDeck.served)
  }

  /// Whether all tapes share one world, so that only one can be played at a time.
  var isShared: Bool { served != nil }

  /// Plays a tape while somebody looks on; must not be called on the pool the program's tasks run on.
  func result(_ program: TapeProgram, before watcher: (any TapeWatcher)? = nil) -> TapeResult {
    let begin = ContinuousClock.now
    let outcome: TapeResult.Outcome
    do throws(RehearsalError) {
      outcome = try play(program, before: watcher).map { .failed($0.description) } ?? .passed
    } catch {
      outcome = .noStage("\(program.file): \(error.sentence)")
    }
    return TapeResult(outcome: outcome, time: begin.duration(to: .now))
  }

  /// Plays a tape several times; a screen that is not the same as in the first play is a failure.
  func result(_ program: TapeProgram, times: Int) -> TapeResult {
    guard times > 1 else { return result(program) }
    let begin = ContinuousClock.now
    let first = PlayTrace()
    var last = result(program, before: first)
    var plays = 1
    for turn in 2...times {
      guard case .passed = last.outcome else { break }
      plays = turn
      let trace = PlayTrace()
      last = result(program, before: trace)
      guard case .passed = last.outcome, let difference = first.difference(from: trace) else { continue }
      last.outcome = .failed("\(program.file): play \(turn) shows another screen than the first, \(difference)")
    }
    return TapeResult(outcome: last.outcome, time: begin.duration(to: .now), plays: plays)
  }

  /// Lets a served cloud go on as it was found, its world as the last tape left it.
  func finish() {
    guard let served else { return }
    _ = waitFor { try? await served.end() }
  }

  private func play(
    _ program: TapeProgram, before watcher: (any TapeWatcher)?
  ) throws(RehearsalError) -> TapeFailure? {
    try prepare(program.start)
    switch terminal {
    case .headless:
      let stage = try Rehearsal.stage(program.start, served: served, witness: coverage?.witness)
      coverage?.watch(stage, language: program.start.language ?? "en")
      return play(program, on: stage, before: watcher)
    case .pty:
      guard let home = TemporaryHome() else { throw .noPty("no folder can be made below /tmp") }
      defer { withExtendedLifetime(home) {} }
      let stage = try Rehearsal.ptyStage(
        program.start, program: "/proc/self/exe", environment: home.environment, directory: home.path,
        readyFile: readyFile, time: time == .real ? .real : .virtual)
      return play(program, on: stage, before: watcher)
    }
  }

  private func prepare(_ start: TapeStart) throws(RehearsalError) {
    guard let served else { return }
    let isStanding = time == .virtual
    let trouble = waitFor { () async -> TapeTrouble? in
      do throws(TapeTrouble) { try await served.begin(start, standing: isStanding) } catch { return error }
      return nil
    }
    if let trouble { throw .noStage(trouble) }
  }

  private func play(
    _ program: TapeProgram, on stage: any TapeStage, before watcher: (any TapeWatcher)?
  ) -> TapeFailure? {
    let shelf = GoldenFolder(of: program.file).shelf(isUpdating: updatesScreens, claims: claims)
    var player = TapePlayer(program, on: stage, goldens: shelf, before: watcher)
    do throws(TapeFailure) { try player.play() } catch { return error }
    return nil
  }

  private static func served(_ path: String) throws -> ServedPractice {
    do {
      let ready = try ReadyFile.read(from: path)
      let settings = NetworkSettings(userAgent: Version.agent, extraAuthority: ready.ca)
      return ServedPractice(ready, transport: try NetworkTransport(settings))
    } catch {
      throw leave(.unavailable, "\(path): no practice cloud answers to this ready file")
    }
  }
}

extension RehearsalError {
  /// One line: why there is nothing to play on.
  var sentence: String {
    switch self {
    case .noScenario(let name): "there is no world \(name)"
    case .noStage(let trouble): trouble.sentence
    case .noPty(let reason): "the program cannot be started on a pty: \(reason)"
    }
  }
}
