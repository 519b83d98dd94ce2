import Strings
import Terminal

/// Rows the options get at most.
func choiceRows(_ size: Size) -> Int { max(3, min(12, size.rows - 10)) }

/// Keys into a choice: a digit picks a line where several can be ticked, letters search where the list may be long.
func typeChoice(_ key: Key, _ choice: Choice, _ state: inout AppState) -> Bool {
  var choice = choice
  if choice.search != nil {
    // The blank ticks where several can be chosen.
    if choice.takesSeveral, key == .letter(" ") { return false }
    guard choice.search?.take(key) == true else { return false }
    choice.cursor = ListCursor()
  } else {
    guard choice.takesSeveral, let number = digit(key, choice) else { return false }
    choice.cursor.select(number, of: choice.options.count)
  }
  state.overlay = .choice(choice)
  return true
}

/// A digit chooses at once where one line is chosen by its number; nil for every other key.
func chooseByDigit(_ key: Key, _ state: inout AppState) -> [Effect]? {
  guard case .choice(var choice) = state.overlay, choice.search == nil, !choice.takesSeveral,
    let number = digit(key, choice)
  else { return nil }
  choice.cursor.select(number, of: choice.options.count)
  state.overlay = .choice(choice)
  return choiceCommand(.open, &state)
}

/// The place of the line a digit names, from 0.
private func digit(_ key: Key, _ choice: Choice) -> Int? {
  guard case .character(let character) = key.code, key.modifiers == [], let number = character.wholeNumberValue,
    choice.options.indices.contains(number - 1)
  else { return nil }
  return number - 1
}

func choiceCommand(_ id: CommandID, _ state: inout AppState) -> [Effect] {
  guard case .choice(var choice) = state.overlay else { return [] }
  switch id {
  case .open:
    guard choice.takesSeveral || choice.selected != nil else { return [] }
    if let reason = choice.selected?.reason {
      state.notice = Notice(state.look.words(reason), role: .warning)
      return []
    }
    state.overlay = nil
    return chosen(choice.selected?.number ?? 0, choice, &state)
  case .tick:
    guard let number = choice.selected?.number else { return [] }
    choice.tick(number)
    choice.cursor.move(by: 1, of: choice.shown.count)
  default:
    guard choice.cursor.take(id, of: choice.shown.count, height: choiceRows(state.size)) else { return [] }
  }
  state.overlay = .choice(choice)
  return []
}

private func chosen(_ number: Int, _ choice: Choice, _ state: inout AppState) -> [Effect] {
  switch choice.purpose {
  case .order: orderChosen(number, &state)
  case .edit(let task): fieldChosen(number, task, &state)
  case .priority(let tasks): priorityChosen(number, choice, tasks, &state)
  case .bucket(let tasks, let list): bucketChosen(number, choice, tasks, list, &state)
  case .newList: newListChosen(number, &state)
  case .people(let tasks, let people): peopleChosen(choice, tasks, people, &state)
  case .labels(let task, let keys): labelsChosen(choice, task, keys, &state)
  case .discard(let changes): changesChosen(choice, changes, &state)
  case .trouble: troubleChosen(number, state)
  case .remote(let task): remoteChosen(number, task, state)
  }
}

extension AppState {
  /// Ticking makes sense where several can be chosen.
  var mayTick: Availability {
    if case .choice(let choice) = overlay, choice.takesSeveral { return .enabled }
    return .disabled(.reasonOneOnly)
  }

  /// Dropping answers only the questions about something written.
  var mayDrop: Availability {
    switch overlay {
    case .question(.leaveNote), .question(.typedForGone): .enabled
    default: .disabled(.reasonNothingToDrop)
    }
  }
}
