import StoreModel
import Strings
import TaskSync
import Terminal

extension Draft {
  /// A line being typed, as a lock keeps it; nil for an empty one, and for dates, which are short enough to type anew.
  fileprivate init?(_ entry: Entry) {
    guard !entry.field.string.trimmed.isEmpty else { return nil }
    let (text, cursor) = (entry.field.string, entry.field.cursor)
    switch entry.purpose {
    case .title(let task):
      self.init(.title, task: task, text: text, cursor: cursor, before: entry.seen[task]?.title)
    case .newTask(let list, let bucket):
      self.init(.newTask, task: nil, list: list, part: bucket, text: text, cursor: cursor)
    case .newItem(let task): self.init(.checklistItem, task: task, text: text, cursor: cursor)
    case .itemTitle(let task, let item):
      self.init(.itemTitle, task: task, part: item, text: text, cursor: cursor, before: entry.seen[task]?.title)
    case .due, .start: return nil
    }
  }

  /// What the line was asked for; nil where it is none, or what it was about is not said.
  var asks: Entry.Purpose? {
    switch (purpose, task, list, part) {
    case (.title, let task?, _, _): .title(task)
    case (.newTask, _, let list?, let bucket): .newTask(list, bucket: bucket)
    case (.checklistItem, let task?, _, _): .newItem(task)
    case (.itemTitle, let task?, _, let item?): .itemTitle(task, item: item)
    default: nil
    }
  }

  /// The text as a field goes on with it.
  func field(limit: Int) -> TextField {
    var field = TextField(text, limit: max(limit, text.utf16.count))
    field.place(cursor: cursor)
    return field
  }
}

/// A line half typed before a lock is asked for again, once what it is about is there; whoever has gone on to something
/// else finds it when they ask for the same line.
func resumeEntry(_ state: inout AppState) {
  guard state.asksAtOnce, let draft = state.asked.first, let purpose = draft.asks, state.overlay == nil,
    state.shift?.returning == nil, state.holds(purpose) == true
  else { return }
  switch state.page {
  case .tasks, .task: break
  default: return
  }
  ask(purpose, limit: draft.purpose == .checklistItem ? TitleLimit.item : TitleLimit.task, &state)
  state.notice = Notice(state.look.words(.entryGoOn))
}

extension AppState {
  /// What lies below help and below a question about leaving.
  var uncovered: Overlay? {
    var overlay = overlay
    while case .finder(let finder) = overlay { overlay = finder.below }
    return switch overlay {
    case .quit, .signOut: typedBelow
    default: overlay
    }
  }

  /// What a lock keeps of lines: the one being typed, and those that wait.
  var linesHalfTyped: [Draft] {
    guard case .entry(let entry) = uncovered else { return asked }
    return [Draft(entry)].compactMap(\.self) + asked
  }

  /// Whether what a line is asked for is there; nil while the checklist it stands in was not read.
  func holds(_ purpose: Entry.Purpose) -> Bool? {
    guard let shift else { return false }
    switch purpose {
    case .title(let task), .newItem(let task): return shift.tasks[task] != nil
    case .newTask(let list, _): return shift.list(list) != nil
    case .itemTitle(let task, _) where shift.tasks[task] == nil: return false
    case .itemTitle(let task, let item): return shift.details[task].map { $0.checklist.contains { $0.id == item } }
    case .due, .start: return false
    }
  }
}

extension EditBase.Value {
  /// The title of a task, or of a checklist item.
  fileprivate var title: String? {
    switch self {
    case .text(let title), .item(let title, _): title
    default: nil
    }
  }

  /// The same with the title that was seen when somebody began to type, where it is one.
  func asSeen(_ title: String?) -> EditBase.Value {
    switch (self, title) {
    case (.text, let title?): .text(title)
    case (.item(_, let isChecked), let title?): .item(title: title, isChecked: isChecked)
    default: self
    }
  }
}
