import StoreModel
import TaskSync
import Strings

/// `v`: marks the selected task, or takes the mark off, and goes on to the next row.
func toggleMark(_ state: inout AppState) {
  guard let id = state.shift?.board.selected, state.shift?.board.agenda.isEmpty == false else { return }
  if state.shift?.board.marked.remove(id) == nil { state.shift?.board.marked.insert(id) }
  moveSelection(&state, by: 1)
}

/// `V`: marks every row that is shown; when all are marked, none.
func toggleAllMarks(_ state: inout AppState) {
  guard let board = state.shift?.board else { return }
  let all = Set(board.agenda.ids)
  state.shift?.board.marked = board.marked == all ? [] : all
}

extension AppState {
  /// The tasks a command means: those that are marked, in their order, else the one at hand.
  var tasksAtHand: [StoreTask] {
    guard let shift else { return [] }
    if case .tasks = page, !shift.board.marked.isEmpty {
      let marked = shift.board.marked.compactMap { shift.tasks[$0] }.map { (shift.board.agenda.entry(of: $0), $0.task) }
      return marked.sorted { $0.0 < $1.0 }.map(\.1)
    }
    return taskAtHand.map { [$0] } ?? []
  }

  /// The tasks whose field a command changes: notes are written one at a time, and a bucket is one of a single list.
  func tasksAtHand(for kind: TaskField.Kind) -> [StoreTask] {
    let tasks = tasksAtHand
    switch kind {
    case .note: break
    case .bucket where Set(tasks.map(\.list)).count > 1: break
    default: return tasks
    }
    return taskAtHand.map { [$0] } ?? []
  }

  /// Those of some tasks that the worker may change, and how many are left out.
  func allowed(_ tasks: [StoreTask], _ may: (StoreTask) -> Availability) -> (tasks: [StoreTask], others: Int) {
    let mine = tasks.filter { may($0) == .enabled }
    return (mine, tasks.count - mine.count)
  }

  /// Whether a command can be done to one at least of the tasks it means, and why to none.
  func mayChangeAny(_ may: (StoreTask) -> Availability) -> Availability {
    let tasks = tasksAtHand
    guard let first = tasks.first else { return .disabled(.reasonNoTask) }
    return tasks.contains { may($0) == .enabled } ? .enabled : may(first)
  }
}
