import StoreModel
import Strings
import TaskSync
import Terminal

extension Painter {
  /// Who did what, newest first.
  mutating func history(_ page: HistoryPage, _ state: AppState) {
    guard let shift = state.shift else { return }
    rule(row: 2)
    let task = page.task.flatMap { shift.tasks[$0]?.task }
    let title = task.map { words(.historyOfTask, ["title": $0.title]) } ?? words(.historyOfDay)
    let entries = state.history(page)
    var end = size.columns - 1
    if entries.contains(where: \.isNotSent) {
      end = text(look.mark(.notSent) + " " + words(.historyNotSent), row: 3, endingAt: end, .muted)
    }
    text(title, row: 3, column: 1, .heading, limit: end - 2)
    text(words(.historyReach), row: 4, column: 1, .muted, limit: size.columns - 2)
    var top = 6
    if let task { top = origin(task, shift, state, row: 5) + 1 }
    if entries.isEmpty {
      text(words(.historyNothing), row: top, column: 2, .muted)
      if frame.cursor == nil { frame.cursor = Position(row: top, column: 2) }
    }
    var cursor = page.cursor
    let height = max(1, size.rows - 2 - top)
    cursor.scroll(height: height, of: entries.count)
    for line in 0..<height where entries.indices.contains(cursor.top + line) {
      entry(entries[cursor.top + line], shift, state, row: top + line, isOfTask: page.task != nil)
      guard cursor.top + line == cursor.row else { continue }
      text(look.pointer, row: top + line, column: 0, .heading)
      select(row: top + line, from: 1, to: size.columns - 1)
    }
  }

  /// What the task itself says of its past.
  private mutating func origin(_ task: StoreTask, _ shift: Shift, _ state: AppState, row: Int) -> Int {
    let facts = DetailFacts(task, shift, state).origin
    guard !facts.isEmpty else { return row }
    return paragraph(facts.joined(separator: " " + look.dot + " "), row: row, column: 1, width: size.columns - 2)
  }

  private mutating func entry(_ entry: HistoryEntry, _ shift: Shift, _ state: AppState, row: Int, isOfTask: Bool) {
    text(state.calendar.clock(entry.at, look), row: row, column: 2)
    let who: String
    let what: String
    var mark = ""
    switch entry.event {
    case .done(let change, let isConfirmed):
      who = words(.detailYou)
      let reading = ChangeReading(state, shift)
      what = isOfTask ? reading.field(change.edit) + ": " + reading.wanted(change) : reading.line(change)
      mark = isConfirmed ? "" : look.mark(.notSent)
    case .came:
      who = shift.tasks[entry.task]?.task.createdBy.map { shift.called($0, words) } ?? words(.personUnknown)
      what = words(.historyCame)
    case .changed(let old, let new):
      let isCompletion = old.status != .complete && new.status == .complete
      who = (isCompletion ? new.completedBy : nil).map { shift.called($0, words) } ?? words(.personUnknown)
      what = differences(old, new, state).joined(separator: ", ")
    case .gone(let title):
      who = words(.personUnknown)
      what = title + ": " + words(.valueDeleted)
    }
    text(mark, row: row, column: 8)
    text(who, row: row, column: 10, limit: 16)
    text(what, row: row, column: 27, limit: size.columns - 28)
  }

  /// What is different, in words.
  private func differences(_ old: StoreTask, _ new: StoreTask, _ state: AppState) -> [String] {
    var found: [String] = []
    func moment(_ moment: Timestamp?) -> String {
      moment.map { state.calendar.dayAndTime($0, from: state.now.wall, look) } ?? words(.valueNoDate)
    }
    func add(_ field: ChangePhrase, _ value: String) { found.append(words(field) + ": " + value) }
    if old.title != new.title { add(.fieldTitle, new.title) }
    if old.status != new.status { add(.fieldStatus, look.name(new.status)) }
    if old.due != new.due { add(.fieldDue, moment(new.due)) }
    if old.start != new.start { add(.fieldStart, moment(new.start)) }
    if old.priority != new.priority { add(.fieldPriority, look.priority(new.priority)) }
    if old.bucketID != new.bucketID, let shift = state.shift {
      add(.fieldBucket, shift.list(new.list)?.buckets.first { $0.id == new.bucketID }?.name ?? words(.valueNoBucket))
    }
    if old.assignees != new.assignees, let shift = state.shift {
      add(.fieldPeople, DetailFacts.assignees(new, shift, words))
    }
    if old.openChecklistCount != new.openChecklistCount || old.checklistCount != new.checklistCount {
      add(.fieldChecklist, "\(new.checklistCount - new.openChecklistCount)/\(new.checklistCount)")
    }
    return found.isEmpty ? [words(.historyOther)] : found
  }
}
