import StoreModel
import Strings
import TaskSync
import Terminal

/// Where the lines of a note being written stand.
struct NoteLayout {
  static let top = 4
  let columns: Int
  let rows: Int

  init(_ size: Size) {
    columns = min(100, size.columns - 4)
    rows = max(3, size.rows - NoteLayout.top - 2)
  }
}

/// Keys into the note.
func typeNote(_ key: Key, _ state: inout AppState) -> Bool {
  guard case .note(var page) = state.page else { return false }
  let layout = NoteLayout(state.size)
  guard page.field.take(key, columns: layout.columns, rows: layout.rows) else { return false }
  state.page = .note(page)
  scrollNote(&state)
  return true
}

/// Keeps the caret in view, and what was written where a lock finds it.
func scrollNote(_ state: inout AppState) {
  guard case .note(var page) = state.page else { return }
  let layout = NoteLayout(state.size)
  let lines = TextLines(page.field, columns: layout.columns)
  let line = lines.place(of: page.field.cursor).line
  page.top = min(max(page.top, line - layout.rows + 1), line)
  page.top = max(0, min(page.top, lines.lines.count - layout.rows))
  state.page = .note(page)
  let text = page.field.string
  state.draft =
    text == page.before
    ? nil : Draft(.note, task: page.task, text: text, cursor: page.field.cursor, before: page.before)
}

func noteCommand(_ id: CommandID, _ state: inout AppState) -> [Effect] {
  switch id {
  case .noteSave: return saveNote(&state)
  // The field knows these two keys itself; here it is told what help was asked for.
  case .noteUndo: _ = typeNote(Key(.character("u"), .alt), &state)
  case .noteRedo: _ = typeNote(.control("r"), &state)
  default: break
  }
  return []
}

/// Ctrl+S: the note is written down and sent; without a change there is nothing to send.
func saveNote(_ state: inout AppState) -> [Effect] {
  guard case .note(let page) = state.page else { return [] }
  let text = page.field.string
  guard page.isChanged, text != state.shift?.note(of: page.task) else { return leaveNote(&state) }
  let effects = change([page.task], .note, seen: [page.task: .text(page.before)], &state) { _ in [.setNote(text)] }
  guard !effects.isEmpty else {
    // What would take it back is known once the note is read; until then it stays open, and nothing is lost.
    if state.tasks([page.task]).isEmpty {
      state.notice = Notice(state.look.words(.editTaskGone), role: .danger)
      return []
    }
    if state.notice == nil { state.notice = Notice(state.look.words(.noteReading), role: .warning) }
    return [.sync(.loadDetails(page.task))]
  }
  if state.shift?.note(of: page.task) != text {
    state.shift?.notesOnTheirWay.append(NoteOnItsWay(task: page.task, text: text, before: page.before))
  }
  return effects + leaveNote(&state)
}

/// A note that was given to be kept: it is called kept once its row is on the disk.
struct NoteOnItsWay: Equatable, Sendable {
  var task: TaskID
  var text: String
  /// The note as its writer saw it when they began.
  var before: String

  /// The note as if it were still being written.
  var draft: Draft { Draft(.note, task: task, text: text, cursor: text.count, before: before) }
}

/// What is in the outbox is on the disk; so is a note that takes one back, once the task has it again. Notes of a task
/// reach the disk in their order.
func noteKept(_ state: inout AppState) {
  var waiting: Set<TaskID> = []
  for note in state.shift?.notesOnTheirWay ?? [] where !waiting.contains(note.task) {
    guard state.shift?.hasKept(note.draft) == true, let index = state.shift?.notesOnTheirWay.firstIndex(of: note) else {
      waiting.insert(note.task)
      continue
    }
    state.shift?.notesOnTheirWay.remove(at: index)
    state.notice = Notice(state.look.words(.noteSaved))
  }
}

/// Esc: asks where something would be lost.
func noteLeft(_ state: inout AppState) -> [Effect] {
  guard case .note(let page) = state.page else { return [] }
  if page.isChanged {
    state.overlay = .question(.leaveNote)
    return []
  }
  return leaveNote(&state)
}

func leaveNote(_ state: inout AppState) -> [Effect] {
  guard case .note(let page) = state.page else { return [] }
  state.draft = nil
  let isThere = !state.tasks([page.task]).isEmpty
  state.page = page.isFromTask && isThere ? .task(TaskPage(task: page.task)) : .tasks
  goOnWriting(&state)
  return []
}
