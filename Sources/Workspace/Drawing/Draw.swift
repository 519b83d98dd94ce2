import Strings
public import Terminal

/// Turns state into a frame; draws everything, every time, and changes nothing.
public func draw(_ state: AppState) -> Frame {
  var painter = Painter(size: state.size, look: state.look)
  guard state.size.holdsPages else {
    painter.tooSmall(state)
    return painter.frame
  }
  painter.header(state)
  switch state.overlay {
  case .finder(let finder): painter.finder(finder, state)
  case .decision(let card): painter.decision(card, state)
  case .pin(let prompt): painter.pin(prompt)
  case .quit, .signOut, .status, .choice, .entry, .question, nil:
    switch state.page {
    case .start(let start): painter.start(start, state)
    case .code(let code): painter.code(code, state)
    case .tasks: painter.tasks(state)
    case .task(let page): painter.task(page, state)
    case .standing(let page): painter.standing(page, state)
    case .news(let page): painter.news(page, state)
    case .note(let page): painter.note(page, state)
    case .history(let page): painter.history(page, state)
    case .locked(let locked): painter.locked(locked, state)
    case .leaving(let leaving): painter.leaving(leaving, state)
    case .receipt(let receipt): painter.receipt(receipt, state)
    }
    if let phone = state.phone { painter.phone(phone, state) }
    if case .status(let menu) = state.overlay { painter.statusMenu(menu, state) }
    if case .choice(let choice) = state.overlay { painter.choice(choice, state) }
    if case .entry(let entry) = state.overlay { painter.entry(entry, state) }
  }
  let said = painter.footer(state)
  painter.overrideNote(state, above: min(said, painter.menuTop ?? said))
  return painter.frame
}

extension Painter {
  /// One line that says what is wrong and what to do; as much of it as fits.
  mutating func tooSmall(_ state: AppState) {
    let line = words(
      .tooSmall,
      [
        "columns": String(Size.smallest.columns), "rows": String(Size.smallest.rows),
        "now": "\(size.columns)x\(size.rows)",
      ])
    paragraph(line, row: 0, column: 0, width: size.columns, .warning, rows: size.rows)
    frame.cursor = Position(row: 0, column: 0)
  }
}
