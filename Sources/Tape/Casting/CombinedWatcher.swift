/// Several who look on at one play.
public final class CombinedWatcher: TapeWatcher {
  private let watchers: [any TapeWatcher]

  /// All of them; the play goes on while each wants it to.
  public init(_ watchers: [any TapeWatcher]) { self.watchers = watchers }

  public func begins(_ entry: TapeProgram.Entry, text: String?, on stage: any TapeStage) -> Bool {
    var goesOn = true
    for watcher in watchers where !watcher.begins(entry, text: text, on: stage) { goesOn = false }
    return goesOn
  }

  public func hears(_ words: String) {
    for watcher in watchers { watcher.hears(words) }
  }

  public func sees(_ screen: TapeScreen) {
    for watcher in watchers { watcher.sees(screen) }
  }

  public func fails(_ screen: TapeScreen) {
    for watcher in watchers { watcher.fails(screen) }
  }
}
