import SessionCore
import StoreModel
import TaskSync
import Terminal

@testable import Workspace

/// Keeps book of what a worker gave to be kept: it is waiting, confirmed, refused before their eyes, or given up by them.
final class WorkLedger {
  private struct Given {
    var edit: TaskEdit
    var task: TaskID
  }
  private struct Book {
    var rows: [Int64: PendingChange] = [:]
    var confirmed: Set<Int64> = []
    /// Changes their owner decided about.
    var decided: Set<Int64> = []
    /// What was given in this session and was not told of yet.
    var given: [Given] = []
    /// Fields written since, by task, which may join or cancel what waits.
    var written: [TaskID: [TaskField]] = [:]
    /// What was being written when the worker was locked out.
    var drafts: [Draft] = []
    var isAway = false
  }

  private var books: [PersonID: Book] = [:]
  private var names: [TaskID: TaskID] = [:]
  /// Who is signed in, or was last.
  private var last: PersonID?
  private(set) var objection: Objection?
  /// How much was given, confirmed, and found again after a lock: a walk that gives nothing proves nothing.
  private(set) var counts = Counts()

  /// What a walk did with the worker's work.
  struct Counts: Hashable {
    var sessions = 0
    var edits = 0
    var confirmed = 0
    var draftsFound = 0

    static func + (one: Counts, other: Counts) -> Counts {
      Counts(
        sessions: one.sessions + other.sessions, edits: one.edits + other.edits,
        confirmed: one.confirmed + other.confirmed, draftsFound: one.draftsFound + other.draftsFound)
    }
  }

  private func object(_ rule: String, _ finding: String) { objection = objection ?? Objection(rule, finding) }

  /// Follows a message: what it does is worked out once more beside the loop.
  func hear(_ message: Message, _ before: AppState) {
    var after = before
    let effects = update(&after, message)
    // What is still sent after a lock is told after it.
    last = after.session?.worker.id ?? before.session?.worker.id ?? last
    guard let worker = last else { return }
    if case .sync(let event) = message { hear(event, worker) }
    for effect in effects { if case .sync(let command) = effect { hear(command, worker) } }
    followDraft(message, before, after, effects, worker)
  }

  private func hear(_ event: SyncEvent, _ worker: PersonID) {
    switch event {
    case .identified(let old, let new):
      names[old] = new
      for id in books[worker, default: Book()].rows.keys where books[worker]?.rows[id]?.task == old {
        books[worker]?.rows[id]?.task = new
      }
      for index in books[worker, default: Book()].given.indices where books[worker]?.given[index].task == old {
        books[worker]?.given[index].task = new
      }
      if let written = books[worker]?.written.removeValue(forKey: old) {
        books[worker]?.written[new, default: []] += written
      }
    case .identifiedEarlier(let renamings):
      for renaming in renamings where names[renaming.old] == nil {
        hear(.identified(renaming.old, as: renaming.new), worker)
      }
    case .confirmed(let change):
      books[worker, default: Book()].confirmed.insert(change.id)
      answer(worker, change)
      counts.confirmed += 1
    case .outbox(let changes):
      let left = Set(changes.map(\.id))
      hear(changes, removed: books[worker]?.rows.keys.filter { !left.contains($0) } ?? [], worker)
    case .outboxChanged(let changes, let removed): hear(changes, removed: removed, worker)
    case .editRefused(let task, let edit, _):
      books[worker]?.given.removeAll { $0.edit == edit && ($0.task == task || current($0.task) == task) }
    case .editLost(let owner, _): books[owner]?.given.removeAll()
    case .storage: break
    case .lists, .tasks, .details, .people, .standing, .merged: break
    }
  }

  /// What was given is known of.
  private func answer(_ worker: PersonID, _ change: PendingChange) {
    books[worker]?.given.removeAll { given in
      current(given.task) == current(change.task) && given.edit.field == change.edit.field
    }
  }

  private func current(_ task: TaskID) -> TaskID {
    var task = task
    while let newer = names[task] { task = newer }
    return task
  }

