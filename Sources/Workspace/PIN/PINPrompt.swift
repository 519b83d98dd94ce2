import Terminal

/// Whether workers may or have to set a session PIN (`session.pin`).
public enum PINRule: String, Hashable, Sendable {
  case off, optional, required
}

/// What is known of a session's PIN.
enum SessionPIN: Hashable, Sendable {
  case none
  /// It is on its way to the disk, which takes a moment on purpose; what is typed for it meanwhile is tried after that.
  case beingSet
  case set
}

/// What came of setting or trying a PIN.
public enum PINEvent: Hashable, Sendable {
  /// It is set.
  case set
  /// It could not be written down.
  case notSet
  /// Wrong, with so many tries left.
  case wrong(left: Int)
  /// There is none any more.
  case gone
}

/// A PIN being set, which is typed twice, or typed to open a locked session.
public struct PINPrompt: Equatable, Sendable {
  /// What is typed.
  enum Step: Equatable, Sendable {
    case choose
    case again(first: String)
    case open
    /// The PIN is being tried; nothing is typed meanwhile.
    case checking
  }

  /// Fewest and most digits.
  static let digits = 4...12

  var step: Step
  /// Why what was typed is not taken; empty while nothing is wrong.
  var trouble = ""
  private(set) var field = TextField(limit: PINPrompt.digits.upperBound)

  init(_ step: Step) { self.step = step }

  /// Takes digits and editing keys; other characters are swallowed, so that no letter of it becomes a command.
  mutating func take(_ key: Key) -> Bool {
    guard case .character(let character) = key.code, key.modifiers == [] else { return field.take(key) }
    if step != .checking, character.isASCII, character.isNumber { _ = field.take(key) }
    return true
  }

  /// What was typed; the field is empty afterwards.
  mutating func takeTyped() -> String {
    defer { field = TextField(limit: PINPrompt.digits.upperBound) }
    return field.string
  }
}
