public import Terminal

/// Words a tape may use that other rooms define; an empty list means "not checked here".
public struct TapeVocabulary: Hashable, Sendable {
  /// The closed lists of words.
  public enum List: Hashable, Sendable {
    case setting, role, trouble, remoteEdit, yesOrNo, command, theme, language, scenario
  }

  /// Ids for `Do`.
  public var commands: [String]
  /// Names for `Set Theme`.
  public var themes: [String]
  /// Codes for `Set Language`.
  public var languages: [String]
  /// Names for `World`.
  public var scenarios: [String]

  /// Words known to the caller.
  public init(
    commands: [String] = [], themes: [String] = [], languages: [String] = [], scenarios: [String] = []
  ) {
    self.commands = commands
    self.themes = themes
    self.languages = languages
    self.scenarios = scenarios
  }

  static let roles: [String: Role] = [
    "normal": .normal, "heading": .heading, "muted": .muted, "rule": .rule, "key": .key, "warning": .warning,
    "danger": .danger, "good": .good, "practice": .practice, "code": .code, "field": .field,
  ]
}

extension Role {
  /// The role's name in tapes and golden screens.
  public var tapeName: String { TapeVocabulary.roles.first { $0.value == self }?.key ?? "normal" }
}
