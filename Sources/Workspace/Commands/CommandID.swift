/// A command's permanent name, used in settings, tapes, help and logs.
public enum CommandID: String, Hashable, Sendable, CaseIterable {
  case help
  case palette
  case repaint
  case cancel
  case back
  case quit
  case moveUp = "move-up"
  case moveDown = "move-down"
  case pageUp = "page-up"
  case pageDown = "page-down"
  case moveFirst = "move-first"
  case moveLast = "move-last"
  case open
  case signIn = "sign-in"
  case newCode = "new-code"
  case otherWay = "other-way"
  case otherComputer = "other-computer"
  case sendAddress = "send-address"
  case practicePhone = "practice-phone"
  case phoneDecline = "phone-decline"
  case tabMine = "tab-mine"
  case tabOverdue = "tab-overdue"
  case tabOpen = "tab-open"
  case tabLists = "tab-lists"
  case nextTab = "next-tab"
  case previousTab = "previous-tab"
  case taskComplete = "task-complete"
  case taskStatus = "task-status"
  case statusNotStarted = "status-not-started"
  case statusInProgress = "status-in-progress"
  case statusComplete = "status-complete"
  case filter
  case filterKeep = "filter-keep"
  case showCompleted = "show-completed"
  case syncNow = "sync-now"
  case standing
  case undo
  case redo
  case decideBoth = "decide-both"
  case decideMine = "decide-mine"
  case decideTheirs = "decide-theirs"
  case lock
  case unlock
  case handOver = "hand-over"
  case signOut = "sign-out"
  case tasks
  case order
  case mark
  case markAll = "mark-all"
  case nextPane = "next-pane"
  case legend
  case notifications
  case taskNote = "task-note"
  case newTask = "new-task"
  case editTask = "edit-task"
  case assign
  case taskDue = "task-due"
  case taskPriority = "task-priority"
  case moveBucket = "move-bucket"
  case deleteTask = "delete-task"
  case addItem = "add-item"
  case itemUp = "item-up"
  case itemDown = "item-down"
  case noteSave = "note-save"
  case noteUndo = "note-undo"
  case noteRedo = "note-redo"
  case keep
  case tick
  case drop
  case history
  case setPIN = "set-pin"
  case signOutWhenSent = "sign-out-when-sent"
  case discardChanges = "discard-changes"
  case signInAgain = "sign-in-again"
  case practiceReset = "practice-reset"
  case practiceOffline = "practice-offline"
  case practiceFault = "practice-fault"
  case practiceRemote = "practice-remote"
  case practicePublish = "practice-publish"
}
