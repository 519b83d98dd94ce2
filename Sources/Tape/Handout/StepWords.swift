import Strings
import Terminal
import Workspace

/// What a step asks a person to do, or what happens beside them, in a sentence for a handout.
enum StepWords {
  /// The sentence; nil for a step that neither does nor changes anything.
  static func sentence(_ step: TapeStep, on stage: any TapeStage) -> String? {
    switch step {
    case .type(let text): "Type " + code(plain(text)) + meaning(of: text, on: stage)
    case .press(let key, let times):
      "Press **\(key.description.inMarkdown)**" + (times > 1 ? " \(times) times" : "") + meaning(of: key, on: stage)
    case .paste(let text): "Paste " + code(plain(text))
    case .scan(let text): "Scan " + code(plain(text))
    case .perform(let id): pressing(CommandID(rawValue: plain(id))) ?? "Do " + code(plain(id))
    case .resize(let size): "Make the window \(size.columns) columns wide and \(size.rows) rows high"
    case .advance(let duration): "Wait \(TapeDuration.spell(duration))"
    case .approve(let who): "Confirm the sign-in as " + code(plain(who))
    case .decline: "Decline the sign-in on the phone"
    case .expire: "*The code runs out.*"
    case .phone(let who, _): "Sign in on a phone as " + code(plain(who))
    case .fault(let trouble):
      trouble.kind == .none ? "*The trouble is over.*" : "*Trouble: \(trouble.kind.rawValue).*"
    case .remote(let edit): "*Somebody else: \(TapePrinter.print(.remote(edit)).inMarkdown).*"
    case .account, .refuse, .limit, .reset, .app, .headquarters, .machine: "*\(TapePrinter.print(step).inMarkdown)*"
    case .world, .set, .wait, .waitIdle, .expect, .expectNot, .assign, .mask, .caption, .mark, .pause, .source: nil
    }
  }

  private static func plain(_ text: TapeText) -> String { text.resolved([:]) }

  /// A text as code, whatever backticks it holds (CommonMark §6.1).
  private static func code(_ text: String) -> String {
    let shown = TapeFault.printable(text)
    return shown.contains("`") ? "`` \(shown) ``" : "`\(shown)`"
  }

  private static func meaning(of text: TapeText, on stage: any TapeStage) -> String {
    let typed = plain(text)
    guard typed.count == 1, let character = typed.first else { return "" }
    return meaning(of: Key(.character(character)), on: stage)
  }

  private static func meaning(of key: Key, on stage: any TapeStage) -> String {
    label((stage as? HeadlessStage)?.state.command(for: key))
  }

  /// The key of a command, with what it does.
  private static func pressing(_ id: CommandID?) -> String? {
    guard let id, let key = Catalogue.command(id)?.keys.first else { return nil }
    return "Press **\(key.description.inMarkdown)**" + label(id)
  }

  private static func label(_ id: CommandID?) -> String {
    guard let id, let command = Catalogue.command(id) else { return "" }
    return " (\(Words.english(command.label).inMarkdown))"
  }
}
