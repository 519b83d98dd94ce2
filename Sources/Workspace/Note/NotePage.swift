public import StoreModel
import Strings
import TaskSync
public import Terminal

/// The note of a task while it is being written.
public struct NotePage: Equatable, Sendable {
  /// The task.
  public var task: TaskID
  /// What is being written.
  public var field: TextField
  /// The note as it was when writing began.
  public var before: String
  /// Lines scrolled out at the top.
  public var top = 0
  /// Whether the task's own page is behind it, and not the rows.
  public var isFromTask: Bool

  /// Whether there is something to save.
  public var isChanged: Bool { field.string != before }

  /// The longest note Planner takes, in UTF-16 units.
  static let limit = 32_768
}

/// `c`: the note of a task. It has to be read before it can be changed.
func openNote(_ state: inout AppState, _ id: TaskID) -> [Effect] {
  guard let task = state.tasks([id]).first else { return [] }
  if case .withheld(let reason) = state.mayChange(.note, of: task) {
    state.notice = Notice(state.look.words(reason), role: .warning)
    return []
  }
  if let draft = state.draft, draft.purpose == .note, draft.task == id, draft.text != state.shift?.details[id]?.note {
    resume(draft, over: state.shift?.details[id]?.note ?? "", &state)
    return []
  }
  guard let details = state.shift?.details[id] else {
    if task.hasNote {
      state.shift?.writing = id
      state.notice = Notice(state.look.words(.noteReading))
      return [.sync(.loadDetails(id))]
    }
    beginNote(id, "", &state)
    return [.sync(.loadDetails(id))]
  }
  beginNote(id, details.note, &state)
  return []
}

private func beginNote(_ id: TaskID, _ text: String, _ state: inout AppState) {
  var isFromTask = false
  if case .task = state.page { isFromTask = true }
  let field = TextField(text, limit: NotePage.limit, shape: .manyLines)
  // A note longer than the field takes is not cut by opening it.
  guard field.string == text else {
    state.notice = Notice(state.look.words(.noteTooLong), role: .warning)
    return
  }
  state.shift?.news.see(id)
  state.shift?.writing = nil
  state.page = .note(NotePage(task: id, field: field, before: text, isFromTask: isFromTask))
  scrollNote(&state)
}

/// The details that `c` waited for have come.
func noteRead(_ details: TaskDetails, _ state: inout AppState) {
  if let draft = state.draft, draft.purpose == .note, draft.task == details.task {
    if case .note = state.page { return }
    return resume(draft, over: details.note, &state)
  }
  guard state.shift?.writing == details.task, state.overlay == nil else { return }
  beginNote(details.task, details.note, &state)
}

/// A draft that was found after its task's page was open already: its writer goes on at once.
func resumeDraft(_ state: inout AppState) {
  guard let draft = state.draft, draft.purpose == .note, state.overlay == nil, case .task(let page) = state.page,
    page.task == draft.task, let details = state.shift?.details[page.task]
  else { return }
  resume(draft, over: details.note, &state)
}

/// The worker goes on writing where they stopped; what is stored is what it is compared with.
private func resume(_ draft: Draft, over stored: String, _ state: inout AppState) {
  guard let task = draft.task else { return }
  // It was saved, and the program ended before it could be dropped.
  guard draft.text != stored else {
    state.draft = nil
    return
  }
  var field = TextField(draft.text, limit: NotePage.limit, shape: .manyLines)
  field.place(cursor: draft.cursor)
  state.overlay = nil
  state.page = .note(NotePage(task: task, field: field, before: stored, isFromTask: true))
  state.notice = Notice(state.look.words(.noteGoOn))
  scrollNote(&state)
}

/// A note that could not be kept is on the screen again: its writer still has the words.
func noteRefused(_ text: String, of task: TaskID, _ state: inout AppState) {
  guard state.draft == nil else { return }
  let draft = Draft(.note, task: task, text: text, cursor: text.count)
  state.draft = draft
  guard state.overlay == nil else { return }
  switch state.page {
  case .tasks, .task: resume(draft, over: state.shift?.details[task]?.note ?? "", &state)
  default: break
  }
}
