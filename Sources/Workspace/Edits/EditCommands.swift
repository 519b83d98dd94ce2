import StoreModel
import Strings
import TaskSync

/// Commands that change the tasks they mean, wherever these are shown; nil for a command that is none of these.
func editCommand(_ id: CommandID, _ state: inout AppState) -> [Effect]? {
  let tasks = state.tasksAtHand
  let ids = tasks.map(\.id)
  switch id {
  case .newTask: return askForNewTask(&state)
  case .editTask: openEditMenu(&state)
  case .taskDue: ask(.due(ids), state.dateText(tasks.first?.due, tasks.count), limit: 40, &state)
  case .taskPriority: openPriorities(tasks, &state)
  case .moveBucket: openBuckets(state.tasksAtHand(for: .bucket), &state)
  case .assign: openPeople(tasks, &state)
  case .taskNote: return state.taskAtHand.map { openNote(&state, $0.id) } ?? []
  case .deleteTask: state.overlay = .question(.delete(ids))
  default: return nil
  }
  return []
}

/// `n`: a task in the open list; which list is asked where none is open.
private func askForNewTask(_ state: inout AppState) -> [Effect] {
  guard let shift = state.shift else { return [] }
  let open = shift.board.tab == .lists ? shift.board.openList : nil
  if let list = open.flatMap(shift.list) ?? (shift.lists.count == 1 ? shift.lists.first : nil) {
    ask(.newTask(list.id, bucket: list.buckets.first?.id), limit: TitleLimit.task, &state)
    return []
  }
  let near =
    shift.board.showsLists ? shift.shownLists.dropFirst(shift.board.cursor.row).first?.id : shift.selected?.task.list
  let current = shift.lists.firstIndex { $0.id == near }
  state.overlay = .choice(
    Choice(
      .newList, title: state.look.words(.chooseList),
      options: Choice.options(shift.lists.map(\.title), current: current),
      isSearched: true))
  return []
}

func newListChosen(_ number: Int, _ state: inout AppState) -> [Effect] {
  guard let list = state.shift?.lists[number] else { return [] }
  ask(.newTask(list.id, bucket: list.buckets.first?.id), limit: TitleLimit.task, &state)
  return []
}

/// `e`: which of the task's fields.
private func openEditMenu(_ state: inout AppState) {
  guard let task = state.taskAtHand else { return }
  let fields: [(name: WorkPhrase, kind: TaskField.Kind)] = [
    (.editTitle, .title), (.editDue, .due), (.editStart, .start), (.editPriority, .priority), (.editBucket, .bucket),
    (.editPeople, .assignees), (.editLabels, .categories), (.editNote, .note),
  ]
  var options = Choice.options(fields.map { state.look.words($0.name) }, current: nil)
  for (index, field) in fields.enumerated() {
    if case .withheld(let reason) = state.mayChange(field.kind, of: task) { options[index].reason = reason }
  }
  state.overlay = .choice(
    Choice(
      .edit(task.id), title: state.look.words(.chooseField, ["title": task.title]), about: task.title,
      options: options))
}

func fieldChosen(_ number: Int, _ id: TaskID, _ state: inout AppState) -> [Effect] {
  guard let task = state.tasks([id]).first else { return [] }
  switch number {
  case 0: ask(.title(id), task.title, limit: TitleLimit.task, &state)
  case 1: ask(.due([id]), state.dateText(task.due, 1), limit: 40, &state)
  case 2: ask(.start([id]), state.dateText(task.start, 1), limit: 40, &state)
  case 3: openPriorities([task], &state)
  case 4: openBuckets([task], &state)
  case 5: openPeople([task], &state)
  case 6: openLabels(task, &state)
  default: return openNote(&state, id)
  }
  return []
}

/// Enter on "Delete?".
func deleteConfirmed(_ tasks: [TaskID], _ state: inout AppState) -> [Effect] {
  state.overlay = nil
  let effects = change(tasks, .whole, &state) { _ in [.delete] }
  if case .task = state.page, !effects.isEmpty { state.page = .tasks }
  if !effects.isEmpty, state.notice == nil { state.notice = Notice(state.look.words(.noticeDeleted)) }
  return effects
}

extension AppState {
  /// A moment as it can be typed again; empty for several tasks, which may differ.
  fileprivate func dateText(_ moment: Timestamp?, _ count: Int) -> String {
    guard let moment, count == 1 else { return "" }
    let day = calendar.day(moment)
    let today = calendar.day(now.wall)
    // Without its year a day that has passed would be read as next year's.
    return calendar.typed(moment, hasYear: day < today || day.year != today.year, look)
  }
}
