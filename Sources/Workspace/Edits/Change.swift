import StoreModel
import Strings
import TaskSync
import Terminal

/// Asks sync for an edit of each task where there is one to make; shown once it is written down, undone as one step.
///
/// Tasks the worker may not change are left out and counted in a notice.
func change(
  _ ids: [TaskID], may: (AppState, StoreTask) -> Availability, _ state: inout AppState,
  _ edit: (StoreTask) -> TaskEdit?
) -> [Effect] {
  let wanted = ids.compactMap { state.shift?.tasks[$0]?.task }
  let (tasks, others) = state.allowed(wanted) { may(state, $0) }
  if tasks.isEmpty, let first = wanted.first, case .withheld(let reason) = may(state, first) {
    state.notice = Notice(state.look.words(reason), role: .warning)
    return []
  }
  let steps = tasks.compactMap { task in
    edit(task).flatMap { edit in UndoHistory.Step(task: task, edit: edit, state.shift?.details[task.id]) }
  }
  state.shift?.undo.add(steps)
  state.shift?.board.marked = []
  if others > 0 {
    let parts = ["done": String(tasks.count), "all": String(wanted.count)]
    state.notice = Notice(state.look.words(.markedSome, parts), role: .warning)
  }
  return steps.map { .sync(.edit($0.edit, $0.task)) }
}

func takeBack(_ state: inout AppState) -> [Effect] {
  guard let steps = state.shift?.undo.undo() else {
    state.notice = Notice(state.look.words(.noticeNothingToUndo))
    return []
  }
  state.notice = Notice(state.look.words(.noticeUndone, ["title": state.titles(steps)]))
  return steps.reversed().map { .sync(.edit($0.opposite, $0.task)) }
}

func takeForward(_ state: inout AppState) -> [Effect] {
  guard let steps = state.shift?.undo.redo() else {
    state.notice = Notice(state.look.words(.noticeNothingToRedo))
    return []
  }
  state.notice = Notice(state.look.words(.noticeRedone, ["title": state.titles(steps)]))
  return steps.map { .sync(.edit($0.edit, $0.task)) }
}

extension AppState {
  /// What a step was about: its task's title, or how many.
  fileprivate func titles(_ steps: [UndoHistory.Step]) -> String {
    if steps.count > 1 { return look.words.counted(.markedCount, steps.count) }
    return steps.first.flatMap { shift?.tasks[$0.task]?.task.title } ?? ""
  }
}