  private func hear(_ changes: [PendingChange], removed: [Int64], _ worker: PersonID) {
    var book = books[worker, default: Book()]
    for id in removed {
      guard let row = book.rows.removeValue(forKey: id) else { continue }
      if book.confirmed.contains(id) || book.decided.contains(id) { continue }
      let fields = book.written[row.task, default: []] + book.written[current(row.task), default: []]
      if fields.contains(where: { $0 == row.edit.field || $0 == .whole || row.edit.field == .whole }) { continue }
      if fields.contains(where: { $0.kind == .checklist && row.edit.checklistItem != nil }) { continue }
      object("lost", "change \(id), \(row.edit) of \(row.task), is neither waiting nor confirmed")
    }
    for change in changes { book.rows[change.id] = change }
    books[worker] = book
    for change in changes { answer(worker, change) }
  }

  private func hear(_ command: SyncCommand, _ worker: PersonID) {
    switch command {
    case .edit(let edit, let task, _):
      counts.edits += 1
      books[worker, default: Book()].given.append(Given(edit: edit, task: task))
      books[worker]?.written[task, default: []].append(edit.field)
    case .decide(let change, _): books[worker, default: Book()].decided.insert(change)
    case .discard(let changes): books[worker, default: Book()].decided.formUnion(changes)
    case .syncNow, .loadDetails, .keepPlace, .joinPlace, .keepHistory: break
    }
  }
}

extension WorkLedger {
  /// What is written is saved, dropped by its writer, or found again.
  private func followDraft(
    _ message: Message, _ before: AppState, _ after: AppState, _ effects: [Effect], _ worker: PersonID
  ) {
    if before.session == nil, after.session != nil { counts.sessions += 1 }
    if before.session != nil, after.session == nil {
      books[worker, default: Book()].drafts = before.drafts
      books[worker]?.isAway = true
      return
    }
    if case .found = message, books[worker]?.isAway == true, !before.isPlaceFound, after.isPlaceFound {
      books[worker]?.isAway = false
      let drafts = books[worker]?.drafts ?? []
      if !drafts.isEmpty { counts.draftsFound += 1 }
      for draft in drafts where !after.drafts.contains(where: { $0.text == draft.text }) {
        object("draft", "\(draft) is gone after the lock")
      }
      return
    }
    guard before.session != nil, after.session != nil, let draft = before.draft, after.draft == nil else { return }
    if effects.contains(where: { if case .sync(.edit(.setNote(draft.text), _, _)) = $0 { true } else { false } }) {
      return
    }
    switch message {
    case .terminal, .command, .answer:
      if before.overlay == .question(.leaveNote) { return }
      if case .note(let page) = after.page, !page.isChanged { return }
    case .sync(.details(let details)) where details.note == draft.text: return
    default: break
    }
    object("draft", "\(draft) vanished")
  }
}

extension WorkLedger {
  /// After all that follows from a step without time: what was given has been answered for.
  func judge(_ state: AppState) throws(Objection) {
    if let objection { throw objection }
    guard let worker = state.session?.worker.id, let shift = state.shift, var book = books[worker] else { return }
    for (index, given) in book.given.enumerated() {
      let task = current(given.task)
      // What was given after it about the same may have taken it back.
      let later = book.given[(index + 1)...].filter { current($0.task) == task }
      if later.contains(where: { $0.edit.field == given.edit.field || $0.edit.field == .whole }) { continue }
      if isDone(given.edit, task, shift) { continue }
      throw Objection("given", "\(given.edit) of \(task) is neither waiting nor refused")
    }
    book.given = []
    books[worker] = book
  }

  /// Whether the worker sees it done: taken back before it was sent, or so already.
  private func isDone(_ edit: TaskEdit, _ task: TaskID, _ shift: Shift) -> Bool {
    guard let seen = shift.tasks[task]?.task else { return edit == .delete || edit.field != .whole }
    let details = shift.details[task]
    let item = details?.checklist.first { $0.id == edit.checklistItem }
    switch edit {
    case .setStatus(let status): return seen.status == status
    case .setTitle(let title): return seen.title == title
    case .setNote(let note): return details?.note == note
    case .setDue(let due): return seen.due == due
    case .setStart(let start): return seen.start == start
    case .setPriority(let priority): return seen.priority == priority
    case .moveToBucket(let bucket): return seen.bucketID == bucket
    case .assign(let user): return seen.assignees.contains(user)
    case .unassign(let user): return !seen.assignees.contains(user)
    case .setCategory(let key, let applies): return seen.categories.contains(key) == applies
    case .check(_, let isChecked): return item?.isChecked == isChecked
    case .addItem: return item != nil
    case .renameItem(_, let title): return item?.title == title
    case .removeItem: return item == nil
    case .moveItem, .create: return true
    case .delete: return false
    }
  }
}
