import Terminal

/// Plays a tape on a stage, step by step, until the end or the first failure.
public struct TapePlayer {
  /// Steps done so far.
  public private(set) var stepsDone = 0
  private let program: TapeProgram
  private let stage: any TapeStage
  private let goldens: GoldenShelf
  private let watcher: (any TapeWatcher)?
  private var names: [String: String] = [:]
  private var masks = ScreenMasks()

  /// A player of a tape that has no mistakes; `watcher` looks on.
  public init(
    _ program: TapeProgram, on stage: any TapeStage, goldens: GoldenShelf, before watcher: (any TapeWatcher)? = nil
  ) {
    self.watcher = watcher
    self.program = program
    self.stage = stage
    self.goldens = goldens
  }

  /// Plays to the end, or until the watcher wants no more.
  public mutating func play() throws(TapeFailure) {
    for entry in program.entries {
      if let watcher {
        var shown = entry
        shown.step = entry.step.resolved(names)
        if !watcher.begins(shown, text: entry.step.spoken?.resolved(names), on: stage) { return }
      }
      do { try perform(entry.step) } catch {
        let screen = stage.screen
        watcher?.fails(screen)
        throw TapeFailure(entry: entry, reason: error, screen: screen, messages: stage.lastMessages)
      }
      stepsDone += 1
      if entry.step.needsProgram { tell() }
    }
  }

  private mutating func perform(_ step: TapeStep) throws(TapeFailure.Reason) {
    switch step {
    case .assign(let name, let text): names[name] = text.resolved(names)
    case .mask(let pattern): masks.add(pattern)
    case .expect(let expectation): try expect(expectation, holds: true)
    case .expectNot(let expectation): try expect(expectation, holds: false)
    case .wait(let text, let limit): try wait(for: text.resolved(names), limit: limit ?? .seconds(60))
    case .click(let text): try click(.text(TapeText(text.resolved(names))))
    case .caption, .mark, .pause, .set, .world, .source: break
    default: do { try act(step) } catch { throw .trouble(error) }
    }
  }

  private func act(_ step: TapeStep) throws(TapeTrouble) {
    switch step {
    case .type(let text):
      for character in text.resolved(names) { try press(Key.typing(character)) }
    case .press(let key, let times):
      for _ in 0..<times { try press(key) }
    case .paste(let text): try stage.paste(text.resolved(names))
    case .scan(let text): try stage.scan(text.resolved(names))
    case .waitIdle: try stage.settle()
    case .perform(let command): try stage.perform(command.resolved(names))
    case .resize(let size): try stage.resize(to: size)
    case .advance(let duration): try stage.advance(by: duration)
    default:
      guard let request = WorldRequest(step, names: names), let words = try stage.ask(request) else { return }
      watcher?.hears(words)
    }
  }

  private func press(_ key: Key) throws(TapeTrouble) {
    try stage.press(key)
    tell()
  }

  /// Shows the screen to who looks on; the program's last key leaves none.
  private func tell() {
    guard let watcher, stage.exitCode == nil else { return }
    watcher.sees(stage.screen)
  }

  private func wait(for text: String, limit: Duration) throws(TapeFailure.Reason) {
    let isThere: Bool
    let wanted = TapeExpectation.text(TapeText(text))
    do { isThere = try stage.wait(upTo: limit) { $0.shows(wanted) } } catch { throw .trouble(error) }
    if !isThere { throw .waited(text, limit) }
  }

  private func expect(_ expectation: TapeExpectation, holds: Bool) throws(TapeFailure.Reason) {
    let wanted = expectation.resolved(names)
    if case .screen(let name) = wanted { return try compare(name.resolved([:])) }
    if try !comes({ $0.has(wanted) && $0.shows(wanted) == holds }) {
      let found = holds || !stage.screen.has(wanted) ? stage.screen.instead(of: wanted) : nil
      throw .unmet(holds ? .expect(wanted) : .expectNot(wanted), found: found)
    }
  }

  private func click(_ wanted: TapeExpectation) throws(TapeFailure.Reason) {
    guard try comes({ $0.shows(wanted) }), let place = stage.screen.place(of: wanted.text.resolved([:])) else {
      throw .unmet(.click(wanted.text), found: stage.screen.instead(of: wanted))
    }
    do { try stage.click(at: place) } catch { throw .trouble(error) }
  }

  private func compare(_ name: String) throws(TapeFailure.Reason) {
    let isThere = try comes { goldens.holds(name, $0, masks: masks) }
    if isThere, !goldens.isUpdating { return }
    if let difference = goldens.compare(name, with: stage.screen, masks: masks) { throw .golden(difference) }
  }

  /// Whether the screen is as wanted once the program is idle; seen from outside, once it has had time to draw.
  private func comes(_ isAsWanted: (TapeScreen) -> Bool) throws(TapeFailure.Reason) -> Bool {
    let patience = Duration.seconds(stage.knowsIdle ? 0 : 5)
    do { return try stage.wait(upTo: patience, until: isAsWanted) } catch { throw .trouble(error) }
  }
}

extension Key {
  /// The key that types a character; a line break is Enter, a tab is Tab.
  static func typing(_ character: Character) -> Key {
    switch character {
    case "\n", "\r", "\r\n": Key(.enter)
    case "\t": Key(.tab)
    case "\u{1B}": Key(.escape)
    default: Key(.character(character))
    }
  }
}
