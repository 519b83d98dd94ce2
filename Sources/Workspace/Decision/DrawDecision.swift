import StoreModel
import Strings
import TaskSync
import Terminal

/// Rows in which a card shows who did what.
func decisionRows(_ size: Size) -> Int { max(3, size.rows - 14) }

/// What a card shows, line by line: before, you, them.
func decisionLines(_ change: PendingChange, _ state: AppState) -> [DecisionLine] {
  guard let shift = state.shift else { return [] }
  let reading = ChangeReading(state, shift)
  let words = state.look.words
  var parts: [(label: String, text: String)] = []
  if let before = change.before.map({ reading.value($0, change) }), !before.isEmpty {
    parts.append((words(.decisionBefore), before))
  }
  let time = state.calendar.clock(change.made, state.look)
  parts.append((words(.decisionYou, ["time": time]), reading.wanted(change)))
  if let theirs = reading.theirs(change) { parts.append((theirs.who, theirs.value)) }
  return parts.flatMap { part in
    SafeText.wrap(part.text, columns: DecisionLine.width(state.size)).enumerated()
      .map { DecisionLine(label: $0.offset == 0 ? part.label : "", text: $0.element) }
  }
}

/// One line of a card.
struct DecisionLine {
  static let left = 8
  static let value = 26
  var label: String
  var text: SafeText

  static func width(_ size: Size) -> Int { max(1, size.columns - value - 1) }
}

extension Painter {
  /// What two people did to the same thing, one below the other, and the ways out.
  mutating func decision(_ card: DecisionCard, _ state: AppState) {
    guard let shift = state.shift, let change = shift.outbox[id: card.change] else { return }
    let reading = ChangeReading(state, shift)
    let left = DecisionLine.left
    let width = size.columns - left - 2
    heading(change, row: 4, column: left)
    let field = reading.field(change.edit)
    let end = text(field, row: 5, endingAt: size.columns - 2, .muted)
    text(change.title, row: 5, column: left, limit: end - left - 2)
    frame.cursor = Position(row: 4, column: left)
    var row = 7
    let lines = decisionLines(change, state)
    let height = decisionRows(size)
    let top = min(card.top, max(0, lines.count - height))
    for line in lines[top...].prefix(height) {
      text(line.label, row: row, column: left, .muted, limit: 17)
      frame.put(line.text, at: Position(row: row, column: DecisionLine.value), style: Style(.normal))
      row += 1
    }
    let ways = ways(change)
    if let why = reading.why(change) {
      // Blank rows around it, the ways out and the footer below it.
      let room = size.rows - row - ways.count - 5
      row = paragraph(why, row: row + 1, column: left, width: width, .warning, rows: max(2, room))
    }
    for (index, way) in ways.enumerated() { text(way, row: row + 1 + index, column: left, .key) }
  }

  private mutating func heading(_ change: PendingChange, row: Int, column: Int) {
    let title =
      switch change.trouble {
      case .tooOld, .fileChanged: words(.decisionOldTitle)
      case .severalAlike: words(.decisionAlike)
      default: words(change.state == .refused ? .decisionRefused : .decisionTitle)
      }
    text(title, row: row, column: column, .heading)
  }

  private func ways(_ change: PendingChange) -> [String] {
    var ways: [String]
    switch change.trouble {
    case .severalAlike: ways = [words(.decisionAlikeMine), words(.decisionAlikeTheirs)]
    case .conflict, .itemConflict(_?), .changed: ways = [words(.decisionMine), words(.decisionTheirs)]
    default: ways = (change.isWithoutObject ? [] : [words(.decisionRetry)]) + [words(.decisionDrop)]
    }
    if change.isNoteOfTwo { ways.append(words(.decisionBoth)) }
    return ways + [words(.decisionLater)]
  }
}
