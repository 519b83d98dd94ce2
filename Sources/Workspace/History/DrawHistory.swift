import StoreModel
import Strings
import TaskSync
import Terminal

/// What a line of the history shows.
private enum HistoryLine {
  case day(CalendarDate)
  /// A record by its place.
  case record(Int)
}

extension Painter {
  /// Who did what, newest first, under its day; the selected record in whole sentences below.
  mutating func history(_ page: HistoryPage, _ state: AppState) {
    guard let shift = state.shift else { return }
    rule(row: 2)
    let task = page.task.flatMap { shift.tasks[$0]?.task }
    let records = state.history(page)
    var end = size.columns - 1
    if records.contains(where: { $0.unsent != nil }) {
      end = text(look.mark(.notSent) + " " + words(.historyNotSent), row: 3, endingAt: end, .muted)
    }
    let title = task.map { words(.historyOfTask, ["title": $0.title]) } ?? words(.historyOfDay)
    text(title, row: 3, column: 1, .heading, limit: end - 2)
    text(words(.historyReach), row: 4, column: 1, .muted, limit: size.columns - 2)
    var top = 5
    if let task { top = origin(task, shift, state, row: 5) }
    if records.isEmpty {
      text(words(.historyNothing), row: top + 1, column: 2, .muted)
      if frame.cursor == nil { frame.cursor = Position(row: top + 1, column: 2) }
      return
    }
    lines(records, page, shift, state, from: top)
    rule(row: size.rows - 5)
    sentence(records[min(page.cursor.row, records.count - 1)], shift, state, row: size.rows - 4)
  }

  /// What the task itself says of its past.
  private mutating func origin(_ task: StoreTask, _ shift: Shift, _ state: AppState, row: Int) -> Int {
    let facts = DetailFacts(task, shift, state).origin
    guard !facts.isEmpty else { return row }
    return paragraph(facts.joined(separator: " " + look.dot + " "), row: row, column: 1, width: size.columns - 2)
  }

  private mutating func lines(
    _ records: [HistoryRecord], _ page: HistoryPage, _ shift: Shift, _ state: AppState, from top: Int
  ) {
    var lines: [HistoryLine] = []
    var selected = 0
    var day: CalendarDate?
    for (place, record) in records.enumerated() {
      let date = state.calendar.day(record.at)
      if date != day { lines.append(.day(date)) }
      day = date
      if place == page.cursor.row { selected = lines.count }
      lines.append(.record(place))
    }
    var cursor = ListCursor()
    let height = max(1, size.rows - 5 - top)
    cursor.select(max(0, selected - 1), of: lines.count)
    cursor.scroll(height: height, of: lines.count)
    cursor.select(selected, of: lines.count)
    cursor.scroll(height: height, of: lines.count)
    for (offset, line) in lines.dropFirst(cursor.top).prefix(height).enumerated() {
      switch line {
      case .day(let date):
        text(state.calendar.dayName(date, from: state.now.wall, look), row: top + offset, column: 2, .heading)
      case .record(let place):
        self.record(records[place], shift, state, row: top + offset, isOfTask: page.task != nil)
        guard place == page.cursor.row else { continue }
        text(look.pointer, row: top + offset, column: 0, .heading)
        select(row: top + offset, from: 1, to: size.columns - 1)
      }
    }
  }

  private mutating func record(_ record: HistoryRecord, _ shift: Shift, _ state: AppState, row: Int, isOfTask: Bool) {
    let after = 3 + look.clockColumns
    text(state.calendar.clock(record.at, look), row: row, endingAt: after - 1)
    if record.unsent != nil { text(look.mark(.notSent), row: row, column: after) }
    let what = look.deed(of: record, shift, state)
    if isOfTask {
      text(look.doer(of: record, shift), row: row, column: after + 2, limit: 18)
      text(what, row: row, column: after + 21, limit: size.columns - after - 22)
    } else {
      // The title gives way, what was done does not; of a long one at least a third of the room is left.
      let room = size.columns - after - 3
      let title = max(room - SafeText(look.step + what).columns, room / 3)
      let end = text(record.title, row: row, column: after + 2, limit: title)
      text(look.step + what, row: row, column: end, limit: size.columns - 1 - end)
    }
  }

  /// Everything a record knows: when in full, who, at which register, what.
  private mutating func sentence(_ record: HistoryRecord, _ shift: Shift, _ state: AppState, row: Int) {
    var who = look.doer(of: record, shift)
    if let register = record.register { who += ", " + words(.register, ["register": register]) }
    let line = state.calendar.longDate(record.at, look) + " " + look.dot + " " + who
    text(line, row: row, column: 1, .muted, limit: size.columns - 2)
    paragraph(
      record.title + look.step + look.deed(of: record, shift, state), row: row + 1, column: 1, width: size.columns - 2,
      rows: 2)
  }
}
