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
  /// The note as its writer saw it when they began; what others made of it since is merged when theirs is sent.
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

extension Shift {
  /// A task's note as its worker last left it: given to be kept, or as sync tells it; nil while it is not read.
  func note(of task: TaskID) -> String? {
    notesOnTheirWay.last { $0.task == task }?.text ?? details[task]?.note
  }

  /// Whether a note is on the disk as it was written: on its way to the server, or the task has it.
  func hasKept(_ note: Draft) -> Bool {
    guard let task = note.task else { return false }
    return outbox.of(task).contains { $0.edit == .setNote(note.text) } || details[task]?.note == note.text
  }

  /// What is known of a task's details, with its note as the worker last left it.
  func latestDetails(of task: TaskID) -> TaskDetails? {
    guard var known = details[task] else { return nil }
    known.note = note(of: task) ?? known.note
    return known
  }
}

/// `c`: the note of a task. It has to be read before it can be changed.
func openNote(_ state: inout AppState, _ id: TaskID) -> [Effect] {
  guard let task = state.tasks([id]).first else { return [] }
  if case .withheld(let reason) = state.mayChange(.note, of: task) {
    state.notice = Notice(state.look.words(reason), role: .warning)
    return []
  }
  let note = state.shift?.note(of: id)
  if let draft = takeDraft(of: id, &state), draft.text != note {
    resume(draft, over: note ?? "", &state)
    return []
  }
  guard let note else {
    if task.hasNote {
      state.shift?.writing = id
      state.notice = Notice(state.look.words(.noteReading))
      return [.sync(.loadDetails(id))]
    }
    beginNote(id, "", &state)
    return [.sync(.loadDetails(id))]
  }
  beginNote(id, note, &state)
  return [.sync(.loadDetails(id))]
}

/// What was half written of a task's note, to be gone on with; what was of another's waits until this one is left.
private func takeDraft(of id: TaskID, _ state: inout AppState) -> Draft? {
  putAside(&state, butOf: id)
  if let index = state.shift?.notesHeld.firstIndex(where: { $0.task == id }) {
    return state.shift?.notesHeld.remove(at: index)
  }
  return state.draft
}

private func putAside(_ state: inout AppState, butOf id: TaskID) {
  guard let draft = state.draft, draft.purpose == .note, draft.task != id else { return }
  state.shift?.notesHeld.append(draft)
  state.draft = nil
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
  putAside(&state, butOf: id)
  state.page = .note(NotePage(task: id, field: field, before: text, isFromTask: isFromTask))
  scrollNote(&state)
}

/// Details have come: those that `c` waited for, or newer ones of the note that is open.
func noteRead(_ details: TaskDetails, _ state: inout AppState) {
  if case .note(let page) = state.page {
    if page.task == details.task, !page.isChanged { showNewest(page, &state) }
    return
  }
  // A line typed meanwhile is not taken from under the keys.
  if let draft = state.draft, draft.purpose == .note, draft.task == details.task, state.overlay == nil {
    return resume(draft, over: details.note, &state)
  }
  guard state.shift?.writing == details.task, state.overlay == nil else { return }
  beginNote(details.task, details.note, &state)
}

/// A note that was opened and not touched is the one that is there now.
private func showNewest(_ page: NotePage, _ state: inout AppState) {
  guard let note = state.shift?.note(of: page.task), note != page.before else { return }
  var field = TextField(note, limit: NotePage.limit, shape: .manyLines)
  guard field.string == note else { return }
  field.place(cursor: page.field.cursor)
  state.page = .note(NotePage(task: page.task, field: field, before: note, top: page.top, isFromTask: page.isFromTask))
  scrollNote(&state)
}

/// A draft that was found after its task's page was open already: its writer goes on at once.
func resumeDraft(_ state: inout AppState) {
  // The note is open, and nothing is written into it yet.
  if case .note(let page) = state.page, !page.isChanged, state.overlay == nil,
    let index = state.shift?.notesHeld.lastIndex(where: { $0.task == page.task }),
    let draft = state.shift?.notesHeld.remove(at: index)
  {
    return resume(draft, over: page.before, &state)
  }
  guard let draft = state.draft, draft.purpose == .note, state.overlay == nil, case .task(let page) = state.page,
    page.task == draft.task, let details = state.shift?.details[page.task]
  else { return }
  resume(draft, over: details.note, &state)
}

/// The worker goes on writing where they stopped, over the note they began with; `stored` is what is there now.
func resume(_ draft: Draft, over stored: String, _ state: inout AppState) {
  guard let task = draft.task else { return }
  // It was saved, and the program ended before it could be dropped.
  guard draft.text != stored else {
    state.draft = nil
    return
  }
  var field = TextField(draft.text, limit: NotePage.limit, shape: .manyLines)
  field.place(cursor: draft.cursor)
  state.overlay = nil
  state.page = .note(NotePage(task: task, field: field, before: draft.before ?? stored, isFromTask: true))
  state.notice = Notice(state.look.words(.noteGoOn))
  scrollNote(&state)
}

/// A note that the disk refused is on the screen again: its writer still has the words. Where they are writing another
/// one, it waits until that is left.
func noteRefused(_ text: String, of task: TaskID, _ state: inout AppState) {
  guard let index = state.shift?.notesOnTheirWay.firstIndex(where: { $0.task == task && $0.text == text }),
    let note = state.shift?.notesOnTheirWay.remove(at: index)
  else { return }
  // A later one of the same task began with these words.
  if state.shift?.notesOnTheirWay.contains(where: { $0.task == task }) == true { return }
  if case .note(var page) = state.page, page.task == task {
    page.before = note.before
    state.page = .note(page)
    return scrollNote(&state)
  }
  state.shift?.notesHeld.append(note.draft)
  goOnWriting(&state)
}

/// Goes on with a note that waits to be written on, where nothing else is under way.
func goOnWriting(_ state: inout AppState) {
  guard state.draft == nil, state.overlay == nil, let draft = state.shift?.notesHeld.first, let task = draft.task else {
    return
  }
  switch state.page {
  case .tasks, .task:
    state.shift?.notesHeld.removeFirst()
    resume(draft, over: state.shift?.note(of: task) ?? "", &state)
  default: break
  }
}
