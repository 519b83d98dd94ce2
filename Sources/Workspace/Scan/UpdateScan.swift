import StoreModel
import Strings
import TaskSync
import Terminal

/// A scan whose code is looked for in tasks that are being read.
struct PendingScan: Equatable, Sendable {
  let code: String
  var waiting: Set<TaskID>

  /// The most tasks that are read for one scan.
  static let most = 20
}

/// A code was scanned: the task or list that mentions it is found. A scan never runs a command and answers no question;
/// where text is written it is text.
func scanned(_ scan: String, _ state: inout AppState) -> [Effect] {
  let words = state.look.words
  let code = String(scan.filter { $0.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control } }).trimmed
  guard !code.isEmpty else {
    state.notice = Notice(words(ScanPhrase.torn), role: .warning)
    return []
  }
  // A badge may hold the account; nobody is signed in by a scan alone.
  if case .start = state.page, state.overlay == nil, state.size.holdsPages {
    paste(code, into: &state)
    return []
  }
  guard state.shift != nil, state.size.holdsPages else {
    state.notice = Notice(words(ScanPhrase.nobody), role: .warning)
    return []
  }
  switch state.area {
  case .finder, .filter, .entry, .note:
    paste(code, into: &state)
    return []
  case .tasks, .task, .standing, .news, .history, .listsPane: return find(code, &state)
  case .choice where state.isTyping:
    paste(code, into: &state)
    return []
  default:
    state.notice = Notice(words(ScanPhrase.answerFirst), role: .warning)
    return []
  }
}

private func find(_ code: String, _ state: inout AppState) -> [Effect] {
  guard let found = state.shift?.mentioning(code), let shift = state.shift else { return [] }
  state.shift?.scan = nil
  if let only = found.first, found.count == 1 { return openFound(only, code, &state) }
  if !found.isEmpty {
    showFound(found, code, &state)
    return []
  }
  let word = code.lowercased()
  let list = shift.lists.first { list in
    ([list.title] + list.buckets.map(\.name)).contains { $0.lowercased().contains(word) }
  }
  if let list {
    state.page = .tasks
    let effects = openList(list.id, &state)
    state.notice = Notice(state.look.words(ScanPhrase.foundList, ["code": code]), role: .good)
    return effects
  }
  return readOn(code, &state)
}

private func openFound(_ id: TaskID, _ code: String, _ state: inout AppState) -> [Effect] {
  let effects = openTask(&state, id)
  state.notice = Notice(state.look.words(ScanPhrase.found, ["code": code]), role: .good)
  return effects
}

/// Several tasks mention it: they stand as the rows of the store's open tasks, searched for the code.
private func showFound(_ found: [TaskID], _ code: String, _ state: inout AppState) {
  let isAllDone = found.allSatisfy { state.shift?.tasks[$0]?.task.status == .complete }
  state.page = .tasks
  state.shift?.board.pane = nil
  state.shift?.board.scope = nil
  state.shift?.board.marked = []
  state.shift?.board.tab = .open
  if isAllDone { state.shift?.board.showsCompleted = true }
  state.shift?.board.filter = TaskFilter()
  state.shift?.board.filter.field = TextField(code, limit: 60)
  rebuildBoard(&state)
  state.notice = Notice(state.look.words.counted(ScanPhrase.several, found.count, ["code": code]), role: .good)
}

/// Nothing that is known mentions it: notes, checklists and links that are not read yet may.
private func readOn(_ code: String, _ state: inout AppState) -> [Effect] {
  let unread = (state.shift?.unreadTasks ?? []).prefix(PendingScan.most)
  guard !unread.isEmpty else {
    state.notice = Notice(state.look.words(ScanPhrase.nothing, ["code": code]), role: .warning)
    return []
  }
  state.shift?.scan = PendingScan(code: code, waiting: Set(unread))
  state.notice = Notice(state.look.words.counted(ScanPhrase.reading, unread.count, ["code": code]))
  return unread.map { .sync(.loadDetails($0)) }
}

/// Details came while a scan waits for them.
func scanFollows(_ details: TaskDetails, _ state: inout AppState) -> [Effect] {
  guard var scan = state.shift?.scan, scan.waiting.remove(details.task) != nil else { return [] }
  if state.shift?.mentioning(scan.code).contains(details.task) == true {
    state.shift?.scan = nil
    return openFound(details.task, scan.code, &state)
  }
  state.shift?.scan = scan.waiting.isEmpty ? nil : scan
  if scan.waiting.isEmpty {
    state.notice = Notice(state.look.words(ScanPhrase.nothing, ["code": scan.code]), role: .warning)
  }
  return []
}

extension Shift {
  /// Tasks that have something to read and were not read, the worker's own first, as they are due; completed ones last.
  fileprivate var unreadTasks: [TaskID] {
    let unread = tasks.values.filter { seen in
      details[seen.id] == nil && (seen.task.hasNote || seen.task.checklistCount > 0 || seen.task.linkCount > 0)
    }
    func rank(_ seen: VisibleTask) -> (Int, Int64, String) {
      let isDone = seen.task.status == .complete
      return (isDone ? 2 : isMine(seen.task) ? 0 : 1, seen.task.due?.ticks ?? .max, seen.id.rawValue)
    }
    return unread.sorted { rank($0) < rank($1) }.map(\.id)
  }
}
