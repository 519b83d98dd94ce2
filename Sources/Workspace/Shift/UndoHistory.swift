import StoreModel
import TaskSync

/// What the worker changed in this session, so that it can be taken back.
struct UndoHistory: Equatable, Sendable {
  /// An edit and the one that takes it back.
  struct Step: Hashable, Sendable {
    var task: TaskID
    var edit: TaskEdit
    var opposite: TaskEdit
  }

  private(set) var done: [Step] = []
  private(set) var undone: [Step] = []

  /// Keeps an edit; what was undone before cannot be redone after it.
  mutating func add(_ step: Step) {
    done.append(step)
    if done.count > 100 { done.removeFirst() }
    undone = []
  }

  mutating func undo() -> Step? {
    guard let step = done.popLast() else { return nil }
    undone.append(step)
    return step
  }

  mutating func redo() -> Step? {
    guard let step = undone.popLast() else { return nil }
    done.append(step)
    return step
  }

  /// Forgets an edit that was not accepted.
  mutating func forget(_ edit: TaskEdit, _ task: TaskID) {
    if let index = done.lastIndex(where: { $0.task == task && $0.edit == edit }) { done.remove(at: index) }
    undone.removeAll { $0.task == task && $0.opposite == edit }
  }

  /// Forgets a task that is gone.
  mutating func forget(_ task: TaskID) {
    done.removeAll { $0.task == task }
    undone.removeAll { $0.task == task }
  }

  /// Follows a task to its new id.
  mutating func rename(_ task: TaskID, to new: TaskID) {
    for index in done.indices where done[index].task == task { done[index].task = new }
    for index in undone.indices where undone[index].task == task { undone[index].task = new }
  }
}
