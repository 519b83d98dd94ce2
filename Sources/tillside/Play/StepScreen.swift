import Tape
import Terminal
import TerminalCurses

/// A play shown on the real terminal, step by step: runs to the next `Mark` or `Pause`, shows what it says, and waits.
///
/// The trainer may take the keyboard there, work by hand in the program that plays, and hand it back.
final class StepScreen: TapeWatcher {
  private let terminal: CursesTerminal
  private let speed: Double
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
      waitForTrainer(stage)
    case .pause: waitForTrainer(stage)
    default: keys = entry.step.isKey ? TapePrinter.print(entry.step) : ""
    }
    return !isStopped
  }

  func sees(_ screen: TapeScreen) {
    self.screen = screen
    show(keys.isEmpty ? caption : "\(caption)  [\(keys)]")
    let pause = Duration.milliseconds(Int(600 / speed))
    let deadline = ContinuousClock.now + pause
    while !isStopped, ContinuousClock.now < deadline {
      for event in terminal.events(waitingUpTo: ContinuousClock.now.duration(to: deadline)) { look(at: event) }
    }
  }

  /// Enter or Space goes on, Tab takes the keyboard, `q` stops.
  private func waitForTrainer(_ stage: any TapeStage) {
    while !isStopped {
      show("\(caption)   Enter: go on   Tab: take the keyboard   q: stop")
      for event in terminal.events(waitingUpTo: nil) {
        look(at: event)
        guard case .key(let key) = event else { continue }
        if key == Key(.enter) || key == Key(.character(" ")) { return }
        if key == Key(.tab) { workByHand(stage) }
        if key == Key(.character("q")) { isStopped = true }
      }
    }
  }

  /// Keys go to the program that plays until F12 hands the keyboard back.
  private func workByHand(_ stage: any TapeStage) {
    while !isStopped, stage.exitCode == nil {
      show("\(caption)   you have the keyboard   F12: hand it back")
      for event in terminal.events(waitingUpTo: .seconds(1)) {
        look(at: event)
        guard case .key(let key) = event else { continue }
        if key == Key(.function(12)) { return }
        do throws(TapeTrouble) {
          try stage.press(key)
          try stage.settle()
        } catch { return }
      }
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

  /// The program's screen with a bar below it, or over its last row where there is no room below.
  private func show(_ line: String) {
    guard let screen else { return }
    var frame = Frame(size: terminal.size)
    for row in 0..<min(screen.frame.size.rows, frame.size.rows) { frame.copy(row: row, of: screen.frame) }
    frame.cursor = screen.frame.cursor
    let row = min(screen.frame.size.rows, frame.size.rows - 1)
    frame.fill(row: row, with: .blank, style: Style(.normal, isSelected: true))
    frame.put(
      SafeText(" " + line).cut(to: frame.size.columns), at: Position(row: row, column: 0),
      style: Style(.normal, isSelected: true))
    terminal.present(frame)
  }
}

extension Frame {
  /// Takes a row over from another frame, as far as it fits.
  fileprivate mutating func copy(row: Int, of other: Frame) {
    for column in 0..<min(size.columns, other.size.columns) {
      let cell = other[row, column]
      if cell.isContinuation { continue }
      var text = ""
      cell.glyph.write(to: &text)
      put(SafeText(text), at: Position(row: row, column: column), style: cell.style)
    }
  }
}

extension TapeStep {
  /// Whether the step is something a worker does at the keyboard.
  fileprivate var isKey: Bool {
    switch self {
    case .press, .type, .paste, .scan: true
    default: false
    }
  }
}
