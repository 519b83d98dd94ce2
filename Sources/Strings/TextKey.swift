/// The name of a text, whichever list of phrases it stands in.
public struct TextKey: Hashable, Sendable {
  /// As the files of words have it.
  public let key: String

  init(named key: String) { self.key = key }
  /// The text of a phrase.
  public init(_ phrase: Phrase) { key = phrase.rawValue }
  /// The text of a phrase of the task pages.
  public init(_ phrase: WorkPhrase) { key = phrase.rawValue }
  /// The text of a phrase about a session.
  public init(_ phrase: SessionPhrase) { key = phrase.rawValue }
  /// The text of a practice command.
  public init(_ phrase: PracticePhrase) { key = phrase.rawValue }
  /// One or two words for a command, by its permanent name.
  public init(labelOf command: String) { key = "command." + command }
  /// A sentence that says what a command does.
  public init(helpOf command: String) { key = "command." + command + ".help" }

  /// Every text that can stand on the screen, in order of their names; those of the command line, of a browser's pages
  /// and of a handout are not among them.
  public static var onScreen: [TextKey] {
    let elsewhere =
      CommandLinePhrase.allCases.map(\.rawValue) + BrowserPhrase.allCases.map(\.rawValue)
      + HandoutPhrase.allCases.map(\.rawValue)
    return Words.english.keys.subtracting(elsewhere).sorted().map { TextKey(named: $0) }
  }
}
