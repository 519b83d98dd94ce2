import ArgumentParser
import Strings
import Terminal
import Workspace

/// The flags of the full-screen program.
struct RunOptions: ParsableArguments {
  @OptionGroup var place: StartPlace

  @Flag(help: "Draw with ASCII only.")
  var ascii = false

  @Option(
    help: ArgumentHelp("Theme: \(Theme.all.map(\.name).joined(separator: ", ")).", valueName: "name"),
    completion: .list(Theme.all.map(\.name)))
  var theme: String?

  @Option(
    help: ArgumentHelp("Language: en, en-US, de or es; the locale's when nothing says.", valueName: "code"),
    completion: .list(Words.languages))
  var lang: String?

  @Option(help: ArgumentHelp("Practice: the clock starts at this moment, 2026-11-25T09:41:00Z.", valueName: "time"))
  var clock: String?

  @Option(
    help: ArgumentHelp("Practice: source of ids and codes; the same number gives the same ones.", valueName: "number"))
  var seed: UInt64?

  @Option(
    help: ArgumentHelp(
      "Write a message log: in practice one that tillside play --replay takes, else one without what was typed or read.",
      valueName: "file"))
  var log: String?

  @Option(help: .hidden)
  var tapeLine: TapeLine?

  @Flag(help: .hidden)
  var tapeReal = false

  @Option(help: .hidden)
  var tapeKey: [String] = []

  @Flag(help: "Kiosk: no key closes the program, and only listed commands run.")
  var kiosk = false

  @Flag(help: "Say everything line by line: for screen readers, TERM=dumb and pipes.")
  var plain = false

  @Flag(help: "Take clicks and the wheel of a mouse; selecting text for the clipboard then needs Shift.")
  var mouse = false

  @Flag(help: "No colours.")
  var noColor = false

  /// Whether a tape has the practice store taken for a real one.
  var looksReal: Bool { tapeLine != nil && tapeReal }

  /// Keys a tape sets, beside those of the settings.
  func keys(beside settings: [CommandID: [Key]]) -> [CommandID: [Key]] {
    guard tapeLine != nil else { return settings }
    return tapeKey.reduce(into: settings) { keys, text in
      let words = text.split(separator: " ").map(String.init)
      if let id = words.first.flatMap(CommandID.init(rawValue:)) { keys[id] = words.dropFirst().compactMap(Key.init) }
    }
  }
}
