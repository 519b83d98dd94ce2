import Strings
import Terminal
import Workspace

/// What a step asks a person to do, or what happens beside them, in a sentence for a handout.
enum StepWords {
  /// The sentence; nil for a step that neither does nor changes anything. What is typed is told by `TypedWords`.
  static func sentence(_ step: TapeStep, on stage: any TapeStage) -> String? {
    let words = words(of: stage)
    let state = (stage as? HeadlessStage)?.state
    switch step {
    case .press(let key, let times):
      return words.counted(times > 1 ? .pressTimes : .press, times, ["key": bold("\(key)")])
        + inBrackets(state?.label(of: key))
    case .paste(let text): return words(.paste, ["text": code(TapePrinter.shown(plain(text), on: stage))])
    case .scan(let text): return words(.scan, ["text": code(TapePrinter.shown(plain(text), on: stage))])
    case .click(let text): return words(.click, ["text": code(plain(text))])
    case .perform(let id):
      return pressing(CommandID(rawValue: plain(id)), state, words) ?? words(.perform, ["text": code(plain(id))])
    case .resize(let size): return words(.resize, ["columns": String(size.columns), "rows": String(size.rows)])
    case .advance(let duration): return words(.wait, ["time": TapeDuration.spell(duration)])
    case .approve(let who): return words(.approveOnPhone, ["who": code(plain(who))])
    case .decline: return words(.decline)
    case .phone(let who, _): return words(.phone, ["who": code(plain(who))])
    default: return WorldWords(words: words).sentence(step).map { "*\($0.inMarkdown)*" }
    }
  }

  /// The words of the person who sits at the stage; English where it cannot be told.
  static func words(of stage: any TapeStage) -> Words { (stage as? HeadlessStage)?.state.look.words ?? .english }

  /// A key in bold type.
  static func bold(_ key: String) -> String { "**\(key.inMarkdown)**" }

  /// A text as code, whatever backticks it holds (CommonMark §6.1).
  static func code(_ text: String) -> String {
    let shown = TapeFault.printable(text)
    let fence = fence(around: shown, atLeast: 1)
    return fence.count > 1 ? "\(fence) \(shown) \(fence)" : "`\(shown)`"
  }

  /// Backticks that are more than stand side by side in a text (CommonMark §4.5).
  static func fence(around text: String, atLeast least: Int) -> String {
    var longest = 0
    var run = 0
    for character in text {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    return String(repeating: "`", count: max(least, longest + 1))
  }

  private static func plain(_ text: TapeText) -> String { text.resolved([:]) }

  /// The key of a command, with what it does.
  private static func pressing(_ id: CommandID?, _ state: AppState?, _ words: Words) -> String? {
    guard let id, let command = Catalogue.command(id), let key = (state?.keymap ?? .standard).keys(of: command).first
    else { return nil }
    let label = state?.command(for: key) == id ? state?.label(of: key) : nil
    return words(.press, ["key": bold("\(key)")]) + inBrackets(label ?? words(command.label))
  }

  private static func inBrackets(_ label: String?) -> String { label.map { " (\($0.inMarkdown))" } ?? "" }
}
