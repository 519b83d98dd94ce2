import Terminal
import Workspace

extension TapePrinter {
  /// A step as people who look on may read it: a PIN, which the screen shows as stars, and a password are stars here too.
  public static func shown(_ step: TapeStep, on stage: any TapeStage) -> String {
    switch step {
    case .type(let text) where hides(text.resolved([:]), on: stage): "Type \(stars)"
    case .paste(let text) where hides(text.resolved([:]), on: stage): "Paste \(stars)"
    case .scan(let text) where hides(text.resolved([:]), on: stage): "Scan \(stars)"
    case .phone(let who, .some): print(.phone(who, password: nil)) + " \(stars)"
    default: print(step)
    }
  }

  /// A text that is about to be given to the program, as people who look on may read it.
  static func shown(_ text: String, on stage: any TapeStage) -> String { hides(text, on: stage) ? stars : text }

  private static let stars = "****"

  /// Whether a text holds digits where they are a PIN, or so many behind a key that may lead there.
  private static func hides(_ text: String, on stage: any TapeStage) -> Bool {
    let digits = text.split { !($0.isASCII && $0.isNumber) }
    if stage.takesPIN { return !digits.isEmpty }
    guard digits.contains(where: { $0.count >= 4 }), let first = text.first, let stage = stage as? HeadlessStage else {
      return false
    }
    return stage.state.command(for: .typing(first)) != nil
  }
}
