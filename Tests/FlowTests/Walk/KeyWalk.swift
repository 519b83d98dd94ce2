import Rehearsal
import Tape
import Terminal
import TillsideTesting
import Workspace

/// A walk through the whole program, played step by step on a stage and judged after each.
final class KeyWalk {
  /// What came of a walk.
  struct Outcome {
    /// How the program started, and what was done, both as a tape has them.
    var start: [TapeStep]
    var steps: [TapeStep] = []
    var objection: Objection?
    /// All screens, if they are kept.
    var screens: [Frame] = []
    var counts = WorkLedger.Counts()
    /// The last screen.
    var screen: TapeScreen?

    /// The walk as a tape that can be played.
    var tape: String { (start + steps).map { TapePrinter.print($0) + "\n" }.joined() }
  }

  private let plain: TapePlain
  private let stage: HeadlessStage
  private let ledger = WorkLedger()
  private var screenJudge = ScreenJudge()
  private var secretJudge = SecretJudge()
  private(set) var outcome: Outcome
  var keepsScreens = false

  init(_ start: [TapeStep]) throws {
    outcome = Outcome(start: start)
    let (program, faults) = Self.assemble(start + [.waitIdle])
    guard faults.isEmpty else { throw Objection("tape", "\(faults)") }
    plain = program.start.plain
    stage = try Rehearsal.stage(program.start)
    stage.observe { [weak self] message, state in
      guard let self else { return }
      ledger.hear(message, state)
      if case .sync(let event) = message { secretJudge.hear(event) }
    }
    try stage.settle()
  }

  /// Whether the program has ended.
  var isOver: Bool { stage.exitCode != nil }

  var state: AppState { stage.state }

  /// Takes a step and judges what came of it; answers whether the walk goes on. A step that cannot be taken is left out.
  func take(_ step: TapeStep) -> Bool {
    let (program, faults) = Self.assemble([step])
    guard faults.isEmpty, state.session != nil || !step.isAboutWork else { return true }
    outcome.steps.append(step)
    do throws(TapeFailure) {
      var player = TapePlayer(program, on: stage, goldens: GoldenShelf(read: { _ in nil }, write: { name, _ in name }))
      try player.play()
    } catch {
      switch error.reason {
      case .trouble(.over): break
      case .trouble(.refused), .trouble(.impossible): outcome.steps.removeLast()
      default: outcome.objection = Objection("idle", "\(error)")
      }
    }
    let screen = stage.screen
    if outcome.objection == nil {
      do throws(Objection) { try judge(screen) } catch { outcome.objection = error }
    }
    outcome.screen = screen
    outcome.counts = ledger.counts
    if keepsScreens { outcome.screens.append(screen.frame) }
    return outcome.objection == nil && !isOver
  }

  private func judge(_ screen: TapeScreen) throws(Objection) {
    let state = stage.state
    if plain != .paper { try secretJudge.judge(screen, of: state) }
    try ledger.judge(state)
    guard !isOver else { return }
    if plain != .no { return try screenJudge.judgeCells(screen.frame) }
    try screenJudge.judge(screen, of: state)
    try WayOutJudge.judge(state)
  }

  private static func assemble(_ steps: [TapeStep]) -> (program: TapeProgram, faults: [TapeFault]) {
    let text = steps.map { TapePrinter.print($0) + "\n" }.joined()
    return TapeProgram.assemble("walk.tape") { _ in Array(text.utf8) }
  }
}

extension KeyWalk {
  /// Walks so many steps from a seed, or to the end of the program.
  static func walk(
    seed: UInt64, steps: Int, keepsScreens: Bool = false, telling tell: (String) -> Void = { _ in }
  ) throws -> Outcome {
    var dice = WalkDice(seed: seed)
    let start = dice.start()
    for step in start { tell(TapePrinter.print(step)) }
    let walk = try KeyWalk(start)
    walk.keepsScreens = keepsScreens
    for _ in 0..<steps {
      let step = dice.next(walk.state)
      tell(TapePrinter.print(step))
      let count = walk.outcome.steps.count
      let goesOn = walk.take(step)
      if walk.outcome.steps.count == count { tell("# refused") }
      if !goesOn { break }
    }
    return walk.outcome
  }

  /// Takes the same steps once more.
  static func replay(_ start: [TapeStep], _ steps: [TapeStep]) throws -> Outcome {
    let walk = try KeyWalk(start)
    for step in steps where !walk.take(step) { break }
    return walk.outcome
  }

  /// The walk without the steps that are not needed to break the same promise.
  static func shortened(_ outcome: Outcome, within limit: Duration) throws -> Outcome {
    guard let rule = outcome.objection?.rule else { return outcome }
    let end = ContinuousClock.now + limit
    var best = outcome
    var size = max(1, best.steps.count / 2)
    while ContinuousClock.now < end {
      var isShorter = false
      var first = 0
      while first < best.steps.count, ContinuousClock.now < end {
        var fewer = best.steps
        fewer.removeSubrange(first..<min(first + size, fewer.count))
        let tried = try replay(best.start, fewer)
        if tried.objection?.rule == rule {
          best = tried
          isShorter = true
        } else {
          first += size
        }
      }
      if size == 1, !isShorter { break }
      size = max(1, size / 2)
    }
    return best
  }
}

extension TapeStep {
  /// Whether a text of the work is typed, which may be seen wherever it is typed.
  fileprivate var isAboutWork: Bool {
    switch self {
    case .type(let text), .paste(let text), .scan(let text):
      text.resolved([:]).lowercased().contains(WalkTexts.mark)
    default: false
    }
  }
}
