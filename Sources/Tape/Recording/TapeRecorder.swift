import StoreModel
public import Terminal
import Workspace
import WorkspaceRuntime

/// Somebody works by hand in a program in memory, and a tape comes of it: keys with their commands beside them, and
/// after each what it changed.
public final class TapeRecorder {
  /// The program that is worked in.
  public let stage: HeadlessStage
  /// How often something was written down: whoever keeps the tape keeps it anew after each.
  public private(set) var revision = 0
  private let start: TapeStart
  private let goldens: GoldenShelf
  private var names: [String: String] = [:]
  private var scribe = StepScribe()
  private var moments: [RecordedMoment] = []
  private var waited = RecordedMoment()

  /// A recorder of a program that was just started; a screen that is expected is held against the golden ones.
  public init(
    _ stage: HeadlessStage, start: TapeStart,
    goldens: GoldenShelf = GoldenShelf(read: { _ in nil }, write: { name, _ in name })
  ) {
    self.stage = stage
    self.start = start
    self.goldens = goldens
  }

  /// How many steps there are so far.
  public var count: Int { moments.count }

  /// Whether the program is over.
  public var isOver: Bool { stage.exitCode != nil }

  /// Lets time pass.
  public func wait(_ duration: Duration) throws(TapeTrouble) {
    guard !isOver else { return }
    let before = stage.screen
    let secrets = stage.state.secretsOnScreen
    try stage.advance(by: duration)
    noteWait(duration, before: before, secrets)
  }

  private func noteWait(_ duration: Duration, before: TapeScreen, _ secrets: [String]) {
    waited.waited += duration
    let change = change(from: before, secrets)
    guard change.isChange else { return }
    waited.isWaitSeen = true
    if let text = change.newText { waited.awaited = text }
  }

  /// Gives an event of the terminal to the program and writes it down.
  public func take(_ event: TerminalEvent) throws(TapeTrouble) {
    guard !isOver else { return }
    let before = stage.screen
    let secrets = stage.state.secretsOnScreen
    let isAsked = stage.state.overlay != nil
    let steps = scribe.steps(for: event, in: stage.state)
    if case .click(let text)? = steps.first?.step, let place = before.place(of: text.resolved([:])) {
      try stage.click(at: place)
    } else {
      guard try give(event) else { return }
    }
    let hasAnswered = isAsked && event == .key(Key(.enter)) && stage.state.overlay == nil
    add(steps, before: before, secrets, hasAnswered: hasAnswered)
  }

  /// Gives an event to the program; answers whether it is one that tapes know.
  private func give(_ event: TerminalEvent) throws(TapeTrouble) -> Bool {
    switch event {
    case .key(let key): try stage.press(key)
    case .paste(let text): try stage.paste(text)
    case .scan(let code): try stage.scan(code)
    case .resize(let size): try stage.resize(to: size)
    case .mouse, .line, .linesOver, .hangUp, .terminate, .resumed: return false
    }
    return true
  }

  /// Does a step that was written by hand, a fault or somebody else's edit, and writes it down; one that no tape could hold
  /// here is refused, and of one that fails only the time it took is kept.
  public func perform(_ step: TapeStep) throws(TapeFailure) {
    let before = stage.screen
    let secrets = stage.state.secretsOnScreen
    let entry = TapeProgram.Entry(file: "", line: moments.count + 1, step: step.resolved(names))
    if let reason = refusal(of: step) {
      throw TapeFailure(entry: entry, reason: .trouble(.refused(reason)), screen: before, messages: [])
    }
    if let events = entry.step.events {
      do throws(TapeTrouble) { return add(try give(events, of: step), before: before, secrets) } catch {
        throw TapeFailure(entry: entry, reason: .trouble(error), screen: before, messages: [])
      }
    }
    let begin = stage.timekeeper.now().instant
    var player = TapePlayer(TapeProgram(file: "", start: start, entries: [entry]), on: stage, goldens: goldens)
    do { try player.play() } catch {
      let passed = begin.duration(to: stage.timekeeper.now().instant)
      if passed > .zero { noteWait(passed, before: before, secrets) }
      throw error
    }
    if case .assign(let name, let text) = step { names[name] = text.resolved(names) }
    let typed = if case .perform = step { scribe.pinTyped() } else { [WrittenStep]() }
    add(typed + [WrittenStep(step)], before: before, secrets)
  }

