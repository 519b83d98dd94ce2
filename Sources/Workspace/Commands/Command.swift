public import Strings
public import Terminal

/// One thing a worker can do, declared once; keys, footer, help, palette, the key table and tapes derive from it.
public struct Command: Sendable, Identifiable {
  /// Its permanent name.
  public let id: CommandID
  /// Default keys, the one for the footer first.
  public let keys: [Key]
  /// One or two words for footer and palette.
  public let label: TextKey
  /// A sentence for help.
  public let help: TextKey
  /// Where it is live.
  public let areas: Set<Area>
  /// POS operation number (Microsoft's list of POS operations), where it has one.
  public let operation: Int?
  /// Whether the footer shows it, and how early; lower comes first, nil never.
  public let footerRank: Int?
  /// Whether it can be done now, and why not.
  public let availability: @Sendable (AppState) -> Availability

  init(
    _ id: CommandID, _ keys: [Key], _ label: Phrase, _ help: Phrase, in areas: Set<Area>, operation: Int? = nil,
    footer footerRank: Int? = nil, when availability: @escaping @Sendable (AppState) -> Availability = { _ in .enabled }
  ) {
    self.id = id
    self.keys = keys
    self.label = TextKey(label)
    self.help = TextKey(help)
    self.areas = areas
    self.operation = operation
    self.footerRank = footerRank
    self.availability = availability
  }

  /// A command whose words stand under its own name: `command.<id>` and `command.<id>.help`.
  init(
    _ id: CommandID, _ keys: [Key], in areas: Set<Area>, operation: Int? = nil, footer footerRank: Int? = nil,
    when availability: @escaping @Sendable (AppState) -> Availability = { _ in .enabled }
  ) {
    self.id = id
    self.keys = keys
    label = TextKey(labelOf: id.rawValue)
    help = TextKey(helpOf: id.rawValue)
    self.areas = areas
    self.operation = operation
    self.footerRank = footerRank
    self.availability = availability
  }
}

/// Whether a command can be done now.
public enum Availability: Equatable, Sendable {
  case enabled
  /// It cannot, and this says why and who can.
  case withheld(TextKey)

  static func disabled(_ reason: Phrase) -> Availability { .withheld(TextKey(reason)) }
  static func disabled(_ reason: PracticePhrase) -> Availability { .withheld(TextKey(reason)) }
  static func disabled(_ reason: WorkPhrase) -> Availability { .withheld(TextKey(reason)) }
}

/// A part of the program with keys of its own.
public enum Area: Hashable, Sendable, CaseIterable {
  /// Live wherever no other area claims the key.
  case everywhere
  case start
  /// The code page of a sign-in.
  case code
  /// The field of a sign-in in a browser elsewhere.
  case address
  /// The practice phone.
  case phone
  /// Help and palette.
  case finder
  case quitQuestion
  case signOutQuestion
  /// The task page.
  case tasks
  /// The filter of the task page, while it takes keys.
  case filter
  /// One task on the whole screen.
  case task
  /// F2.
  case standing
  case statusMenu
  /// A list to choose from.
  case choice
  /// One line asked for.
  case entry
  /// A question one key answers.
  case question
  /// A note being written.
  case note
  /// Who did what.
  case history
  /// The notifications.
  case news
  /// The pane with the lists on very wide screens.
  case listsPane
  /// A change that needs its owner.
  case decision
  case locked
  /// A PIN being typed.
  case pin
}
