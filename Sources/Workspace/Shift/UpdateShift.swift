import StoreModel
import Strings
import TaskSync
import Terminal

/// What sync says; without a shift, as after a lock, only what became of what the worker did there is heard.
func syncReported(_ state: inout AppState, _ event: SyncEvent) -> [Effect] {
  guard state.shift != nil else {
    editLostAfterwards(event, &state)
    if case .confirmed(let change) = event { return confirmedAfterwards(&state, change) }
    return []
  }
  switch event {
  case .lists(let lists):
    state.shift?.take(lists: lists)
    resumeEntry(&state)
  case .tasks(let changed, let removed): return tasksReported(&state, changed, removed)
  case .details(let details):
    let known = state.shift?.details[details.task]
    state.shift?.take(details)
    followItem(from: known, to: details, &state)
    noteRead(details, &state)
    resumeEntry(&state)
    return scanFollows(details, &state)
  case .people(let people): state.shift?.take(people: people)
  case .outbox(let changes):
    let left = Set(changes.map(\.id))
    return outboxReported(&state, changes, removed: state.shift?.outbox.map(\.id).filter { !left.contains($0) } ?? [])
  case .outboxChanged(let changes, let removed): return outboxReported(&state, changes, removed: removed)
  case .standing(let standing):
    let before = state.shift?.standing
    state.shift?.standing = standing
    // What was asked is answered: the truth line says how.
    if before?.lastSync != standing.lastSync || before?.connection != standing.connection,
      state.notice?.subject == .sync
    {
      state.notice = nil
    }
    if standing.lastSync != nil { state.shift?.stopReturning() }
    showGone(&state)
  case .confirmed(let change): return confirmed(&state, change)
  case .merged(let change):
    state.notice = Notice(state.look.words(ChangePhrase.noticeMerged, ["title": change.title]))
  case .identified(let task, let new): return identified(&state, task, as: new)
  case .identifiedEarlier(let renamings): identifiedEarlier(&state, renamings)
  case .editRefused(let task, let edit, let refusal):
    state.shift?.undo.forget(edit, task)
    state.shift?.announcement = nil
    if case .setNote(let text) = edit { noteRefused(text, of: task, &state) }
    state.notice = Notice(refusal.sentence(state.look.words), role: .danger)
  case .editLost(let worker, let refusal):
    guard worker == state.session?.worker.id else { break }
    state.notice = Notice(refusal.sentence(state.look.words), role: .danger)
  case .storage(let notice):
    if case .fileUnusable(let file) = notice { state.shift?.unusableFile = file }
    state.notice = Notice(notice.line(state.look.words), role: .warning)
  }
  return []
}

private func tasksReported(_ state: inout AppState, _ changed: [VisibleTask], _ removed: [TaskID]) -> [Effect] {
  let atHand = state.taskAtHand
  state.shift?.take(changed: changed, removed: removed)
  let own = removed.filter { state.shift?.undo.hasTakenAway($0) == true }
  for id in removed where !own.contains(id) { state.shift?.undo.forget(id) }
  if let atHand, removed.contains(atHand.id), own.contains(atHand.id) {
    if case .task = state.page { state.page = .tasks }
  } else if let atHand, removed.contains(atHand.id) {
    switch state.page {
    case .task: state.page = .tasks
    // What was written stays on the screen: its writer decides what becomes of it.
    case .note(let page) where !page.isChanged: state.page = .tasks
    default: break
    }
    state.overlay = state.overlay?.isAbout(atHand.id) == true ? nil : state.overlay
    state.notice = Notice(state.look.words(.noticeTaskGone, ["title": atHand.title]), role: .warning)
  }
  announce(&state, written: changed.filter { $0.pending != nil }.map(\.id) + removed)
  let effects = recordWhatOthersDid(&state) + comeBack(&state) + showMade(&state)
  selectRestored(&state)
  resumeEntry(&state)
  showGone(&state)
  scrollBoard(&state)
  return effects
}

/// Says what was done to many tasks once the last of them is written.
private func announce(_ state: inout AppState, written: [TaskID]) {
  guard !written.isEmpty, var announcement = state.shift?.announcement else { return }
  announcement.unwritten.subtract(written)
  let isOver = announcement.unwritten.isEmpty
  state.shift?.announcement = isOver ? nil : announcement
  if isOver { state.notice = announcement.notice }
}

/// The task the worker has just made is there: its page opens, so that the rest of it can be said.
private func showMade(_ state: inout AppState) -> [Effect] {
  guard let made = state.shift?.board.awaited, state.shift?.tasks[made] != nil else { return [] }
  state.shift?.board.awaited = nil
  guard case .tasks = state.page, state.overlay == nil else { return [] }
  state.shift?.board.selected = made
  state.shift?.board.isChosen = true
  state.shift?.rebuild()
  return openTask(&state, made)
}

/// A deletion was taken back: its task is selected again where it stands among the rows.
private func selectRestored(_ state: inout AppState) {
  guard let task = state.shift?.board.restored, let seen = state.shift?.tasks[task] else { return }
  state.shift?.board.restored = nil
  guard case .tasks = state.page, let row = state.shift?.board.agenda.index(of: seen) else { return }
  state.shift?.board.select(row)
}

