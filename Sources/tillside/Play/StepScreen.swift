import Strings
import Tape
import Terminal
import TerminalCurses
import Workspace

/// A play shown on the real terminal, step by step: runs to the next `Mark` or `Pause`, shows what it says, and waits.
///
/// The trainer may take the keyboard there, work by hand in the program that plays, and hand it back.
final class StepScreen: TapeWatcher {
  let terminal: CursesTerminal
  let words: Words
  private let title: String
  private var speed: Double
  private var screen: TapeScreen?
  private var caption = ""
  private var step = ""
  private var isMark = false
  /// What plays, from its first step on.
  private var stage: (any TapeStage)?
  private var heard: String?
  /// Keys of one `Type` that are still to come, and how many it has.
  private var typing = (left: 0, all: 1)
  private var hasBegun = false
  private var wasTaken = false
  private var isAnew = false
  private(set) var isStopped = false
  /// The signal that stopped it; nil where the trainer did.
  private(set) var signal: Int32?

  /// A screen that takes so many times the usual speed; the title says what is shown.
  init(_ terminal: CursesTerminal, words: Words, title: String, speed: Double) {
    self.terminal = terminal
    self.words = words
    self.title = title
    self.speed = speed
  }

  func begins(_ entry: TapeProgram.Entry, text: String?, on stage: any TapeStage) -> Bool {
    screen = stage.screen
    self.stage = stage
    if !hasBegun {
      hasBegun = true
      caption = title
      waitForTrainer(stage)
      caption = ""
    }
    typing = (0, 1)
    if entry.step.endsCaption, !isMark { caption = "" }
    heard = nil
    switch entry.step {
    case _ where isStopped || isAnew: break
    case .caption:
      caption = text ?? ""
      isMark = false
    case .mark:
      caption = words(.showNext, ["text": text ?? ""])
      step = ""
      waitForTrainer(stage)
      caption = text ?? ""
      isMark = true
    case .pause: waitForTrainer(stage)
    case .type(let text):
      let count = text.resolved([:]).count
      typing = (count, max(1, count))
      step = "[\(TapePrinter.shown(entry.step, on: stage))]"
    default: step = entry.step.shown(on: stage).map { "[\($0)]" } ?? ""
    }
    return !isStopped && !isAnew
  }

  /// What head office says to an order stays until the next step, long enough to be read.
  func hears(_ words: String) {
    heard = words
    show(words)
    rest(.milliseconds(Int(3_000 / speed)))
  }

  func sees(_ screen: TapeScreen) {
    self.screen = screen
    show(heard ?? "\(caption)  \(step)")
    // A text is typed as a whole in the time of a key and a half, however long it is.
    let pause = typing.left > 0 ? 900 / typing.all : 600
    typing.left -= 1
    rest(.milliseconds(Int(Double(pause) / speed)))
  }

  /// What comes after a play: the end is looked at; after a step that failed because the trainer had the keyboard, or
  /// where they ask for it, the demo is offered again. Answers whether it begins anew.
  func isWantedAgain(failed: Bool) -> Bool {
    defer { (hasBegun, wasTaken, isAnew) = (false, false, false) }
    if isAnew { return true }
    if failed {
      return wasTaken && answer(words(.showLost), over: words(.showLostKeys), [Key(.enter), Key(.character("r"))])
    }
    _ = answer(words(.showEnd), over: "", nil)
    return false
  }

  /// Whether the trainer's keys, rather than the tape, can be why a step did not come true.
  var canExplainFailure: Bool { wasTaken }

  /// Waits for one of these keys, or any; `q` stops.
  private func answer(_ line: String, over keys: String, _ wanted: [Key]?) -> Bool {
    while !isStopped {
      show(line, over: keys.isEmpty ? nil : keys)
      for event in terminal.events(waitingUpTo: nil) {
        look(at: event)
        guard case .key(let key) = event else { continue }
        if key == Key(.character("q")) { isStopped = true }
        if wanted?.contains(key) ?? ![Key(.tab), Key(.function(12))].contains(key) { return true }
      }
    }
    return false
  }

