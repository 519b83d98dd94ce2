import StoreModel
import Strings
import TaskSync
import Terminal

extension Painter {
  /// The selected task beside or below the rows, as much of it as fits.
  mutating func detailPane(_ state: AppState, _ shift: Shift, _ layout: TaskLayout) {
    let rows = layout.detailRows
    if layout.isStacked {
      rule(row: rows.lowerBound - 1)
    } else {
      upright(column: layout.detail.lowerBound - 2, from: TaskLayout.top, to: rows.upperBound)
    }
    guard !shift.board.showsLists, let seen = shift.selected, !shift.board.agenda.isEmpty else { return }
    let left = layout.detail.lowerBound + (layout.isStacked ? 1 : 0)
    let width = layout.detail.upperBound - left - (layout.isStacked ? 1 : 0)
    var row = taskHead(seen, state, row: rows.lowerBound, column: left, width: width)
    guard let details = shift.details[seen.id] else {
      if seen.task.hasNote || seen.task.checklistCount > 0 || seen.task.linkCount > 0, row < rows.upperBound {
        text(words(.detailEnter), row: row, column: left, .muted, limit: width)
      }
      return
    }
    if !details.note.isEmpty {
      let room = max(0, rows.upperBound - row - (details.checklist.isEmpty ? 0 : 2))
      row = paragraph(details.note, row: row, column: left, width: width, rows: room)
    }
    var column = left
    for item in details.checklist where row < rows.upperBound {
      let label = look.box(item.isChecked) + " " + item.title
      let columns = SafeText(label).columns
      if column > left, column + columns > left + width {
        row += 1
        column = left
      }
      guard row < rows.upperBound else { break }
      column = text(label, row: row, column: column, item.isChecked ? .muted : .normal, limit: width) + 4
    }
  }

  /// Title, status, and one line of facts; answers the row after them.
  mutating func taskHead(_ seen: VisibleTask, _ state: AppState, row: Int, column: Int, width: Int) -> Int {
    let task = seen.task
    let end = text(look.name(task.status), row: row, endingAt: column + width)
    text(task.title, row: row, column: column, .heading, limit: end - column - 2)
    let facts = taskFacts(task, state).joined(separator: " " + look.dot + " ")
    let after = paragraph(facts, row: row + 1, column: column, width: width, .muted, rows: 2)
    guard let pending = seen.pending else { return after }
    let phrase: Phrase =
      switch pending {
      case .notSent: .pendingNotSent
      case .sending: .pendingSending
      case .unknown: .pendingUnknown
      case .needsDecision: .pendingNeedsYou
      case .refused: .pendingRefused
      }
    text(words(phrase), row: after, column: column, pending.isStopped ? .warning : .normal, limit: width)
    return after + 1
  }

  /// Due, priority, list and bucket, people.
  func taskFacts(_ task: StoreTask, _ state: AppState) -> [String] {
    var facts: [String] = []
    if let due = task.due {
      facts.append(words(.detailDue, ["when": state.calendar.dayAndTime(due, from: state.now.wall, look)]))
    } else {
      facts.append(words(.detailNoDue))
    }
    facts.append(look.priority(task.priority))
    if let list = state.shift?.list(task.list) {
      let bucket = list.buckets.first { $0.id == task.bucketID }?.name
      facts.append(bucket.map { list.title + " " + (look.isUnicode ? "›" : ">") + " " + $0 } ?? list.title)
    }
    facts.append(assignees(task, state))
    return facts
  }

  private func assignees(_ task: StoreTask, _ state: AppState) -> String {
    guard !task.assignees.isEmpty, let shift = state.shift else { return words(.detailNobody) }
    let isMine = shift.isMine(task)
    let others = task.assignees.filter { !shift.worker.id.isUser($0) }
    let names = (isMine ? [words(.detailYou)] : []) + others.map { shift.people[$0] ?? words(.personUnknown) }
    return names.joined(separator: ", ")
  }
}
