import Strings
import Terminal

/// Every command there is.
public enum Catalogue {
  /// All commands, in the order help shows them.
  public static let commands: [Command] = general + movement + signIn

  /// A command by its name.
  public static func command(_ id: CommandID) -> Command? { byID[id] }

  /// The command a key stands for where the worker is: the area first, then everywhere.
  static func command(for key: Key, in area: Area) -> Command? {
    byKey[area]?[key] ?? byKey[.everywhere]?[key]
  }

  /// The commands that are live in an area, in order; not those of `everywhere` whose keys the area claims.
  static func live(in area: Area) -> [Command] {
    commands.filter { $0.areas.contains(area) || $0.areas.contains(.everywhere) }
  }

  private static let byID = Dictionary(commands.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

  private static let byKey: [Area: [Key: Command]] = {
    var table: [Area: [Key: Command]] = [:]
    for command in commands {
      for area in command.areas {
        for key in command.keys { table[area, default: [:]][key] = table[area]?[key] ?? command }
      }
    }
    return table
  }()
}

extension Catalogue {
  private static let general: [Command] = [
    Command(
      .help, [.letter("?"), Key(.function(1))], .commandHelp, .commandHelpHelp, in: [.everywhere], footer: 90),
    Command(.palette, [.control("p"), .letter(":")], .commandPalette, .commandPaletteHelp, in: [.everywhere]),
    Command(.repaint, [.control("l")], .commandRepaint, .commandRepaintHelp, in: [.everywhere]),
    Command(.cancel, [.control("c")], .commandCancel, .commandCancelHelp, in: [.everywhere]),
    Command(.back, [Key(.escape)], .commandBack, .commandBackHelp, in: [.everywhere]),
    Command(.quit, [.letter("q")], .commandQuit, .commandQuitHelp, in: [.everywhere], footer: 80),
  ]

  private static let listAreas: Set<Area> = [.finder, .phone]

  private static let movement: [Command] = [
    Command(.moveUp, [Key(.up)], .commandMoveUp, .commandMoveUpHelp, in: listAreas),
    Command(.moveDown, [Key(.down)], .commandMoveDown, .commandMoveDownHelp, in: listAreas),
    Command(.pageUp, [Key(.pageUp)], .commandPageUp, .commandPageUpHelp, in: listAreas),
    Command(.pageDown, [Key(.pageDown)], .commandPageDown, .commandPageDownHelp, in: listAreas),
    Command(.moveFirst, [Key(.home)], .commandMoveFirst, .commandMoveFirstHelp, in: listAreas),
    Command(.moveLast, [Key(.end)], .commandMoveLast, .commandMoveLastHelp, in: listAreas),
    Command(.open, [Key(.enter)], .commandOpen, .commandOpenHelp, in: [.finder, .quitQuestion, .phone], footer: 10),
  ]

  private static let signIn: [Command] = [
    Command(.signIn, [Key(.enter)], .commandSignIn, .commandSignInHelp, in: [.start], operation: 700, footer: 10),
    Command(.newCode, [.letter("r")], .commandNewCode, .commandNewCodeHelp, in: [.code], footer: 20),
    Command(
      .practicePhone, [Key(.function(8)), .letter("p")], .commandPracticePhone, .commandPracticePhoneHelp,
      in: [.start, .code, .phone], footer: 30, when: { $0.till.isPractice ? .enabled : .disabled(.phoneOnlyPractice) }),
    Command(.phoneDecline, [.letter("d")], .commandPhoneDecline, .commandPhoneDeclineHelp, in: [.phone], footer: 20),
  ]
}

extension Key {
  static func letter(_ character: Character) -> Key { Key(.character(character)) }
  static func control(_ letter: Character) -> Key { Key(.character(letter), .control) }
}
