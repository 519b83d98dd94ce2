import SessionCore
import StoreModel
import Strings
import TaskSync

extension AppState {
  /// Whether the worker may change a field of a task, as the POS has it: status, ticks and note of their own tasks and of
  /// nobody's; everything else is for managers and those with "allow task management". Without a store profile team
  /// membership alone decides. What head office keeps to itself nobody changes here.
  func mayChange(_ kind: TaskField.Kind, of task: StoreTask) -> Availability {
    guard let shift else { return .disabled(.reasonNobody) }
    if shift.tasks[task.id]?.locked.contains(kind) == true { return .disabled(.reasonLocked) }
    if managesTasks(task.id) { return .enabled }
    guard kind.isWork else { return .disabled(.reasonManage) }
    if task.assignees.isEmpty || shift.isMine(task) { return .enabled }
    return .disabled(.reasonNotYours)
  }

  /// Whether the worker may make tasks.
  var mayMakeTasks: Availability {
    guard let session, let shift else { return .disabled(.reasonNobody) }
    guard session.worker.managesTasks || override?.covers(.newTask) == true else {
      return .disabled(shift.standing.noListsBecause == .storeHasNoTeam ? .reasonNoManager : .reasonManage)
    }
    return shift.lists.isEmpty ? .disabled(.emptyNoLists) : .enabled
  }

  /// Whether the last change can be taken back: that needs the same permission as the change itself, and what somebody
  /// allowed once is allowed for one act.
  var mayTakeBack: Availability {
    guard let last = shift?.undo.done.last else { return .disabled(.noticeNothingToUndo) }
    return mayChange(again: last.steps)
  }

  /// Whether what was taken back last can be made again.
  var mayRepeat: Availability {
    guard let last = shift?.undo.undone.last else { return .disabled(.noticeNothingToRedo) }
    return mayChange(again: last.steps)
  }

  private func mayChange(again steps: [UndoHistory.Step]) -> Availability {
    let answers = steps.map { step in
      if let task = shift?.tasks[step.task]?.task { return mayChange(step.edit.field.kind, of: task) }
      return managesTasks(step.task) ? .enabled : .disabled(.reasonManage)
    }
    // What head office keeps to itself is refused by sync, which knows when that is over.
    let isAllowed = answers.allSatisfy { $0 == .enabled || $0 == .disabled(.reasonLocked) }
    return isAllowed ? .enabled : .disabled(.reasonBackManage)
  }

  private func managesTasks(_ task: TaskID) -> Bool {
    session?.worker.managesTasks == true || override?.covers(task) == true
  }

  /// The task the worker is at: the open one, else the selected row.
  var taskAtHand: StoreTask? {
    guard let shift else { return nil }
    switch page {
    case .task(let page): return shift.tasks[page.task]?.task
    case .note(let page): return shift.tasks[page.task]?.task
    case .tasks where !shift.board.showsLists: return shift.selected?.task
    default: return nil
    }
  }

  /// Whether a field of the task at hand, or of one at least of those marked, can be changed.
  func mayChange(_ kind: TaskField.Kind) -> Availability {
    let tasks = tasksAtHand(for: kind)
    guard let first = tasks.first else { return .disabled(.reasonNoTask) }
    return tasks.contains { mayChange(kind, of: $0) == .enabled } ? .enabled : mayChange(kind, of: first)
  }

  /// Whether there is a task to open the menu of its fields for.
  var mayEditTask: Availability {
    guard let task = taskAtHand else { return .disabled(.reasonNoTask) }
    let kinds: [TaskField.Kind] = [.title, .due, .start, .priority, .bucket, .assignees, .categories]
    return kinds.contains { mayChange($0, of: task) == .enabled } ? .enabled : mayChange(.title, of: task)
  }
}

extension Worker {
  /// Whether they make, assign and change tasks; without a profile nobody says otherwise.
  var managesTasks: Bool { role == nil || mayManageTasks || role != .worker }
}

extension TaskField.Kind {
  /// What everybody does with their own tasks.
  fileprivate var isWork: Bool {
    switch self {
    case .status, .itemTicks, .note: true
    default: false
    }
  }
}
