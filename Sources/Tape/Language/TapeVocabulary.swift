public import Terminal

/// Words a tape may use that other rooms define; an empty list means "not checked here".
public struct TapeVocabulary: Hashable, Sendable {
  /// The closed lists of words.
  public enum List: Hashable, Sendable {
    case setting, role, trouble, troubleForm, remoteEdit, accountSwitch, appSwitch, machineEvent, yesOrNo, command,
      theme, language, scenario, pinRule, signIn, plain, bound, refusal, onOrOff
  }

  /// Ids for `Do`.
  public var commands: [String]
  /// Names for `Set Theme`.
  public var themes: [String]
  /// Codes for `Set Language`.
  public var languages: [String]
  /// Names for `World`.
  public var scenarios: [String]
  /// Numbers for `Refuse`.
  public var refusals: [String]

  /// Words known to the caller.
  public init(
    commands: [String] = [], themes: [String] = [], languages: [String] = [], scenarios: [String] = [],
    refusals: [String] = []
  ) {
    self.commands = commands
    self.themes = themes
    self.languages = languages
    self.scenarios = scenarios
    self.refusals = refusals
  }

  static let roles = Dictionary(uniqueKeysWithValues: Role.allCases.map { ($0.tapeName, $0) })
}

extension Role {
  /// The role's name in tapes and golden screens; permanent, unlike the case's name.
  public var tapeName: String {
    switch self {
    case .normal: "normal"
    case .heading: "heading"
    case .muted: "muted"
    case .rule: "rule"
    case .key: "key"
    case .warning: "warning"
    case .danger: "danger"
    case .good: "good"
    case .practice: "practice"
    case .code: "code"
    case .field: "field"
    case .qr: "qr"
    }
  }
}
