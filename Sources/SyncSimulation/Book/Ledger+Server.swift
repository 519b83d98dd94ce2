import StoreModel
import TaskSync

extension Ledger {
  /// The server did what a call asked for.
  mutating func done(_ call: ServerCall, _ outcome: CallOutcome) throws(Violation) {
    guard outcome.isDone, let id = outcome.task else { return }
    let before = history.now(id)
    if let key = call.author.key {
      guard var deed = self[key] else {
        throw Violation(.ownName, "worker \(key.worker) sent \(call.request), which is none of their edits")
      }
      guard deed.edit.isCarriedOut(by: call.request) else {
        throw Violation(.ownName, "\(call.request) was sent for \(deed.edit)")
      }
      deed.isDoneBefore = deed.isDone
      deed.isDone = true
      self[key] = deed
      if let before { try judge(deed, call, before, id) }
    }
    history.note(id, outcome.state, by: call.author)
    if case .create(let new) = call.request { try countCreations(of: new, call.author) }
  }

  /// Whether the write went over something of somebody else that its worker had not seen.
  private func judge(_ deed: Deed, _ call: ServerCall, _ before: ServerState, _ id: TaskID) throws(Violation) {
    let seen = deed.seen > 0 ? deed.seen : history.moments[id]?.first?.serial ?? 0
    func changes(_ field: TaskField) -> [(serial: Int, before: FieldValue, after: FieldValue)] {
      history.foreignChanges(of: field, in: id, since: seen, butNotBy: call.author).filter {
        !isTakenForOwn($0.after, field, id, call.author)
      }
    }
    func revert(_ field: TaskField) -> Violation {
      Violation(
        .nothingReverted,
        "\(call.request) by worker \(call.author.worker ?? -1) at till \(call.author.till ?? -1), who saw \(deed.seenValue), "
          + "went over \(changes(field).map { "\($0.before) → \($0.after)" }) of \(id.rawValue)")
    }
    let field = deed.edit.field
    switch deed.edit {
    case .create, .addItem, .moveItem, .setCategory: return
    case .delete:
      let fields: [TaskField] = [.title, .status, .due, .start, .priority, .bucket]
      for field in fields where !changes(field).isEmpty {
        guard let seenTask = deed.seenTask else { throw revert(field) }
        let seenState = ServerState(task: seenTask, details: before.details)
        if before.value(field) != seenState.value(field) { throw revert(field) }
      }
    case .setNote(let text):
      for change in changes(.note) {
        let added = change.after.text.tags.subtracting(change.before.text.tags).intersection(before.details.note.tags)
        guard added.isSubset(of: text.tags) else { throw revert(.note) }
        let dropped = change.before.text.tags.subtracting(change.after.text.tags).subtracting(before.details.note.tags)
        guard dropped.isDisjoint(with: text.tags.subtracting(deed.ownTags)) else { throw revert(.note) }
      }
    case .setStatus(let status):
      let changes = changes(.status)
      let complete = FieldValue.number(100)
      if changes.isEmpty || deed.wasStale && before.value(.status) == deed.seenValue { return }
      let isReport = status == .complete && deed.seenValue != complete
      let reopened = changes.contains { change in
        change.before == complete && (deed.isDoneBefore || knowsCompletion(of: id, before: change.serial, call.author))
      }
      if !isReport || reopened || before.value(.status) == complete { throw revert(.status) }
    case .check(let item, _):
      let title = TaskField.itemTitle(item)
      if !changes(title).isEmpty, before.value(title) != deed.seenTitle { throw revert(title) }
      // An item that was removed and is there again was added once more, which is another edit's affair.
      if changes(field).contains(where: { $0.after != .absent && $0.before != .absent }),
        !deed.wasStale || before.value(field) != deed.seenValue
      {
        throw revert(field)
      }
    case .assign, .unassign:
      if !changes(field).isEmpty, !deed.wasStale || before.value(field) != deed.seenValue { throw revert(field) }
    default:
      if !changes(field).isEmpty, !deed.seenValues.contains(before.value(field)) { throw revert(field) }
    }
  }

  /// Whether a terminal was told, since, that a task was complete before a moment.
  private func knowsCompletion(of id: TaskID, before serial: Int, _ author: Author) -> Bool {
    guard let till = author.till, let known = completionsTold[[till, author.worker ?? -1]]?[id] else { return false }
    let state = history.moments[id]?.last { $0.serial < serial }
    return state.map { known.contains($0.serial) } ?? false
  }

  /// A terminal is told of a task: that it is complete must not be forgotten.
  mutating func told(_ task: StoreTask, till: Int, worker: Int) {
    guard task.status == .complete else { return }
    let serial = history.serial(of: task.id, task: task.etag, details: nil)
    completionsTold[[till, worker], default: [:]][task.id, default: []].insert(serial)
  }

  /// A terminal lost what it was told.
  mutating func forget(till: Int) { completionsTold = completionsTold.filter { $0.key[0] != till } }

  /// Whether a change is what an earlier edit of the same worker wanted, which left and was never answered: nobody can
  /// tell the two apart.
  private func isTakenForOwn(_ value: FieldValue, _ field: TaskField, _ id: TaskID, _ author: Author) -> Bool {
    guard let row = author.row else { return false }
    return deeds.contains { key, deed in
      key.till == author.till && key.worker == author.worker && key.row < row && deed.task == id
        && deed.edit.field == field && deed.edit.wanted == value && deed.hasLeft && deed.isUnsure && !deed.isDone
    }
  }

  /// Nothing is made more often than its workers asked for.
  private func countCreations(of new: NewTask, _ author: Author) throws(Violation) {
    guard let worker = author.worker, author.till != nil else { return }
    let made = history.ids.count { id in
      guard let first = history.moments[id]?.first, let task = first.state?.task, history.now(id) != nil else {
        return false
      }
      return first.author.worker == worker && first.author.till != nil && task.title == new.title
        && task.list == new.list
    }
    let asked = deeds.reduce(0) { sum, deed in
      guard deed.key.worker == worker, case .create(let other) = deed.value.edit, other.title == new.title,
        other.list == new.list
      else { return sum }
      return sum + 1 + deed.value.repeats
    }
    if made > asked { throw Violation(.madeOnce, "\(new.title) was made \(made) times, asked for \(asked) times") }
  }
}

extension Author {
  /// The row a write is about.
  var key: Deed.Key? {
    guard let till, let worker, let row else { return nil }
    return Deed.Key(till: till, worker: worker, row: row)
  }
}

extension Deed {
  /// Lines that only its worker wrote.
  fileprivate var ownTags: Set<Substring> {
    (mine.noteText ?? "").tags.subtracting(seenTags)
  }
}
