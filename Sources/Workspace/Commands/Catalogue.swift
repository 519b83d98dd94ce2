import Strings
import TaskSync
import Terminal

/// Every command there is.
public enum Catalogue {
  /// All commands, in the order help shows them.
  public static let commands: [Command] = general + movement + signIn + tasks + edits + lists + shift + practice

  /// A command by its name.
  public static func command(_ id: CommandID) -> Command? { byID[id] }

  /// The commands that are live in an area, in order; not those of `everywhere` whose keys the area claims.
  static func live(in area: Area) -> [Command] { byArea[area] ?? [] }

  /// Those of them that a footer may show, the most important first.
  static func ranked(in area: Area) -> [Command] { rankedByArea[area] ?? [] }

  private static let byArea = Dictionary(
    uniqueKeysWithValues: Area.allCases.map { area in
      (area, commands.filter { $0.areas.contains(area) || $0.areas.contains(.everywhere) })
    })

  private static let rankedByArea = byArea.mapValues { live in
    live.filter { $0.footerRank != nil }.sorted { ($0.footerRank ?? 0) < ($1.footerRank ?? 0) }
  }

  private static let byID = Dictionary(commands.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
}

extension Catalogue {
  private static let general: [Command] = [
    Command(
      .help, [.letter("?"), Key(.function(1))], .commandHelp, .commandHelpHelp, in: [.everywhere], footer: 55),
    Command(.palette, [.control("p"), .letter(":")], .commandPalette, .commandPaletteHelp, in: [.everywhere]),
    Command(.repaint, [.control("l")], .commandRepaint, .commandRepaintHelp, in: [.everywhere]),
    Command(.cancel, [.control("c")], .commandCancel, .commandCancelHelp, in: [.everywhere]),
    Command(.back, [Key(.escape)], .commandBack, .commandBackHelp, in: [.everywhere]),
    Command(.quit, [.letter("q")], .commandQuit, .commandQuitHelp, in: [.everywhere], footer: 80),
  ]

  private static let scrollAreas = listAreas.union([.decision])
  private static let listAreas: Set<Area> = [
    .finder, .phone, .tasks, .filter, .task, .standing, .statusMenu, .choice, .news, .history, .listsPane,
  ]

  private static let movement: [Command] = [
    Command(.moveUp, [Key(.up), .letter("k")], .commandMoveUp, .commandMoveUpHelp, in: scrollAreas),
    Command(.moveDown, [Key(.down), .letter("j")], .commandMoveDown, .commandMoveDownHelp, in: scrollAreas),
    Command(.pageUp, [Key(.pageUp), .control("u")], .commandPageUp, .commandPageUpHelp, in: scrollAreas),
    Command(.pageDown, [Key(.pageDown), .control("d")], .commandPageDown, .commandPageDownHelp, in: scrollAreas),
    Command(.moveFirst, [Key(.home), .letter("g")], .commandMoveFirst, .commandMoveFirstHelp, in: listAreas),
    Command(.moveLast, [Key(.end), .letter("G")], .commandMoveLast, .commandMoveLastHelp, in: listAreas),
    Command(
      .open, [Key(.enter)], .commandOpen, .commandOpenHelp,
      in: [
        .finder, .quitQuestion, .signOutQuestion, .question, .pin, .phone, .tasks, .task, .standing, .statusMenu,
        .choice, .news, .history, .listsPane,
      ],
      footer: 15, when: { $0.mayOpen }),
  ]

  private static let signIn: [Command] = [
    Command(.signIn, [Key(.enter)], .commandSignIn, .commandSignInHelp, in: [.start], operation: 700, footer: 10),
    Command(.newCode, [.letter("r")], .commandNewCode, .commandNewCodeHelp, in: [.code], footer: 20),
    Command(
      .otherWay, [Key(.function(6)), .letter("o")], .commandOtherWay, .commandOtherWayHelp, in: [.code, .address],
      footer: 25, when: { $0.maySwitchWay }),
    Command(
      .otherComputer, [.letter("a")], .commandOtherComputer, .commandOtherComputerHelp, in: [.code], footer: 27,
      when: { $0.maySignInElsewhere }),
    Command(
      .sendAddress, [Key(.enter)], .commandSendAddress, .commandSendAddressHelp, in: [.address], footer: 10),
    Command(
      .practicePhone, [Key(.function(8)), .letter("p")], .commandPracticePhone, .commandPracticePhoneHelp,
      in: [.start, .code, .address, .phone, .locked], footer: 22,
      when: { $0.till.isPractice ? .enabled : .disabled(.phoneOnlyPractice) }),
    Command(
      .phoneDecline, [.letter("d")], .commandPhoneDecline, .commandPhoneDeclineHelp, in: [.phone], footer: 20,
      when: { $0.mayDecline }),
  ]
}

extension Catalogue {
  static let work: Set<Area> = [.tasks, .task, .standing, .news, .history, .listsPane]

