import Terminal

/// The screen of a play after a line of its file, or the last one.
public final class CaughtScreen: TapeWatcher {
  /// What was caught; nil while the line was not played.
  public var screen: TapeScreen? { caught ?? failing?.screen }
  private var caught: TapeScreen?
  /// What the line is played on until it is done: where it fails, the screen is the one it failed on.
  private var failing: (any TapeStage)?
  private let file: String
  private let line: Int?
  private var isPast = false
  private var isThere = false

  /// Catches the screen after a line of a file; without one the last screen.
  public init(_ file: String, line: Int?) {
    self.file = file
    self.line = line
  }

  public func begins(_ entry: TapeProgram.Entry, text: String?, on stage: any TapeStage) -> Bool {
    if caught == nil, line == nil { caught = stage.screen }
    if entry.file == file, let line {
      if entry.line > line, !isPast {
        isPast = true
        caught = caught ?? stage.screen
      }
      isThere = entry.line == line
      failing = isThere ? stage : nil
    }
    return true
  }

  public func sees(_ screen: TapeScreen) {
    if line == nil || isThere { caught = screen }
  }

  public func fails(_ screen: TapeScreen) { sees(screen) }
}
