public import StoreModel
import Strings
import TaskSync
public import Terminal

/// One line asked for, above the footer.
public struct Entry: Equatable, Sendable {
  /// What it is for.
  public enum Purpose: Equatable, Sendable {
    case title(TaskID)
    case due([TaskID]), start([TaskID])
    case newTask(ListID, bucket: String?)
    case newItem(TaskID)
    case itemTitle(TaskID, item: String)
  }

  public var purpose: Purpose
  /// What is being typed.
  public var field: TextField
  /// What the worker saw of the fields when they began to type; what others make of them meanwhile is not gone over.
  var seen: [TaskID: EditBase.Value] = [:]

  /// The tasks it is about.
  var tasks: [TaskID] {
    switch purpose {
    case .title(let task), .newItem(let task), .itemTitle(let task, _): [task]
    case .due(let tasks), .start(let tasks): tasks
    case .newTask: []
    }
  }

  /// Follows a task to its new id.
  mutating func rename(_ task: TaskID, to new: TaskID) {
    func renamed(_ id: TaskID) -> TaskID { id == task ? new : id }
    switch purpose {
    case .title(let id): purpose = .title(renamed(id))
    case .due(let ids): purpose = .due(ids.map(renamed))
    case .start(let ids): purpose = .start(ids.map(renamed))
    case .newItem(let id): purpose = .newItem(renamed(id))
    case .itemTitle(let id, let item): purpose = .itemTitle(renamed(id), item: item)
    case .newTask: break
    }
    if let value = seen.removeValue(forKey: task) { seen[new] = value }
  }

  /// Whether it is a moment.
  var isDate: Bool {
    switch purpose {
    case .due, .start: true
    default: false
    }
  }
}

/// The longest titles Planner takes, in UTF-16 units.
enum TitleLimit {
  static let task = 255
  static let item = 100
}

func ask(_ purpose: Entry.Purpose, _ text: String = "", limit: Int = 60, _ state: inout AppState) {
  var field = TextField(text, limit: limit)
  var seen = state.seen(for: purpose)
  if let index = state.asked.firstIndex(where: { $0.asks == purpose }) {
    let draft = state.asked.remove(at: index)
    field = draft.field(limit: limit)
    seen = seen.mapValues { $0.asSeen(draft.before) }
  }
  state.overlay = .entry(Entry(purpose: purpose, field: field, seen: seen))
}

func entryCommand(_ id: CommandID, _ state: inout AppState) -> [Effect] {
  guard case .entry(let entry) = state.overlay, id == .keep else { return [] }
  if entry.isDate { return keepDate(entry, &state) }
  let text = entry.field.string.trimmed
  guard !text.isEmpty else {
    state.notice = Notice(state.look.words(.entryEmpty), role: .warning)
    return []
  }
  state.overlay = nil
  switch entry.purpose {
  case .title(let task):
    return change([task], .title, seen: entry.seen, &state) {
      $0.title == text || entry.seen[task] == .text(text) ? [] : [.setTitle(text)]
    }
  case .newTask(let list, let bucket):
    return make(NewTask(list: list, bucketID: bucket, title: text), &state)
  case .newItem(let task):
    let key = state.clientKeys.next()
    let effects = change([task], .checklist, &state) { _ in [.addItem(id: key, title: text)] }
    // The next item can be typed at once; Esc ends it.
    ask(.newItem(task), limit: TitleLimit.item, &state)
    return effects
  case .itemTitle(let task, let item):
    if case .item(text, _) = entry.seen[task] { return [] }
    return change([task], .itemTitles, seen: entry.seen, &state) { _ in [.renameItem(id: item, title: text)] }
  case .due, .start: return []
  }
}

private func keepDate(_ entry: Entry, _ state: inout AppState) -> [Effect] {
  let moment: Timestamp?
  switch state.reading(of: entry) {
  case .none: moment = nil
  case .moment(let found): moment = found
  case .unreadable:
    state.notice = Notice(state.look.words(.dateUnreadable), role: .warning, about: .date)
    return []
  }
  switch entry.purpose {
  case .due(let tasks):
    if let moment, state.tasks(tasks).contains(where: { $0.start.map { $0 > moment } ?? false }) {
      state.notice = Notice(state.look.words(.dateBeforeStart), role: .warning)
      return []
    }
    state.overlay = nil
    return change(tasks, .due, seen: entry.seen, &state) {
      $0.due == moment || entry.seen[$0.id] == .moment(moment) ? [] : [.setDue(moment)]
    }
  case .start(let tasks):
    if let moment, state.tasks(tasks).contains(where: { $0.due.map { $0 < moment } ?? false }) {
      state.notice = Notice(state.look.words(.dateAfterDue), role: .warning)
      return []
    }
    state.overlay = nil
    return change(tasks, .start, seen: entry.seen, &state) {
      $0.start == moment || entry.seen[$0.id] == .moment(moment) ? [] : [.setStart(moment)]
    }
  default: return []
  }
}

/// Makes a task under an id of this terminal's own; the server names it later.
func make(_ new: NewTask, _ state: inout AppState) -> [Effect] {
  let id = TaskID.local(state.clientKeys.next())
  let edit = TaskEdit.create(new)
  state.shift?.undo.add([UndoHistory.Step(id, edit, opposite: .delete, nil)])
  state.shift?.board.awaited = id
  state.notice = Notice(state.look.words(.noticeMade))
  return [.sync(.edit(edit, id))]
}

extension AppState {
  /// Tasks by their ids, those that are still there.
  func tasks(_ ids: [TaskID]) -> [StoreTask] { ids.compactMap { shift?.tasks[$0]?.task } }

  /// What fields hold before a line is typed for them.
  fileprivate func seen(for purpose: Entry.Purpose) -> [TaskID: EditBase.Value] {
    switch purpose {
    case .title(let task): return values([task]) { .text($0.title) }
    case .due(let tasks): return values(tasks) { .moment($0.due) }
    case .start(let tasks): return values(tasks) { .moment($0.start) }
    case .itemTitle(let task, let key):
      let item = shift?.details[task]?.checklist.first { $0.id == key }
      return item.map { [task: .item(title: $0.title, isChecked: $0.isChecked)] } ?? [:]
    case .newTask, .newItem: return [:]
    }
  }

  /// What a field holds in each of some tasks.
  func values(_ ids: [TaskID], _ value: (StoreTask) -> EditBase.Value) -> [TaskID: EditBase.Value] {
    Dictionary(tasks(ids).map { ($0.id, value($0)) }) { first, _ in first }
  }

  /// What was typed as a moment, read in the store's calendar.
  func reading(of entry: Entry) -> DateReading.Answer {
    let before: Timestamp?
    switch entry.purpose {
    case .due(let tasks): before = self.tasks(tasks).first?.due
    case .start(let tasks): before = self.tasks(tasks).first?.start
    default: before = nil
    }
    return DateReading(now: now.wall, calendar: calendar, words: look.words, before: before).read(entry.field.string)
  }
}

extension String {
  /// Without blanks at both ends.
  var trimmed: String {
    var text = Substring(self)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
