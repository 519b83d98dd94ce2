import SessionCore
import StoreModel
import Strings
import TaskSync

extension AppState {
  /// Whether the worker may change the status of a task, as the POS has it: their own and nobody's; managers and those
  /// with "allow task management" every one. Without a store profile team membership alone decides.
  func mayChange(_ task: StoreTask) -> Availability {
    guard let session, let shift else { return .disabled(.reasonNobody) }
    if session.standing == .notOfThisStore { return .disabled(.reasonNotOfThisStore) }
    let worker = session.worker
    if worker.role == nil || worker.mayManageTasks || worker.role != .worker { return .enabled }
    if task.assignees.isEmpty || shift.isMine(task) { return .enabled }
    return .disabled(.reasonNotYours)
  }

  /// The task the worker is at: the open one, else the selected row.
  var taskAtHand: StoreTask? {
    guard let shift else { return nil }
    if case .task(let page) = page { return shift.tasks[page.task]?.task }
    guard case .tasks = page, !shift.board.showsLists else { return nil }
    return shift.selected?.task
  }

  /// Whether the status of the task at hand, or of one at least of those marked, can be changed.
  var mayChangeStatus: Availability { mayChangeAny(mayChange) }
}
