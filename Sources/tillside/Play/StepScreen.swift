import Tape
import Terminal
import TerminalCurses

/// A play shown on the real terminal, step by step: runs to the next `Mark` or `Pause`, shows what it says, and waits.
///
/// The trainer may take the keyboard there, work by hand in the program that plays, and hand it back.
final class StepScreen: TapeWatcher {
  private let terminal: CursesTerminal
  private var speed: Double
  private var screen: TapeScreen?
  private var caption = ""
  private var keys = ""
  private(set) var isStopped = false

  /// A screen that takes so many times the usual speed.
  init(_ terminal: CursesTerminal, speed: Double) {
    self.terminal = terminal
    self.speed = speed
  }

  func begins(_ entry: TapeProgram.Entry, text: String?, on stage: any TapeStage) -> Bool {
    screen = stage.screen
    switch entry.step {
    case .caption: caption = text ?? ""
    case .mark:
      caption = text ?? ""
      keys = ""
      waitForTrainer(stage)
    case .pause: waitForTrainer(stage)
    default: keys = entry.step.isKey ? TapePrinter.print(entry.step) : ""
    }
    return !isStopped
  }

  func sees(_ screen: TapeScreen) {
    self.screen = screen
    show(keys.isEmpty ? caption : "\(caption)  [\(keys)]")
    rest()
  }

  /// Waits at the end of the tape, so that its last screen can be looked at.
  func end() {
    while !isStopped {
      show("The end. Enter leaves.")
      for event in terminal.events(waitingUpTo: nil) {
        look(at: event)
        if case .key(let key) = event, key != Key(.tab), key != Key(.function(12)) { return }
      }
    }
  }

  /// Lets people read; `+` and `-` change the speed, Enter goes on at once, `q` stops.
  private func rest() {
    let deadline = ContinuousClock.now + .milliseconds(Int(600 / speed))
    while !isStopped, ContinuousClock.now < deadline {
      for event in terminal.events(waitingUpTo: ContinuousClock.now.duration(to: deadline)) {
        look(at: event)
        guard case .key(let key) = event else { continue }
        switch key {
        case Key(.character("+")): speed = min(100, speed * 2)
        case Key(.character("-")): speed = max(0.1, speed / 2)
        case Key(.character("q")): isStopped = true
        case Key(.enter): return
        default: break
        }
      }
    }
  }

  /// Enter or Space goes on, Tab takes the keyboard, `q` stops.
  private func waitForTrainer(_ stage: any TapeStage) {
    while !isStopped {
      // The keys get short before the caption is cut.
      let short = "   Enter  Tab  q"
      let hints = ["   Enter: go on  Tab: take the keyboard  q: stop", "   Enter on  Tab keyboard  q stop", short]
      let room = terminal.size.columns - 2
      let said = SafeText(caption)
      let keys = hints.first { said.columns + $0.count <= room } ?? short
      show(said.cut(to: max(0, room - keys.count)).text + keys)
      for event in terminal.events(waitingUpTo: nil) {
        look(at: event)
        guard case .key(let key) = event else { continue }
        if key == Key(.enter) || key == Key(.character(" ")) { return }
        if key == Key(.tab) { workByHand(stage) }
        if key == Key(.character("q")) { isStopped = true }
      }
    }
  }

  /// Keys go to the program that plays until F12 hands the keyboard back; time passes as it does for a worker.
  private func workByHand(_ stage: any TapeStage) {
    var since = ContinuousClock.now
    while !isStopped, stage.exitCode == nil {
      show("you have the keyboard   F12: hand it back")
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

  private func look(at event: TerminalEvent) {
    switch event {
    case .hangUp, .terminate, .key(Key(.character("c"), .control)): isStopped = true
    case .resize, .resumed: terminal.invalidate()
    default: break
    }
  }

  private func show(_ line: String) {
    guard let screen else { return }
    terminal.present(PlayBar.frame(screen.frame, saying: line, size: terminal.size))
  }
}