private func outboxReported(_ state: inout AppState, _ changes: [PendingChange], removed: [Int64]) -> [Effect] {
  let before = state.shift?.needsYou ?? 0
  let stopped = changes.filter { $0.state.isStopped && state.shift?.outbox[id: $0.id]?.state.isStopped != true }
  let cancelled = state.cancelled(removed)
  state.shift?.outbox.take(changes, removed: removed)
  announce(&state, written: cancelled)
  let records = state.newRecords(changes)
  state.shift?.history.follow(records, removed: removed)
  if let shift = state.shift, shift.needsYou > before {
    let line = state.notTakenBack(stopped) ?? state.look.words.counted(.noticeNeedsYou, shift.needsYou)
    state.notice = Notice(line, role: .warning)
  }
  let count = state.shift?.outbox.count ?? 0
  if case .standing(var page) = state.page {
    page.cursor.select(page.cursor.row, of: count)
    state.page = .standing(page)
  }
  if case .decision(let card) = state.overlay, state.shift?.outbox[id: card.change]?.state.isStopped != true {
    state.overlay = nil
  }
  noteKept(&state)
  return discardReported(&state) + leaveWhenSent(&state)
}

extension AppState {
  /// Tasks of changes that go without ever having left: what the worker did since then is what holds already.
  fileprivate func cancelled(_ removed: [Int64]) -> [TaskID] {
    guard let shift, shift.announcement != nil else { return [] }
    return removed.compactMap { shift.outbox[id: $0] }.filter { $0.state == .notSent }.map(\.task)
  }

  /// Records of the changes that the history has none of.
  fileprivate func newRecords(_ changes: [PendingChange]) -> [PendingChangeRecord] {
    guard let shift else { return [] }
    return changes.filter { !shift.history.knows($0.id) }.map { change in
      PendingChangeRecord(change, DeedNames(change, self, shift), register: till.register)
    }
  }

  /// What is said where a change cannot be taken back because somebody else changed the same thing since; nil where that
  /// is not the matter.
  fileprivate func notTakenBack(_ changes: [PendingChange]) -> String? {
    guard let shift, let change = changes.first(where: shift.undo.hasTakenBack),
      let theirs = ChangeReading(self, shift).theirs(change)
    else { return nil }
    // Of a long note as much as tells which one it is.
    let line = theirs.value.prefix { !$0.isNewline }.prefix(60)
    let value = line.count < theirs.value.count ? line + look.ellipsis.text : line
    let parts = ["title": change.title, "field": ChangeReading(self, shift).field(change.edit), "value": String(value)]
    return look.words(ChangePhrase.noticeChangedSince, parts)
  }
}

/// After an unlock: once the task is there again, so is the worker's place.
func comeBack(_ state: inout AppState) -> [Effect] {
  guard let place = state.shift?.returning, let task = place.task, state.shift?.tasks[task] != nil else { return [] }
  state.shift?.returning = nil
  state.shift?.board.selected = task
  state.shift?.board.isChosen = true
  state.shift?.rebuild()
  guard place.isTaskOpen, case .tasks = state.page else { return [] }
  return openTask(&state, task)
}

extension EditRefusal {
  /// What is said about it.
  func sentence(_ words: Words) -> String {
    switch self {
    case .diskFull: words(.editDiskFull)
    case .diskFailed: words(.editDiskFailed)
    case .filesRemoved: words(SessionPhrase.editFilesRemoved)
    case .taskGone: words(.editTaskGone)
    case .listGone: words(.editListGone)
    // Seen only where a new session has not opened its copy yet.
    case .detailsUnknown, .notSignedIn: words(.editDetailsUnknown)
    case .locked: words(.editLocked)
    }
  }
}

extension StorageNotice {
  /// What is said about it.
  func line(_ words: Words) -> String {
    switch self {
    case .diskFull: words(.storageDiskFull)
    case .fileUnusable(let file): words(SessionPhrase.storageFileUnusable, ["file": file])
    case .keyChanged(let file): words(SessionPhrase.storageKeyChanged, ["file": file])
    case .begunAnew: words(SessionPhrase.storageBegunAnew)
    case .filesRemoved(0): words(SessionPhrase.storageFilesRemoved)
    case .filesRemoved(let lost): words.counted(SessionPhrase.storageFilesRemovedLost, lost)
    case .copyChanged: words(.storageCopyChanged)
    case .outboxChanged: words(.storageOutboxChanged)
    case .setAside(let file, 0): words(.storageSetAsideEmpty, ["file": file])
    case .setAside(let file, let salvaged): words.counted(.storageSetAside, salvaged, ["file": file])
    }
  }
}

extension Overlay {
  /// Whether it is a question about a task.
  func isAbout(_ task: TaskID) -> Bool {
    switch self {
    case .status(let menu): menu.tasks == [task]
    case .entry(let entry): entry.tasks == [task]
    case .question(.delete(let tasks)), .question(.deleteChanged(let tasks)): tasks == [task]
    default: false
    }
  }
}
