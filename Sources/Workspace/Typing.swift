import Strings
import Terminal

/// Gives a key to the field that has the focus; answers whether the field took it.
func type(_ key: Key, into state: inout AppState) -> Bool {
  let isTaken = give(key, to: &state)
  if isTaken { sayWhatIsLeftOut(&state) }
  return isTaken
}

/// What a note or a line leaves out because it is full is said: nobody saves less than they think.
func sayWhatIsLeftOut(_ state: inout AppState) {
  let field: TextField
  switch (state.overlay, state.page) {
  case (.entry(let entry), _): field = entry.field
  case (nil, .note(let page)): field = page.field
  default: return
  }
  guard field.leftOut > 0 else { return }
  let words = state.look.words
  let limit = ["limit": words.number(field.limit)]
  state.notice = Notice(words.counted(.fieldLeftOut, field.leftOut, limit), role: .warning)
}

private func give(_ key: Key, to state: inout AppState) -> Bool {
  switch state.overlay {
  case .finder(var finder):
    guard finder.field.take(key) else { return false }
    finder.cursor = ListCursor()
    state.overlay = .finder(finder)
    return true
  case .choice(let choice): return typeChoice(key, choice, &state)
  case .entry(var entry):
    guard entry.field.take(key) else { return false }
    state.overlay = .entry(entry)
    return true
  case .pin(var prompt):
    guard prompt.take(key) else { return false }
    state.overlay = .pin(prompt)
    return true
  case .quit, .signOut, .status, .decision, .question: return false
  case nil: break
  }
  switch state.page {
  case .start(var start):
    let mayQuit = !state.isKiosk
    guard start.take(key, mayQuit: mayQuit, isAsking: { state.overlay = .quit(typed: $0) }) else { return false }
    state.page = .start(start)
    return true
  case .tasks: return typeFilter(key, &state)
  case .note: return typeNote(key, &state)
  case .code(var code):
    guard code.pasted.take(key) else { return false }
    code.isPasteRefused = false
    state.page = .code(code)
    return true
  case .task, .standing, .news, .history, .locked, .leaving, .receipt: return false
  }
}

/// Pasted text goes to the field that has the focus, as text and never as commands.
func paste(_ text: String, into state: inout AppState) {
  if case .code = state.page, state.overlay == nil { return pasteAddress(text, &state) }
  guard state.isTyping else { return }
  state.notice = nil
  switch (state.overlay, state.page) {
  case (.finder(var finder), _):
    finder.field.insert(text)
    finder.cursor = ListCursor()
    state.overlay = .finder(finder)
  case (.choice(var choice), _):
    choice.search?.insert(text)
    choice.cursor = ListCursor()
    state.overlay = .choice(choice)
  case (.entry(var entry), _):
    entry.field.insert(text)
    state.overlay = .entry(entry)
  case (_, .note(var page)):
    page.field.insert(text)
    state.page = .note(page)
    scrollNote(&state)
  case (_, .start(var start)):
    start.account.insert(text)
    state.page = .start(start)
  case (_, .tasks): changeFilter(&state) { $0.insert(text) }
  default: return
  }
  sayWhatIsLeftOut(&state)
}
