import StoreModel
import Strings
import TaskSync
import Terminal

extension Painter {
  /// What two people did to the same thing, side by side, and the two ways out.
  mutating func decision(_ card: DecisionCard, _ state: AppState) {
    guard let shift = state.shift, let change = shift.outbox.first(where: { $0.id == card.change }) else { return }
    let left = 8
    let width = size.columns - left - 2
    let isRefused = change.state == .refused
    text(words(isRefused ? .decisionRefused : .decisionTitle), row: 4, column: left, .heading)
    text(change.title, row: 5, column: left, limit: width)
    frame.cursor = Position(row: 4, column: left)
    let value = left + 18
    var row = 7
    if let before = look.before(change) {
      text(words(.decisionBefore), row: row, column: left, .muted, limit: 17)
      text(before, row: row, column: value, limit: size.columns - value - 1)
      row += 1
    }
    let time = state.calendar.clock(change.made, look)
    text(words(.decisionYou, ["time": time]), row: row, column: left, .muted, limit: 17)
    text(look.value(change.edit, shift, change), row: row, column: value, limit: size.columns - value - 1)
    row += 1
    if let theirs = look.theirs(change, shift) {
      text(theirs.who, row: row, column: left, .muted, limit: 17)
      text(theirs.value, row: row, column: value, limit: size.columns - value - 1)
      row += 1
    }
    if let why = look.why(change.trouble) {
      row = paragraph(why, row: row + 1, column: left, width: width, .warning)
    }
    row += 1
    text(words(isRefused ? .decisionRetry : .decisionMine), row: row, column: left, .key)
    text(words(isRefused ? .decisionDrop : .decisionTheirs), row: row + 1, column: left, .key)
    text(words(.decisionLater), row: row + 2, column: left, .key)
  }
}

extension Look {
  fileprivate func before(_ change: PendingChange) -> String? {
    switch change.before {
    case .percentComplete(let percent):
      let status = TaskStatus(percentComplete: percent)
      return mark(status) + " " + name(status)
    case .item(let title, let isChecked): return box(isChecked) + " " + title
    case nil: return nil
    }
  }

  fileprivate func value(_ edit: TaskEdit, _ shift: Shift, _ change: PendingChange) -> String {
    switch edit {
    case .setStatus(let status): return mark(status) + " " + name(status)
    case .check(let item, let isChecked):
      let title = shift.details[change.task]?.checklist.first { $0.id == item }?.title ?? words(.changeItem)
      return box(isChecked) + " " + title
    }
  }

  fileprivate func theirs(_ change: PendingChange, _ shift: Shift) -> (who: String, value: String)? {
    switch change.trouble {
    case .conflict(let remote, let who):
      return (who.flatMap { shift.people[$0] } ?? words(.decisionThem), mark(remote) + " " + name(remote))
    case .itemConflict(let isChecked):
      guard let isChecked else { return (words(.decisionThem), words(.decisionItemGone)) }
      return (words(.decisionThem), value(.check(item: change.edit.item ?? "", isChecked: isChecked), shift, change))
    case .taskGone, .forbidden, .malformed, nil: return nil
    }
  }

  fileprivate func why(_ trouble: ChangeTrouble?) -> String? {
    switch trouble {
    case .taskGone: return words(.troubleTaskGone)
    case .forbidden(let limit):
      return limit.map { words(.troubleLimit, ["limit": $0]) } ?? words(.troubleForbidden)
    case .malformed: return words(.troubleMalformed)
    case .conflict, .itemConflict, nil: return nil
    }
  }
}

extension TaskEdit {
  /// The checklist item it is about.
  fileprivate var item: String? { if case .check(let item, _) = self { item } else { nil } }
}
