import Strings
import Terminal
import Workspace

/// What a `Type` step asks a person to do: keys that stand for something where they are pressed are named as keys, the rest
/// is typed. Which is which is known only while it is played, so it takes one character before each is pressed.
struct TypedWords {
  private enum Part {
    case key(String, label: String?)
    case text(String)
  }

  private var rest: Substring
  private var parts: [Part] = []
  private let stage: any TapeStage

  init(_ text: String, on stage: any TapeStage) {
    rest = text[...]
    self.stage = stage
  }

  /// Whether every character was taken.
  var isWhole: Bool { rest.isEmpty }

  /// Takes the next character, which meets the program as it is now.
  mutating func take() {
    guard let typed = rest.popFirst() else { return }
    let key = Key.typing(typed)
    let character: Character = stage.takesPIN && typed.isASCII && typed.isNumber ? "*" : typed
    let state = (stage as? HeadlessStage)?.state
    if key.isNamed || state?.command(for: key) != nil {
      parts.append(.key("\(key)", label: state?.label(of: key)))
    } else if case .text(let before)? = parts.last {
      parts[parts.count - 1] = .text(before + String(character))
    } else {
      parts.append(.text(String(character)))
    }
  }

  /// The sentence; nil where nothing is typed.
  var sentence: String? {
    let words = StepWords.words(of: stage)
    guard !parts.isEmpty else { return nil }
    return parts.enumerated().map { place, part in
      switch part {
      case .key(let key, let label):
        words(place == 0 ? .press : .thenPress, ["key": StepWords.bold(key)])
          + (label.map { " (\($0.inMarkdown))" } ?? "")
      case .text(let text): words(place == 0 ? .type : .thenType, ["text": StepWords.code(text)])
      }
    }.joined(separator: ", ")
  }
}

extension Key {
  /// Whether the key has a name rather than a character.
  fileprivate var isNamed: Bool { if case .character = code { false } else { true } }
}
