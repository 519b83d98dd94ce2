import Strings
import Tape
import Terminal
import TerminalCurses

/// The real terminal while somebody works by hand and is recorded; time passes as it does for a worker.
final class RecordScreen {
  private let terminal: CursesTerminal
  private let recorder: TapeRecorder
  private let name: String
  private let words: Words
  private let keep: () throws(TapeUnwritten) -> Void
  /// The signal by which it was told to end from outside, with no time left.
  private(set) var signal: Int32?
  private var isEnding = false
  private var notice = ""
  private var kept = 0
  /// When a step that takes long was last seen to go on.
  private var shownAt = ContinuousClock.now

  /// A screen that has the tape kept after each thing that was done.
  init(
    _ terminal: CursesTerminal, _ recorder: TapeRecorder, name: String, words: Words,
    keeping keep: @escaping () throws(TapeUnwritten) -> Void
  ) {
    self.keep = keep
    self.terminal = terminal
    self.recorder = recorder
    self.name = name
    self.words = words
  }

  /// The size a program gets on a terminal: a row is kept for the bar where there is one to spare.
  static func room(in size: Size) -> Size {
    Size(columns: size.columns, rows: size.rows > Size.smallest.rows ? size.rows - 1 : size.rows)
  }

  /// Runs until the program is over or the recording is ended.
  func run() {
    var since = ContinuousClock.now
    while !isEnding, !recorder.isOver {
      let parts = ["name": name, "steps": words.counted(.recordSteps, recorder.count)]
      show(notice.isEmpty ? words(.recordStanding, parts) : notice)
      let events = terminal.events(waitingUpTo: .milliseconds(250))
      let now = ContinuousClock.now
      do throws(TapeTrouble) { try recorder.wait(since.duration(to: now)) } catch { isEnding = true }
      since = now
      for event in events where !isEnding { take(event) }
      keepTape()
    }
  }

  private func keepTape() {
    guard recorder.revision != kept else { return }
    kept = recorder.revision
    do throws(TapeUnwritten) { try keep() } catch { notice = "\(error.path): \(error.reason)" }
  }

  private func cutOff(_ event: TerminalEvent) {
    isEnding = true
    signal = event.signal
  }

  private func take(_ event: TerminalEvent) {
    notice = ""
    switch event {
    case .hangUp, .terminate: cutOff(event)
    case .resumed: terminal.invalidate()
    case .key(Key(.function(12))): ask()
    case .resize(let size):
      terminal.invalidate()
      give(.resize(RecordScreen.room(in: size)))
    case .key, .paste, .scan, .mouse: give(event)
    case .line, .linesOver: break
    }
  }

  private func give(_ event: TerminalEvent) {
    do throws(TapeTrouble) { try recorder.take(event) } catch { notice = error.sentence }
  }

  /// Takes a step as tapes spell it; Enter alone ends the recording, Escape goes back.
  private func ask() {
    var field = TextField(limit: 400)
    var mistake: String?
    while !isEnding {
      let room = terminal.size.columns - 5
      let typed = field.string.count > room ? "…" + field.string.suffix(max(0, room - 1)) : field.string
      show(mistake ?? words(.recordAsk), over: "> \(typed)_")
      for event in terminal.events(waitingUpTo: nil) {
        switch event {
        case .hangUp, .terminate: cutOff(event)
        case .resize(let size):
          terminal.invalidate()
          give(.resize(RecordScreen.room(in: size)))
        case .resumed: terminal.invalidate()
        case .key(Key(.escape)): return
        case .key(Key(.enter)):
          if field.string.isEmpty { isEnding = true } else { mistake = perform(field.string) }
          if mistake == nil { return }
        case .key(let key): _ = field.take(key)
        case .paste(let text): field.insert(text)
        case .scan, .mouse, .line, .linesOver: break
        }
      }
    }
  }

  /// Does a step; answers why it cannot be done, so that it can be corrected.
  private func perform(_ line: String) -> String? {
    let (tape, faults) = TapeParser.parse(line, file: "", vocabulary: TapeFiles.vocabulary)
    if let fault = faults.first { return fault.kind.sentence }
    let size = terminal.size
    for step in tape.steps {
      if case .resize(let wanted) = step, wanted.columns > size.columns || wanted.rows > size.rows {
        return words(.recordTooLarge, ["columns": "\(size.columns)", "rows": "\(size.rows)"])
      }
      shownAt = .now
      recorder.stage.interrupt { self.isStopped(TapePrinter.print(step)) }
      defer { recorder.stage.interrupt { false } }
      let kept = TapePrinter.shown(step, on: recorder.stage)
      do throws(TapeFailure) { try recorder.perform(step) } catch { return isEnding ? nil : error.reason.sentence }
      notice = words(.recordKept, ["step": kept])
    }
    if terminal.size != size { give(.resize(RecordScreen.room(in: terminal.size))) }
    return nil
  }

  /// Shows that time passes in a step, and looks whether somebody wants it to end.
  private func isStopped(_ step: String) -> Bool {
    if shownAt.duration(to: .now) > .milliseconds(200) {
      show(words(.recordPassing, ["step": step]))
      shownAt = .now
    }
    var isStopped = false
    for event in terminal.events(waitingUpTo: .zero) {
      switch event {
      case .hangUp, .terminate:
        cutOff(event)
        isStopped = true
      case .key(Key(.escape)), .key(Key(.character("c"), .control)): isStopped = true
      case .resize, .resumed: terminal.invalidate()
      case .key, .paste, .scan, .mouse, .line, .linesOver: break
      }
    }
    return isStopped
  }

  private func show(_ line: String, over keys: String? = nil) {
    terminal.show(recorder.stage.screen.frame, saying: line, over: keys, words)
  }
}
