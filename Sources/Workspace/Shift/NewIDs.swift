import StoreModel
import TaskSync

/// A task made here got the server's id: the worker stays where they are, and what the server knows of it is read.
func identified(_ state: inout AppState, _ task: TaskID, as new: TaskID) -> [Effect] {
  let wasAtHand = state.taskAtHand?.id == task
  let renaming = TaskRenaming(task, to: new)
  if !state.isPlaceFound { state.shift?.renamings.append(renaming) }
  state.shift?.rename(task, to: new)
  for index in state.shift?.notesOnTheirWay.indices ?? 0..<0 where state.shift?.notesOnTheirWay[index].task == task {
    state.shift?.notesOnTheirWay[index].task = new
  }
  for index in state.shift?.notesHeld.indices ?? 0..<0 { state.shift?.notesHeld[index].follow(renaming) }
  state.draft?.follow(renaming)
  for index in state.asked.indices { state.asked[index].follow(renaming) }
  switch state.page {
  case .note(var page) where page.task == task:
    page.task = new
    state.page = .note(page)
  case .task(var page) where page.task == task:
    page.task = new
    state.page = .task(page)
  default: break
  }
  if case .entry(var entry) = state.overlay {
    entry.rename(task, to: new)
    state.overlay = .entry(entry)
  }
  return wasAtHand ? [.sync(.loadDetails(new))] : []
}

/// Tasks that got other ids when nobody listened, after a lock or before an end without warning: what waits for the worker
/// goes by the ids they had.
func identifiedEarlier(_ state: inout AppState, _ renamings: [TaskRenaming]) {
  if !state.isPlaceFound { state.shift?.renamings += renamings }
  for renaming in renamings { state.shift?.rename(renaming.old, to: renaming.new) }
}

extension Draft {
  mutating func follow(_ renaming: TaskRenaming) {
    if task == renaming.old { task = renaming.new }
  }
}

extension Place {
  /// The place by the ids that its tasks have by now.
  func following(_ renamings: [TaskRenaming]) -> Place {
    var place = self
    for renaming in renamings {
      if place.task == renaming.old { place.task = renaming.new }
      for index in place.drafts.indices { place.drafts[index].follow(renaming) }
    }
    return place
  }
}
