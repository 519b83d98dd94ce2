/// Somebody who looks on while a tape is played: a recorder, a trainer's screen, a comparison.
public protocol TapeWatcher: AnyObject {
  /// A step begins, names in it replaced; `text` is what a `Caption`, `Mark` or `Pause` says, names replaced. It may take its time;
  /// answers whether the play goes on.
  func begins(_ entry: TapeProgram.Entry, text: String?, on stage: any TapeStage) -> Bool
  /// What the practice world says to what a step asked of it; comes before the screen after that step.
  func hears(_ words: String)
  /// The screen after a key, or after a step that did something.
  func sees(_ screen: TapeScreen)
  /// The screen on which a step failed; nothing comes after it.
  func fails(_ screen: TapeScreen)
}

extension TapeWatcher {
  public func fails(_ screen: TapeScreen) {}
}

extension TapeWatcher {
  public func hears(_ words: String) {}
}