  /// Lets people read; `+` and `-` change the speed, Enter goes on at once, Tab takes the keyboard, `q` stops.
  private func rest(_ pause: Duration) {
    let deadline = ContinuousClock.now + pause
    while !isStopped, ContinuousClock.now < deadline {
      for event in terminal.events(waitingUpTo: ContinuousClock.now.duration(to: deadline)) {
        look(at: event)
        guard case .key(let key) = event else { continue }
        if changesSpeed(key) { show("\(caption)  \(step)  \(words(.showSpeed, ["speed": spelledSpeed]))") }
        if key == Key(.character("q")) { isStopped = true }
        if key == Key(.enter) { return }
        if key == Key(.tab), let stage {
          let line = takeKeyboard(stage)
          return line == caption ? () : waitForTrainer(stage, saying: line)
        }
      }
    }
  }

  /// Gives the trainer the keyboard; answers what is to be said when they hand it back.
  private func takeKeyboard(_ stage: any TapeStage) -> String {
    let before = stage.screen
    workByHand(stage)
    return stage.screen.isSamePage(as: before) ? caption : words(.showDiffers)
  }

  /// Enter or Space goes on, Tab takes the keyboard, `+` and `-` change the speed, `r` begins anew, `q` stops.
  private func waitForTrainer(_ stage: any TapeStage, saying first: String? = nil) {
    var line = first ?? caption
    while !isStopped, !isAnew {
      show(line, over: words(.showKeys, ["speed": spelledSpeed]))
      for event in terminal.events(waitingUpTo: nil) {
        look(at: event)
        guard case .key(let key) = event else { continue }
        _ = changesSpeed(key)
        switch key {
        case Key(.enter), Key(.character(" ")): return
        case Key(.tab): line = takeKeyboard(stage)
        case Key(.character("r")): isAnew = true
        case Key(.character("q")): isStopped = true
        default: break
        }
      }
    }
  }

  /// Keys go to the program that plays until F12 hands the keyboard back; time passes as it does for a worker.
  private func workByHand(_ stage: any TapeStage) {
    wasTaken = true
    var since = ContinuousClock.now
    while !isStopped, stage.exitCode == nil {
      show(words(.showYours))
      let events = terminal.events(waitingUpTo: .milliseconds(500))
      let now = ContinuousClock.now
      for event in events {
        look(at: event)
        if case .key(Key(.function(12))) = event { return }
      }
      do throws(TapeTrouble) {
        try stage.advance(by: since.duration(to: now))
        for case .key(let key) in events { try stage.press(key) }
        for case .paste(let text) in events { try stage.paste(text) }
        for case .scan(let code) in events { try stage.scan(code) }
      } catch { return }
      since = now
      screen = stage.screen
    }
  }

  private func changesSpeed(_ key: Key) -> Bool {
    switch key {
    case Key(.character("+")): speed = min(100, speed * 2)
    case Key(.character("-")): speed = max(0.125, speed / 2)
    default: return false
    }
    return true
  }

  private var spelledSpeed: String { speed == speed.rounded() ? String(Int(speed)) : String(speed) }

  private func look(at event: TerminalEvent) {
    switch event {
    case .hangUp, .terminate:
      isStopped = true
      signal = event.signal
    case .key(Key(.character("c"), .control)): isStopped = true
    case .resize, .resumed: terminal.invalidate()
    default: break
    }
  }

  private func show(_ line: String, over keys: String? = nil) {
    guard let screen else { return }
    terminal.show(screen.frame, saying: line, over: keys, words)
  }
}

extension TapeStep {
  /// What a step looks like to an audience; nil for one that only looks. A command is shown by its key where it has one.
  fileprivate func shown(on stage: any TapeStage) -> String? {
    switch self {
    case .wait, .waitIdle, .expect, .expectNot, .assign, .mask, .caption, .mark, .pause, .world, .set, .source: nil
    case .perform(let id):
      CommandID(rawValue: id.resolved([:])).flatMap(Catalogue.command)?.keys.first.map(\.description)
        ?? TapePrinter.print(self)
    default: TapePrinter.shown(self, on: stage)
    }
  }
}

extension TapeScreen {
  /// Whether another screen shows the same between header and key row.
  fileprivate func isSamePage(as other: TapeScreen) -> Bool {
    frame.cursor == other.frame.cursor && rows.dropFirst(2).dropLast() == other.rows.dropFirst(2).dropLast()
  }
}
