public import Terminal

/// Which key stands for which command where: the defaults, and what the settings change.
public struct Keymap: Equatable, Sendable {
  /// The keys as they are declared.
  public static let standard = Keymap([:])

  /// Commands that are not left without a key: the ways out, and the two that find and run all others.
  public static let needsKey: Set<CommandID> = [.back, .cancel, .help, .lock, .open, .quit, .signOut]

  private let changed: [CommandID: [Key]]
  private let table: [Area: [Key: CommandID]]

  /// Keys with those of some commands set anew; a command with none, where it needs none, can still be run from help and palette.
  public init(_ changed: [CommandID: [Key]]) {
    self.changed = changed
    var table: [Area: [Key: CommandID]] = [:]
    for command in Catalogue.commands {
      for area in command.areas {
        for key in changed[command.id] ?? command.keys {
          table[area, default: [:]][key] = table[area]?[key] ?? command.id
        }
      }
    }
    self.table = table
  }

  /// A command that has a key somewhere, by default or as it was set; nil when none has.
  public static func command(wanting key: Key, _ changed: [CommandID: [Key]]) -> CommandID? {
    Catalogue.commands.first { (changed[$0.id] ?? $0.keys).contains(key) }?.id
  }

  /// The keys of a command, the one for the footer first.
  public func keys(of command: Command) -> [Key] { changed[command.id] ?? command.keys }

  /// The command a key stands for where the worker is: the area first, then everywhere.
  func command(for key: Key, in area: Area) -> Command? {
    (table[area]?[key] ?? table[.everywhere]?[key]).flatMap(Catalogue.command)
  }
}
