import StoreModel
import TaskSync

/// The judge's book: every accepted edit, how it left, and what was done at the server in its name.
struct Ledger: Sendable {
  /// The workers' accounts.
  let users: [UserID]
  var history = ServerHistory()
  private(set) var deeds: [Deed.Key: Deed] = [:]
  private(set) var accepted = 0
  /// Moments at which a task was complete, by the terminals that were told.
  var completionsTold: [[Int]: [TaskID: Set<Int>]] = [:]

  init(users: [UserID]) { self.users = users }

  subscript(key: Deed.Key) -> Deed? {
    get { deeds[key] }
    set { deeds[key] = newValue }
  }

  /// A row was put on a disk: a new edit, a newer text for one that never left, or something noted about it.
  mutating func put(_ key: Deed.Key, _ row: OutboxRow, by act: Act?) throws(Violation) {
    guard var deed = deeds[key] else { return try accept(key, row, act) }
    deed.task = row.task
    deed.made = row.made
    defer { deeds[key] = deed }
    guard row.edit != deed.edit, row.edit != deed.mine else { return }
    if case .setNote(let text) = row.edit, row.isMerged, let mine = deed.edit.noteText {
      try hold(text, keeps: mine, over: deed.seenTags)
    } else if deed.hasLeft {
      throw Violation(.keptEdits, "\(deed.edit) had left and became \(row.edit)")
    } else if act?.edit != row.edit {
      throw Violation(.keptEdits, "\(deed.edit) became \(row.edit), which nobody did")
    }
    if !row.isMerged { deed.mine = row.edit }
    deed.edit = row.edit
  }

  /// A row leaves; what it sends may be a note just joined, which the disk does not know yet.
  mutating func leaves(_ key: Deed.Key, as edit: TaskEdit) throws(Violation) {
    guard var deed = deeds[key] else { return }
    deed.hasLeft = true
    if edit != deed.edit, let text = edit.noteText, let mine = deed.edit.noteText {
      try hold(text, keeps: mine, over: deed.seenTags)
      deed.edit = edit
    }
    deeds[key] = deed
  }

  private mutating func accept(_ key: Deed.Key, _ row: OutboxRow, _ act: Act?) throws(Violation) {
    guard let act, act.becomes(row) else {
      throw Violation(
        .ownName, "row \(row.id) \(row.edit) is on the disk of worker \(key.worker), who did no such thing")
    }
    accepted += 1
    let isOnDetails = row.edit.isOnDetails
    let seen = history.serial(
      of: row.task, task: isOnDetails ? nil : act.taskEtag, details: isOnDetails ? act.detailsEtag : nil)
    // Whoever has seen it once has seen it, although the copy on the disk may be older after a power cut.
    let known = deeds.filter {
      $0.key.till == key.till && $0.key.worker == key.worker && $0.value.task == row.task
        && $0.value.edit.field == row.edit.field
    }
    let isPart = act.edit != row.edit
    deeds[key] = Deed(
      edit: row.edit, made: row.made, mine: row.edit, task: row.task,
      seen: max(seen, known.values.map(\.seen).max() ?? 0),
      seenValue: isPart ? .absent : act.value,
      seenValues: isPart ? [] : [act.value], seenTask: act.seen, seenTitle: act.title)
  }

  /// A row is off the disk: only for one of three reasons.
  mutating func removed(_ key: Deed.Key, by act: Act?) throws(Violation) {
    guard var deed = deeds[key] else { throw Violation(.keptEdits, "row \(key.row) was never accepted, and is gone") }
    switch deed.way {
    case .confirmed, .discarded, .undone: return
    case .notYet:
      guard !deed.hasLeft, act?.takesBack(deed.edit) == true else {
        throw Violation(
          .keptEdits, "\(deed.edit) of \(deed.task.rawValue) is gone from the disk; nothing was done about it")
      }
      deed.way = .undone
      deeds[key] = deed
    }
  }

  /// The machine says that the server has it.
  mutating func confirmed(_ key: Deed.Key, _ change: PendingChange) throws(Violation) {
    guard var deed = deeds[key] else { throw Violation(.keptEdits, "confirmed, never accepted: \(change)") }
    deed.task = change.task
    if deed.way == .notYet { deed.way = .confirmed }
    guard deed.isDone || isAtServer(deed, by: key) else {
      throw Violation(
        .keptEdits, "\(deed.edit) of \(change.task.rawValue) is called confirmed; the server never had it")
    }
    deeds[key] = deed
  }

