import Strings
import Terminal

/// Rows the list of commands gets: all but header, heading, field, its rule, explanation and footer.
func finderRows(_ size: Size) -> Int { max(1, size.rows - 10) }

extension Painter {
  /// Help and palette fill the body.
  mutating func finder(_ finder: FinderState, _ state: AppState) {
    let words = state.look.words
    let matches = finder.matches(state)
    let state = finder.closed(state)
    text(words(finder.kind == .help ? .helpTitle : .paletteTitle), row: 2, column: 1, .heading)
    let label = words(.finderField)
    let start = text(label, row: 3, column: 1, .muted) + 1
    field(finder.field, row: 3, column: start, width: size.columns - start - 1)
    rule(row: 4)
    let height = finderRows(size)
    if matches.isEmpty { text(words(.finderNothing), row: 5, column: 3, .muted) }
    let keysColumn = 24
    for line in 0..<height {
      let index = finder.cursor.top + line
      guard index < matches.count else { break }
      let command = matches[index]
      let row = 5 + line
      let isSelected = index == finder.cursor.row
      if isSelected { text(look.pointer, row: row, column: 0, .heading) }
      let helpColumn = keysColumn + 18
      let room = size.columns - helpColumn - 1
      var role = Role.normal
      var line = words(command.help)
      // Dim letters alone would not tell every eye, or on every theme, what cannot be done.
      if case .withheld(let reason) = state.availability(of: command) {
        role = .muted
        line = beginning(of: words(reason), in: room)
        text(look.withheld, row: row, column: helpColumn - 2, .muted)
      }
      text(words(command.label), row: row, column: 2, role, limit: keysColumn - 3)
      let keys = state.liveKeys(of: command).map(look.name).joined(separator: "  ")
      text(keys, row: row, column: keysColumn, .key, limit: 16)
      text(line, row: row, column: helpColumn, .muted, limit: room)
      if isSelected { select(row: row, from: 1, to: size.columns - 1) }
    }
    rule(row: size.rows - 5)
    if matches.indices.contains(finder.cursor.row) {
      explain(matches[finder.cursor.row], state, row: size.rows - 4)
    }
  }

  /// The selected command in whole sentences: what it does, or why it cannot be done now and what it would do.
  private mutating func explain(_ command: Command, _ state: AppState, row: Int) {
    let width = size.columns - 2
    var line = look.words(command.help)
    if let number = command.operation { line += " " + look.words(.finderOperation, ["number": String(number)]) }
    switch state.availability(of: command) {
    case .enabled: paragraph(line, row: row, column: 1, width: width, rows: 3)
    case .withheld(let reason):
      let next = paragraph(look.words(reason), row: row, column: 1, width: width, .warning, rows: 3)
      guard SafeText.wrap(line, columns: width).count <= row + 3 - next else { return }
      paragraph(line, row: next, column: 1, width: width, .muted)
    }
  }
}
