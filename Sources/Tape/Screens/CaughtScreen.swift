import Terminal

/// The screen of a play after a line of its file, or the last one.
public final class CaughtScreen: TapeWatcher {
  /// What was caught; nil while the line was not played.
  public private(set) var screen: TapeScreen?
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
    if screen == nil, line == nil { screen = stage.screen }
    if entry.file == file, let line {
      if entry.line > line, !isPast {
        isPast = true
        screen = screen ?? stage.screen
      }
      isThere = entry.line == line
    }
    return true
  }

  public func sees(_ screen: TapeScreen) {
    if line == nil || isThere { self.screen = screen }
  }
}