  private static let tasks: [Command] = [
    Command(
      .taskComplete, [.letter(" ")], .commandComplete, .commandCompleteHelp, in: [.tasks, .task], footer: 10,
      when: { $0.mayComplete }),
    Command(
      .taskStatus, [.letter("s")], .commandStatus, .commandStatusHelp, in: [.tasks, .task], footer: 30,
      when: { $0.mayChange(.status) }),
    Command(.filter, [.letter("/")], .commandFilter, .commandFilterHelp, in: [.tasks], footer: 20),
    Command(.filterKeep, [Key(.enter)], .commandFilterKeep, .commandFilterKeepHelp, in: [.filter], footer: 10),
    Command(.showCompleted, [.letter("x")], .commandShowCompleted, .commandShowCompletedHelp, in: [.tasks]),
    Command(.tabMine, [.letter("1")], .tabMine, .commandTabHelp, in: [.tasks]),
    Command(.tabOverdue, [.letter("2")], .tabOverdue, .commandTabHelp, in: [.tasks]),
    Command(.tabOpen, [.letter("3")], .tabOpen, .commandTabHelp, in: [.tasks]),
    Command(.tabLists, [.letter("4")], .tabLists, .commandTabHelp, in: [.tasks]),
    Command(.nextTab, [Key(.right), .letter("l")], .commandNextTab, .commandNextTabHelp, in: [.tasks]),
    Command(.previousTab, [Key(.left), .letter("h")], .commandPreviousTab, .commandPreviousTabHelp, in: [.tasks]),
    Command(.undo, [.letter("u")], .commandUndo, .commandUndoHelp, in: work, when: { $0.mayTakeBack }),
    Command(.redo, [.control("r")], .commandRedo, .commandRedoHelp, in: work, when: { $0.mayRepeat }),
    Command(
      .statusNotStarted, [.letter("1")], .statusNotStarted, .commandStatusHelp, in: [.statusMenu]),
    Command(
      .statusInProgress, [.letter("2")], .statusInProgress, .commandStatusHelp, in: [.statusMenu]),
    Command(.statusComplete, [.letter("3")], .statusComplete, .commandStatusHelp, in: [.statusMenu]),
  ]

  private static let shift: [Command] = [
    Command(.syncNow, [Key(.function(5)), .letter("r")], .commandSync, .commandSyncHelp, in: work, footer: 58),
    Command(.standing, [Key(.function(2)), .letter("i")], .commandStanding, .commandStandingHelp, in: work),
    Command(
      .decideMine, [.letter("1")], .commandDecideMine, .commandDecideMineHelp, in: [.decision], footer: 10,
      when: mayDecideMine),
    Command(.decideTheirs, [.letter("2")], .commandDecideTheirs, .commandDecideTheirsHelp, in: [.decision], footer: 20),
    Command(
      .decideBoth, [.letter("3")], .commandDecideBoth, .commandDecideBothHelp, in: [.decision], footer: 30,
      when: mayJoin),
    Command(
      .lock, [Key(.function(9)), .letter("L")], .commandLock, .commandLockHelp, in: [.everywhere], operation: 703,
      footer: 33, when: { $0.mayLock }),
    Command(
      .setPIN, [.letter("P")], .commandSetPIN, .commandSetPINHelp, in: work, when: { $0.maySetPIN }),
    Command(
      .signInAgain, [Key(.function(7)), .letter("S")], .commandSignInAgain, .commandSignInAgainHelp, in: work,
      footer: 5,
      when: { $0.maySignInAgain }),
    Command(.unlock, [Key(.enter)], .commandUnlock, .commandUnlockHelp, in: [.locked], footer: 10),
    Command(.handOver, [.letter("o")], .commandHandOver, .commandHandOverHelp, in: [.locked], footer: 20),
    Command(
      .signOutWhenSent, [.letter("w")], .commandSignOutWhenSent, .commandSignOutWhenSentHelp, in: [.signOutQuestion],
      when: { $0.mayWaitForChanges }),
    Command(.discardChanges, [.letter("d")], in: [.signOutQuestion], when: { $0.mayWaitForChanges }),
    Command(
      .signOut, [Key(.function(10)), .letter("Q")], .commandSignOut, .commandSignOutHelp,
      in: [.everywhere], operation: 701, footer: 60, when: { $0.maySignOut }),
  ]
}

extension Key {
  static func letter(_ character: Character) -> Key { Key(.character(character)) }
  static func control(_ letter: Character) -> Key { Key(.character(letter), .control) }
}
