import StoreModel
import TaskSync

/// What the worker changed in this session, so that it can be taken back; what was done by one command goes together.
struct UndoHistory: Equatable, Sendable {
  /// An edit and the one that takes it back.
  struct Step: Hashable, Sendable {
    var task: TaskID
    var edit: TaskEdit
    var opposite: TaskEdit
    /// What the edit, and what its opposite leaves in the field: with another value there somebody changed it since.
    var after: EditBase.Value?
    var before: EditBase.Value?
    /// Of a checklist item: those that stood above it.
    var above: [String] = []

    init(_ task: TaskID, _ edit: TaskEdit, opposite: TaskEdit, _ details: TaskDetails?) {
      self.task = task
      self.edit = edit
      self.opposite = opposite
      after = edit.result(in: details)
      before = opposite.result(in: details)
      if let item = edit.checklistItem { above = details?.checklist.prefix { $0.id != item }.map(\.id) ?? [] }
    }

    /// The same the other way round.
    var turned: Step {
      var step = self
      (step.edit, step.opposite, step.after, step.before) = (opposite, edit, before, after)
      return step
    }
  }

  private(set) var done: [ChangedTogether] = []
  private(set) var undone: [ChangedTogether] = []

  /// Keeps edits made together; what was undone before cannot be redone after them.
  mutating func add(_ steps: [Step]) {
    guard !steps.isEmpty else { return }
    done.append(ChangedTogether(steps))
    if done.count > 100 { done.removeFirst() }
    undone = []
  }

  mutating func undo() -> [Step]? {
    guard let together = done.popLast() else { return nil }
    undone.append(together)
    return together.steps
  }

  mutating func redo() -> [Step]? {
    guard let together = undone.popLast() else { return nil }
    done.append(together)
    return together.steps
  }

  /// The server has an edit, in whatever form it keeps such a text or moment: that is what the field held since.
  mutating func confirmed(_ edit: TaskEdit, _ task: TaskID, as value: EditBase.Value) {
    for index in done.indices { done[index].learn(value, from: edit, task) }
    for index in undone.indices { undone[index].learn(value, from: edit, task) }
  }

  /// Whether a change is one that was taken back last.
  func hasTakenBack(_ change: PendingChange) -> Bool {
    undone.last?.of(change.task).contains { $0.opposite == change.edit } ?? false
  }

  /// Forgets an edit that was not accepted: the latest of its kind, done or taken back.
  mutating func forget(_ edit: TaskEdit, _ task: TaskID) {
    if let index = done.lastIndex(where: { $0.of(task).contains { $0.edit == edit } }) {
      done[index].remove(task) { $0.edit == edit }
    }
    for index in undone.indices { undone[index].remove(task) { $0.opposite == edit } }
    dropEmpty()
  }

  /// Forgets a task that is gone.
  mutating func forget(_ task: TaskID) {
    for index in done.indices { done[index].remove(task) }
    for index in undone.indices { undone[index].remove(task) }
    dropEmpty()
  }

  private mutating func dropEmpty() {
    done.removeAll(where: \.isEmpty)
    undone.removeAll(where: \.isEmpty)
  }

  /// Whether the worker themselves took the task away, so that undo or redo brings it back.
  func hasTakenAway(_ task: TaskID) -> Bool {
    done.contains { $0.of(task).contains { $0.edit == .delete } }
      || undone.contains { $0.of(task).contains { $0.opposite == .delete } }
  }

  /// The status a task had before the worker completed it; nil where that was not the last they did to its status.
  func statusBeforeCompletion(of task: TaskID) -> TaskStatus? {
    for step in done.lazy.reversed().flatMap({ $0.of(task) }) {
      guard case .setStatus(let status) = step.edit else { continue }
      if status == .complete, case .setStatus(let before) = step.opposite { return before }
      return nil
    }
    return nil
  }

  /// Follows a task to its new id.
  mutating func rename(_ task: TaskID, to new: TaskID) {
    for index in done.indices { done[index].rename(task, to: new) }
    for index in undone.indices { undone[index].rename(task, to: new) }
  }
}
