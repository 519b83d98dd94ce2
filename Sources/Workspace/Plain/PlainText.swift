import Strings
import Terminal

/// Text for the field that has the focus; it takes the place of what stood there, and is sent at once.
func textAnswered(_ text: String, _ page: PlainPage, _ state: inout AppState) -> [Effect] {
  switch state.area {
  case .finder: return finderAnswered(text, page, &state)
  case .choice: return choiceAnswered(text, page, &state)
  case .entry:
    guard case .entry(var entry) = state.overlay else { return [] }
    if text.isEmpty, entry.field.isEmpty { return goBack(&state) }
    if !text.isEmpty { entry.field = TextField(text, limit: entry.field.limit) }
    state.overlay = .entry(entry)
    if !text.isEmpty, entry.field.leftOut > 0 {
      sayWhatIsLeftOut(&state)
      return []
    }
    return entryCommand(.keep, &state)
  case .pin:
    guard case .pin(var prompt) = state.overlay else { return [] }
    for character in text { _ = prompt.take(.letter(character)) }
    state.overlay = .pin(prompt)
    return pinCommand(.open, &state)
  case .start:
    guard case .start(var start) = state.page else { return [] }
    if text == "?" { return openFinder(&state, .help) }
    start.account = TextField(text, limit: start.account.limit)
    state.page = .start(start)
    return startCommand(.signIn, &state)
  case .address:
    pasteAddress(text, &state)
    return codeCommand(.sendAddress, &state)
  case .filter:
    changeFilter(&state) { $0 = TextField(text, limit: $0.limit) }
    rebuildBoard(&state)
    return filterCommand(.filterKeep, &state)
  case .note:
    if text == "." { return saveNote(&state) }
    changeNote(&state) { $0.append(text) }
    return []
  default: return []
  }
}

private func finderAnswered(_ text: String, _ page: PlainPage, _ state: inout AppState) -> [Effect] {
  guard case .finder(var finder) = state.overlay else { return [] }
  if let number = Int(text), case .row(let row) = page.pick(number) {
    selectRow(row, &state)
    return finderCommand(.open, &state)
  }
  if text.isEmpty, finder.field.isEmpty { return goBack(&state) }
  finder.field = TextField(text, limit: finder.field.limit)
  finder.cursor = ListCursor()
  state.overlay = .finder(finder)
  return []
}

/// A list to choose from: a number, several where several can be chosen, or words to search for.
func choiceAnswered(_ text: String, _ page: PlainPage, _ state: inout AppState) -> [Effect] {
  guard case .choice(var choice) = state.overlay else { return [] }
  let numbers = text.split(separator: " ").map { Int($0) }
  if !text.isEmpty, numbers.allSatisfy({ $0 != nil }) {
    for case let number? in numbers {
      guard case .row(let row) = page.pick(number) else { continue }
      selectRow(row, &state)
      if !choice.takesSeveral { return choiceCommand(.open, &state) }
      _ = choiceCommand(.tick, &state)
    }
    return []
  }
  if text.isEmpty { return choice.takesSeveral ? choiceCommand(.open, &state) : [] }
  guard let search = choice.search else {
    state.notice = Notice(state.look.words(PlainPhrase.unknown, ["answer": text]), role: .warning)
    return []
  }
  choice.search = TextField(text, limit: search.limit)
  choice.cursor = ListCursor()
  state.overlay = .choice(choice)
  return []
}

/// `:3 text` replaces line 3 of the note, `:3` takes it out; nil when it is neither.
func noteLineAnswered(_ text: String, _ state: inout AppState) -> [Effect]? {
  let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
  guard let number = parts.first.flatMap({ Int($0) }) else { return nil }
  changeNote(&state) { lines in
    guard lines.indices.contains(number - 1) else { return }
    if parts.count > 1 { lines[number - 1] = parts[1] } else { lines.remove(at: number - 1) }
  }
  return []
}

private func changeNote(_ state: inout AppState, _ change: (inout [String]) -> Void) {
  guard case .note(var page) = state.page else { return }
  var lines = page.field.isEmpty ? [] : PlainReading.lines(page.field.string)
  change(&lines)
  page.field = TextField(lines.joined(separator: "\n"), limit: page.field.limit, shape: .manyLines)
  state.page = .note(page)
  scrollNote(&state)
  sayWhatIsLeftOut(&state)
}
