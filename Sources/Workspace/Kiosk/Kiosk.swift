import SessionCore
import Strings

/// Kiosk mode: a terminal at which no key closes the program, and only the commands listed here can be run.
///
/// A list of what is allowed, not of what is forbidden: a command that is new stays away until somebody has put it here.
public enum Kiosk {
  /// The commands a kiosk has.
  public static let commands: Set<CommandID> = [
    .help, .palette, .repaint, .cancel, .back,
    .moveUp, .moveDown, .pageUp, .pageDown, .moveFirst, .moveLast, .open,
    .signIn, .newCode, .otherWay, .otherComputer, .sendAddress, .practicePhone, .phoneDecline, .signInAgain,
    .tabMine, .tabOverdue, .tabOpen, .tabLists, .nextTab, .previousTab, .tasks, .order, .filter, .filterKeep,
    .showCompleted, .mark, .markAll, .nextPane, .legend, .notifications, .history, .standing, .syncNow,
    .taskComplete, .taskStatus, .statusNotStarted, .statusInProgress, .statusComplete, .taskNote, .noteSave, .noteUndo,
    .noteRedo, .newTask,
    .editTask, .assign, .taskDue, .taskPriority, .moveBucket, .deleteTask, .addItem, .itemUp, .itemDown, .keep, .tick,
    .drop, .undo, .redo, .decideMine, .decideTheirs, .decideBoth,
    .lock, .unlock, .handOver, .setPIN, .signOut, .signOutWhenSent, .discardChanges,
  ]
}

extension AppState {
  /// Whether a command can be run now: as it says itself, and in a kiosk only when it is listed.
  func availability(of command: Command) -> Availability {
    // One step back is no way out.
    if isKiosk, command.id == .quit { return isAtTop ? .withheld(TextKey(SessionPhrase.kioskStays)) : .enabled }
    guard !isKiosk || Kiosk.commands.contains(command.id) else { return .withheld(TextKey(SessionPhrase.reasonKiosk)) }
    return command.availability(self)
  }

  /// Whether help and footer tell of a command; what they say of Ctrl+C is not so in a kiosk.
  func offers(_ command: Command) -> Bool {
    !isKiosk || Kiosk.commands.contains(command.id) && command.id != .cancel
  }
}

/// Ctrl+C in a kiosk: locks, or gives up what is under way where nobody works.
func cancelInKiosk(_ state: inout AppState) -> [Effect] {
  if state.session != nil { return lockTerminal(&state, .worker) }
  state.overlay = nil
  if case .code = state.page { return codeLeft(&state) }
  return []
}
