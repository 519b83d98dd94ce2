import Strings
import Terminal
import Workspace

/// What a step asks a person to do, or what happens beside them, in a sentence for a handout.
enum StepWords {
  /// The sentence; nil for a step that neither does nor changes anything. What is typed is told by `TypedWords`.
  static func sentence(_ step: TapeStep, on stage: any TapeStage) -> String? {
    let state = (stage as? HeadlessStage)?.state
    switch step {
    case .press(let key, let times):
      return "Press **\(key.description.inMarkdown)**" + (times > 1 ? " \(times) times" : "")
        + inBrackets(state?.label(of: key))
    case .paste(let text): return "Paste " + code(plain(text))
    case .scan(let text): return "Scan " + code(plain(text))
    case .perform(let id): return pressing(CommandID(rawValue: plain(id)), state) ?? "Do " + code(plain(id))
    case .resize(let size): return "Make the window \(size.columns) columns wide and \(size.rows) rows high"
    case .advance(let duration): return "Wait \(TapeDuration.spell(duration))"
    case .approve(let who): return "Confirm the sign-in as " + code(plain(who))
    case .decline: return "Decline the sign-in on the phone"
    case .expire: return "*The code runs out.*"
    case .phone(let who, _): return "Sign in on a phone as " + code(plain(who))
    default: return WorldWords.sentence(step).map { "*\($0.inMarkdown)*" }
    }
  }

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
  private static func pressing(_ id: CommandID?, _ state: AppState?) -> String? {
    guard let id, let command = Catalogue.command(id), let key = command.keys.first else { return nil }
    let label = state?.command(for: key) == id ? state?.label(of: key) : nil
    return "Press **\(key.description.inMarkdown)**" + inBrackets(label ?? Words.english(command.label))
  }

  private static func inBrackets(_ label: String?) -> String { label.map { " (\($0.inMarkdown))" } ?? "" }
}
