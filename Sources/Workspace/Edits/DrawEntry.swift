import StoreModel
import Strings
import Terminal

extension Painter {
  /// The question, the line being typed and what it means, above the footer.
  mutating func entry(_ entry: Entry, _ state: AppState) {
    let top = size.rows - 6
    clearForMenu(top, state)
    text(title(entry, state), row: top + 1, column: 1, .heading, limit: size.columns - 2)
    frame.cursor = nil
    field(entry.field, row: top + 2, column: 2, width: min(size.columns - 4, entry.isDate ? 40 : 100))
    guard entry.isDate else { return }
    // Once is enough, when Enter has had it said above.
    if state.notice?.subject == .date { return }
    let line: (String, Role) =
      switch state.reading(of: entry) {
      case .none: (words(.dateNone), .muted)
      case .moment(let moment): (state.calendar.longDate(moment, look), .good)
      case .unreadable: (words(.dateUnreadable), .warning)
      }
    paragraph(line.0, row: top + 3, column: 2, width: size.columns - 4, line.1, rows: 2)
  }

  func title(_ entry: Entry, _ state: AppState) -> String {
    switch entry.purpose {
    case .title: return words(.entryTitle)
    case .due(let tasks): return words(.entryDue, ["title": look.name(of: state.tasks(tasks))])
    case .start(let tasks): return words(.entryStart, ["title": look.name(of: state.tasks(tasks))])
    case .newTask(let list, let bucket):
      let found = state.shift?.list(list)
      let place = [found?.title, found?.buckets.first { $0.id == bucket }?.name].compactMap { $0 }
      return words(.entryNewTask, ["list": place.joined(separator: look.step)])
    case .newItem(let task): return words(.entryNewItem, ["title": look.name(of: state.tasks([task]))])
    case .itemTitle: return words(.entryItemTitle)
    }
  }
}

extension Look {
  /// From the greater to the smaller: list and bucket.
  var step: String { isUnicode ? " › " : " > " }

  /// A task's title, or how many.
  func name(of tasks: [StoreTask]) -> String {
    tasks.count == 1 ? tasks[0].title : words.counted(.markedCount, tasks.count)
  }
}
