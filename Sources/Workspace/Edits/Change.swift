import StoreModel
import Strings
import TaskSync
import Terminal

/// What is said once the changes of many tasks are on the disk, and not before.
struct Announcement: Equatable, Sendable {
  var notice: Notice
  /// Tasks whose change is not written yet.
  var unwritten: Set<TaskID>
}

/// Asks sync for the edits of each task, where there are any; shown once they are written down, undone as one step.
///
/// Tasks whose field the worker may not change are left out and counted in a notice. `seen` is what the worker saw of the
/// fields when they began, where that was a while ago.
func change(
  _ ids: [TaskID], _ kind: TaskField.Kind, seen: [TaskID: EditBase.Value] = [:], _ state: inout AppState,
  _ edits: (StoreTask) -> [TaskEdit]
) -> [Effect] {
  let wanted = state.tasks(ids)
  let (tasks, others) = state.allowed(wanted) { state.mayChange(kind, of: $0) }
  if tasks.isEmpty, let first = wanted.first, case .withheld(let reason) = state.mayChange(kind, of: first) {
    state.notice = Notice(state.look.words(reason), role: .warning)
    return []
  }
  let steps = tasks.flatMap { task in
    edits(task).compactMap { edit in
      let details = state.shift?.latestDetails(of: task.id)
      return edit.opposite(before: task, details).map { UndoHistory.Step(task.id, edit, opposite: $0, details) }
    }
  }.filter { $0.edit != $0.opposite }
  let changed = Set(steps.map(\.task))
  state.shift?.undo.add(steps)
  state.shift?.board.keep(steps.filter { $0.edit == .setStatus(.complete) }.map(\.task))
  state.shift?.board.marked = []
  if let notice = state.notice(of: changed.count, kind, wanted: wanted.count, others: others) {
    if changed.isEmpty {
      state.notice = notice
    } else {
      state.shift?.announcement = Announcement(notice: notice, unwritten: changed)
    }
  }
  return steps.map { .sync(.edit($0.edit, $0.task, seen: seen[$0.task])) }
}

extension AppState {
  /// What is said of a change of several tasks; nil where it is one.
  fileprivate func notice(of changed: Int, _ kind: TaskField.Kind, wanted: Int, others: Int) -> Notice? {
    if others > 0 {
      let parts = ["done": String(changed), "all": String(wanted)]
      return Notice(look.words.counted(.markedSome, others, parts), role: .warning)
    }
    if wanted < 2 { return nil }
    if changed == 0 { return Notice(look.words(.markedNone)) }
    return Notice(look.words.counted(kind == .whole ? .markedDeleted : .markedChanged, changed))
  }
}