  /// The owner gave it up.
  mutating func discarded(_ key: Deed.Key) { deeds[key]?.way = .discarded }

  /// The owner has seen a value of the server on a card and decides for their own.
  mutating func decided(
    _ key: Deed.Key, _ change: PendingChange, seeing shown: FieldValue?, _ task: StoreTask?
  ) throws(Violation) {
    guard var deed = deeds[key], let shown else { return }
    deed.task = change.task
    guard let serial = history.newest(deed.task, deed.edit.field, holding: shown) else {
      throw Violation(.nothingReverted, "a card about \(deed.edit) shows \(shown), which the server never had")
    }
    if task == nil { deed.seen = max(deed.seen, serial) }
    if let task {
      deed.seen = max(deed.seen, history.serial(of: deed.task, task: task.etag, details: nil))
      deed.seenTask = task
    }
    deed.seenValue = shown
    deed.seenValues.insert(shown)
    deeds[key] = deed
    // Whoever saw it on one card has seen it, whatever else they have already asked for.
    for (other, later) in deeds
    where other.till == key.till && other.worker == key.worker && other.row > key.row && later.task == deed.task
      && later.edit.field == deed.edit.field
    {
      deeds[other]?.seen = max(later.seen, deed.seen)
    }
  }

  /// Whether a transaction is what an act came to.
  func isAbout(_ act: Act, _ names: Set<TaskID>, _ commit: StoreCommit, till: Int, worker: Int) -> Bool {
    let isPut = commit.rows.contains { row in
      let known = deeds[Deed.Key(till: till, worker: worker, row: row.id)]
      return act.becomes(row) && (act.isCreation || names.contains(row.task))
        && (known?.edit != row.edit || known?.made != row.made)
    }
    return isPut
      || commit.removedRows.contains { id in
        guard let deed = deeds[Deed.Key(till: till, worker: worker, row: id)] else { return false }
        return deed.way == .notYet && names.contains(deed.task) && act.takesBack(deed.edit)
      }
  }

  /// Whether the server ever had what an edit wanted since its worker looked.
  private func isAtServer(_ deed: Deed, by key: Deed.Key) -> Bool {
    switch deed.edit {
    case .create(let new):
      let user = users[key.worker]
      return history.ids.contains { id in
        history.moments[id]?.first?.state.map {
          $0.task.list == new.list && $0.task.title == new.title && $0.task.createdBy == user
        } ?? false
      }
    case .delete: return history.moments[deed.task]?.last?.state == nil
    case .moveItem: return true
    case .setNote(let text):
      let mine = text.tags.subtracting(deed.seenTags)
      return history.since(deed.seen, of: deed.task).contains { moment in
        guard let note = moment.state?.details.note else { return false }
        return note == text || !mine.isEmpty && mine.isSubset(of: note.tags)
      }
    default:
      return history.since(deed.seen, of: deed.task).contains { moment in
        moment.state?.value(deed.edit.field) == deed.edit.wanted
      }
    }
  }

  /// A joined note keeps what its worker wrote.
  private func hold(_ text: String, keeps mine: String, over seen: Set<Substring>) throws(Violation) {
    guard mine.tags.subtracting(seen).isSubset(of: text.tags) else {
      throw Violation(.keptEdits, "a joined note lost lines of its worker: \(mine) became \(text)")
    }
  }
}

extension Act {
  /// Whether it may take back an unsent edit of the same task.
  fileprivate func takesBack(_ older: TaskEdit) -> Bool {
    switch edit {
    case .delete, .create: true
    case .removeItem(let id): older.checklistItem == id
    default: edit.field == older.field
    }
  }
}

extension TaskEdit {
  var noteText: String? { if case .setNote(let text) = self { text } else { nil } }
}

extension FieldValue {
  var text: String { if case .text(let text) = self { text } else { "" } }
}

extension String {
  /// The lines that only one person can have written.
  var tags: Set<Substring> { Set(split(separator: "\n").filter { $0.hasPrefix("#") }) }
}