  /// Does a step at the keyboard that was written by hand; one that meets a place for secrets is written down as what was
  /// done there by key would be.
  private func give(_ events: [TerminalEvent], of step: TapeStep) throws(TapeTrouble) -> [WrittenStep] {
    var steps: [WrittenStep] = []
    var isSecret = false
    for event in events {
      isSecret = isSecret || stage.state.takesSecrets || stage.state.takesPIN
      steps += scribe.steps(for: event, in: stage.state)
      _ = try give(event)
    }
    return isSecret ? steps : [WrittenStep(step)]
  }

  /// Why a step cannot stand here in a tape; nil when it can.
  private func refusal(of step: TapeStep) -> String? {
    switch step {
    case .world: return TapeFaultKind.lateSetting("World").sentence
    case .set: return TapeFaultKind.lateSetting("Set").sentence
    case .source: return "another file is played with tillside play, not while one works by hand"
    default:
      let unknown = step.texts.flatMap(\.names).first { names[$0] == nil }
      return unknown.map { TapeFaultKind.unknownName($0, nearest: nil).sentence }
    }
  }

  private func add(_ steps: [WrittenStep], before: TapeScreen, _ secrets: [String], hasAnswered: Bool = false) {
    guard !steps.isEmpty else { return }
    revision += 1
    var moment = waited
    waited = RecordedMoment()
    moment.steps = steps
    let goesOn = moments.last?.takes(moment) == true
    if !isOver, let last = steps.last, last.isExpected {
      let typed = ((goesOn ? moments.last?.steps ?? [] : []) + steps).compactMap { $0.typed(names) }.joined()
      moment.expectation = change(from: before, secrets).expectation(
        namesFocus: !stage.state.takesSecrets,
        of: RecordedDeed(command: last.command, typed: typed, hasAnswered: hasAnswered))
    }
    if goesOn {
      moments[moments.count - 1].join(moment)
    } else {
      moments.append(moment)
    }
  }

  private func change(from before: TapeScreen, _ secrets: [String]) -> ChangedText {
    ChangedText(
      from: before, to: stage.screen, in: stage.state,
      hiding: secrets + stage.state.secretsOnScreen + scribe.knownPINs)
  }

  /// The tape of what was done.
  ///
  /// - Parameters:
  ///   - title: its first line, what it shows.
  ///   - isExact: every wait to the millisecond, instead of waiting for what came of it.
  ///   - namingCommands: `Do …` with the key beside it instead of the key with `Do …` beside it.
  public func tape(_ title: String, isExact: Bool, namingCommands: Bool = false) -> Tape {
    var lines = [TapeLine(number: 0, comment: title)] + start.lines
    for moment in moments + [waited] {
      lines += hidden(moment).lines(isExact: isExact, namingCommands: namingCommands)
    }
    return Tape(file: "", lines: lines)
  }

  /// A moment without the PINs that are known by now, which may have been typed elsewhere before.
  private func hidden(_ moment: RecordedMoment) -> RecordedMoment {
    var moment = moment
    moment.steps = moment.steps.map { written in
      var written = written
      written.step = written.step.map(scribe.hiding)
      return written
    }
    func holds(_ text: String) -> Bool { scribe.knownPINs.contains { text.contains($0) } }
    if let awaited = moment.awaited, holds(awaited) { moment.awaited = nil }
    if let expected = moment.expectation?.text.resolved([:]), holds(expected) { moment.expectation = nil }
    return moment
  }
}

extension WrittenStep {
  /// The text it types that no command takes; nil for any other step.
  fileprivate func typed(_ names: [String: String]) -> String? {
    guard case .type(let text)? = step, command == nil else { return nil }
    return text.resolved(names)
  }
}

extension TapeStep {
  /// What a step at the keyboard does there, names in it replaced; nil for any other step.
  fileprivate var events: [TerminalEvent]? {
    switch self {
    case .type(let text): text.resolved([:]).map { .key(.typing($0)) }
    case .press(let key, let times): Array(repeating: .key(key), count: times)
    case .paste(let text): [.paste(text.resolved([:]))]
    case .scan(let text): [.scan(text.resolved([:]))]
    default: nil
    }
  }
}

extension AppState {
  /// Texts on the screen that must not be written down.
  var secretsOnScreen: [String] {
    guard case .code(let page) = page, let code = page.userCode else { return [] }
    return [code, code.replacing("-", with: ""), code.replacing("-", with: " ")]
  }
}
