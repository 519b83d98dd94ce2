import StoreModel
import Strings
import TaskSync
import Terminal

/// A line was answered to a page: a number, a command, or text for the field.
///
/// An answer to a page that is gone meanwhile, as after a lock, does nothing: the page that stands there now is said first.
func answered(_ line: String, to page: PlainPage, _ state: inout AppState) -> [Effect] {
  state.notice = nil
  if case .receipt = state.page, state.overlay == nil {
    receiptLeft(&state)
    return []
  }
  guard plainPage(state).name == page.name else { return [] }
  let text = line.trimmed
  if page.answer == .text, !text.hasPrefix(":") || text.hasPrefix("::") {
    return textAnswered(text.hasPrefix("::") ? String(text.dropFirst()) : text, page, &state)
  }
  // Whoever asks to hear the rows again has gone on; until then a number means what was said.
  if text.isEmpty { state.shift?.board.leave() }
  if text.isEmpty { return state.area == .choice ? choiceAnswered(text, page, &state) : [] }
  return commandAnswered(text, page, &state)
}

private func commandAnswered(_ text: String, _ page: PlainPage, _ state: inout AppState) -> [Effect] {
  let isColon = text.hasPrefix(":") && text.count > 1
  let rest = isColon ? String(text.dropFirst()) : text
  if case .note = state.page, isColon, state.overlay == nil, let effects = noteLineAnswered(rest, &state) {
    return effects
  }
  if rest == "+" || rest == "-" { return turnRows(rest == "+" ? 1 : -1, &state) }
  let parts = rest.split(separator: " ", maxSplits: 1).map(String.init)
  if isColon, let number = Int(rest),
    let command = Catalogue.live(in: state.area).first(where: { $0.operation == number })
  {
    return perform(command, &state)
  }
  guard let first = parts.first, let number = Int(first) else { return commandNamed(rest, &state) }
  if state.area == .choice { return choiceAnswered(rest, page, &state) }
  guard let pick = page.pick(number) else {
    if parts.count == 1, first.count >= ScanRule.leastDigits { return scanned(first, &state) }
    state.notice = Notice(state.look.words(PlainPhrase.unknownNumber, ["number": first]), role: .warning)
    return []
  }
  if parts.count == 1 { return chosen(pick, &state) }
  select(pick, &state)
  return commandNamed(parts[1], &state)
}

/// Runs a command by its key, its name, its label, or a beginning that only one has.
private func commandNamed(_ name: String, _ state: inout AppState) -> [Effect] {
  if let key = Key(name), let command = state.keymap.command(for: key, in: state.area) {
    return perform(command, &state)
  }
  let wanted = name.lowercased()
  let id = wanted.replacingBlanks
  let names = Catalogue.live(in: state.area).map {
    (command: $0, id: $0.id.rawValue, label: state.look.words($0.label).lowercased())
  }
  // Whole first, then the last word of a name (`done`, `complete`), then a beginning that only one has.
  let ways: [((id: String, label: String)) -> Bool] = [
    { $0.id == id || $0.label == wanted }, { $0.id.hasSuffix("-" + id) },
    { $0.id.hasPrefix(id) || $0.label.hasPrefix(wanted) },
  ]
  for isMeant in ways {
    let found = names.filter { isMeant((id: $0.id, label: $0.label)) }
    if let command = found.first?.command, found.count == 1 { return perform(command, &state) }
  }
  state.notice = Notice(state.look.words(PlainPhrase.unknown, ["answer": name]), role: .warning)
  return []
}

/// Does what a number stands for.
private func chosen(_ pick: PlainPage.Pick, _ state: inout AppState) -> [Effect] {
  switch pick {
  case .command(let id): return Catalogue.command(id).map { perform($0, &state) } ?? []
  case .key(let key): return keyPressed(&state, key)
  case .task(let task):
    select(pick, &state)
    return state.shift?.tasks[task] == nil ? [] : openTask(&state, task)
  case .list(let list): return state.shift?.list(list) == nil ? [] : openList(list, &state)
  case .row(let row):
    if case .locked = state.page, state.overlay == nil {
      state.overlay = .pin(PINPrompt(.open))
      return []
    }
    selectRow(row, &state)
    let isItem = state.itemAtHand != nil && state.overlay == nil
    return Catalogue.command(isItem ? .taskComplete : .open).map { perform($0, &state) } ?? []
  }
}

/// Puts the selection on what a number stands for.
private func select(_ pick: PlainPage.Pick, _ state: inout AppState) {
  switch pick {
  case .row(let row): selectRow(row, &state)
  case .task(let task):
    guard let shift = state.shift, let seen = shift.tasks[task], let row = shift.board.agenda.index(of: seen) else {
      return
    }
    selectRow(row, &state)
    state.shift?.board.stay()
  case .list(let list):
    if let row = state.shift?.shownLists.firstIndex(where: { $0.id == list }) { selectRow(row, &state) }
  case .command, .key: break
  }
}

/// `+` and `-`: the next rows, or those before.
private func turnRows(_ step: Int, _ state: inout AppState) -> [Effect] {
  guard let rows = state.rowsAtHand else { return [] }
  let first = (rows.selected / PlainReading.rows + step) * PlainReading.rows
  if (0..<rows.count).contains(first) { selectRow(first, &state) }
  return []
}

extension String {
  /// As a command's name has it: `move up` is `move-up`.
  fileprivate var replacingBlanks: String { String(map { $0 == " " ? "-" : $0 }) }
}
