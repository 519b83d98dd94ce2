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
      deed.task = id
      self[key] = deed
      if let before { try judge(deed, call, before, id) }
      history.note(id, outcome.state, by: call.author)
      if let before, deed.seenValues.contains(before.value(deed.edit.field)) { standOn(deed, key) }
    } else {
      history.note(id, outcome.state, by: call.author)
    }
    if case .create(let new) = call.request { try countCreations(of: new, call.author) }
  }

  /// What was done stood on what its worker had seen: so does what they do to the field after it.
  private mutating func standOn(_ deed: Deed, _ key: Deed.Key) {
    for (other, var later) in deeds where later.follows(deed, other, key) && later.edit != .delete {
      later.seen = max(later.seen, history.serial)
      self[other] = later
    }
  }

  /// Whether the write went over something of somebody else that its worker had not seen.
  private func judge(_ deed: Deed, _ call: ServerCall, _ before: ServerState, _ id: TaskID) throws(Violation) {
    let field = deed.edit.field
    let isAsSeen = deed.seenValues.contains(before.value(field))
    func changes(_ field: TaskField) -> [ServerHistory.Change] {
      foreignChanges(of: field, in: id, for: deed, call.author)
    }
    // What was done and undone before the terminal had a version that the server knows, it cannot know.
    let unseen = changes(field).filter { !isAsSeen || $0.serial > deed.blindUntil }
    func revert(_ field: TaskField) -> Violation {
      Violation(
        .nothingReverted,
        "\(call.request) by worker \(call.author.worker ?? -1) at till \(call.author.till ?? -1), who saw \(deed.seenValue), "
          + "went over \(changes(field).map { "\($0.before) → \($0.after)" }) of \(id.rawValue)")
    }
    switch deed.edit {
    // Labels are one switch each, and the table says nothing of one that was set and taken away again.
    case .create, .setCategory: return
    case .addItem:
      if unseen.contains(where: { $0.after == .flag(false) }) { throw revert(field) }
    case .moveItem(let item, _):
      let places = foreignChanges(in: id, for: deed, call.author) { .key($0.item(item)?.orderHint) }
      // What was moved away and back, or got another hint in its place, stands where its worker saw it.
      if !isAsSeen, places.contains(where: { $0.serial > deed.blindUntil }) { throw revert(field) }
    case .delete:
      func unseen(by seen: StoreTask?) -> TaskField? {
        fieldsOfTask(before.task, seen).first { field in
          if changes(field).isEmpty { return false }
          guard let seen else { return true }
          let isExpected = deed.expected.contains { $0.field == field && $0.wanted == before.value(field) }
          return !isExpected && before.value(field) != ServerState(task: seen, details: before.details).value(field)
        }
      }
      // A decision on a card that was lost with the power leaves what its owner saw before it: they have seen both.
      let seen: [StoreTask?] = deed.seenTasks.isEmpty ? [nil] : deed.seenTasks
      let others = seen.compactMap(unseen)
      if others.count == seen.count, let field = others.last { throw revert(field) }
    case .setNote(let text):
      for change in changes(.note) {
        let added = change.after.text.tags.subtracting(change.before.text.tags).intersection(before.details.note.tags)
        guard added.isSubset(of: text.tags) else { throw revert(.note) }
        let dropped = change.before.text.tags.subtracting(change.after.text.tags).subtracting(before.details.note.tags)
        guard dropped.isDisjoint(with: text.tags.subtracting(deed.ownTags)) else { throw revert(.note) }
      }
    case .setStatus(let status):
      if unseen.isEmpty { return }
      let complete = FieldValue.number(100)
      let isReport = status == .complete && deed.seenValue != complete
      let reopened = unseen.contains { change in
        change.before == complete
          && (deed.isDoneBefore || deed.sawComplete || knowsCompletion(of: id, before: change.serial, call.author))
      }
      if !isReport || reopened || before.value(.status) == complete { throw revert(.status) }
    case .check(let item, _):
      let title = TaskField.itemTitle(item)
      let known = changes(title).filter { $0.serial <= deed.readUntil }
      if !known.isEmpty, before.value(title) != deed.seenTitle { throw revert(title) }
      // An item that was removed and is there again was added once more, which is another edit's affair, whatever was done
      // to it before.
      let added = unseen.suffix(from: (unseen.lastIndex { $0.after == .absent } ?? -1) + 1)
      if added.contains(where: { $0.before != .absent }) { throw revert(field) }
    case .removeItem(let item):
      let (title, tick) = (TaskField.itemTitle(item), TaskField.itemTick(item))
      if !changes(title).isEmpty, before.value(title) != deed.seenTitle { throw revert(title) }
      if !changes(tick).isEmpty, before.value(tick) != deed.seenTick { throw revert(tick) }
    case .assign, .unassign:
      if !unseen.isEmpty { throw revert(field) }
    default:
      if !unseen.isEmpty, !isAsSeen { throw revert(field) }
    }
  }

  /// What somebody who deletes a task has to have seen of it.
  private func fieldsOfTask(_ now: StoreTask, _ seen: StoreTask?) -> [TaskField] {
    let people = Set(now.assignees + (seen?.assignees ?? [])).map(TaskField.assignee)
    let labels = Set(now.categories + (seen?.categories ?? [])).map(TaskField.category)
    return [.title, .status, .due, .start, .priority, .bucket] + people + labels
  }

  private func foreignChanges(
    of field: TaskField, in id: TaskID, for deed: Deed, _ author: Author
  ) -> [ServerHistory.Change] {
    foreignChanges(in: id, for: deed, author) { $0.value(field) }.filter {
      !isTakenForOwn($0.after, field, id, author)
    }
  }

  private func foreignChanges(
    in id: TaskID, for deed: Deed, _ author: Author, of value: (ServerState) -> FieldValue
  ) -> [ServerHistory.Change] {
    let seen = deed.seen > 0 ? deed.seen : history.moments[id]?.first?.serial ?? 0
    return history.foreignChanges(in: id, since: seen, butNotBy: author, of: value)
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

  /// The server does not know the version that a row named: a newer one is read before it leaves again.
  mutating func named(_ key: Deed.Key, anUnknownVersion answer: ServerAnswer) {
    if case .stale = answer { self[key]?.readsAnew = true }
  }

  /// The server shows a terminal the details of a task as they are now.
  mutating func shows(detailsOf id: TaskID, at now: Instant, till: Int, worker: Int) {
    for (key, var deed) in deeds where key.till == till && key.worker == worker && deed.task == id {
      deed.lastRead = (now, history.serial)
      self[key] = deed
    }
  }

  /// A terminal reads a task or its details by themselves.
  mutating func read(_ answer: ServerAnswer, till: Int, worker: Int) {
    let (id, serial, isOnDetails): (TaskID, Int, Bool)
    switch answer {
    case .task(let server):
      id = server.task.id
      (serial, isOnDetails) = (history.serial(of: id, task: server.task.etag, details: nil), false)
    case .details(let server):
      id = server.details.task
      (serial, isOnDetails) = (history.serial(of: id, task: nil, details: server.details.etag), true)
    default: return
    }
    for (key, var deed) in deeds
    where key.till == till && key.worker == worker && deed.task == id && deed.edit.isOnDetails == isOnDetails {
      if deed.readsAnew { deed.blindUntil = max(deed.blindUntil, serial) }
      if deed.isUnanswered { deed.readSince = max(deed.readSince, serial) }
      self[key] = deed
    }
  }

  /// A task made at a terminal gets its id, and with it the first version that what was done to it can stand on.
  mutating func identified(_ old: TaskID, as new: TaskID, _ etag: ETag, till: Int, worker: Int) {
    let serial = history.serial(of: new, task: etag, details: nil)
    firstKnown[[till, worker], default: [:]][new] = serial
    for (key, var deed) in deeds
    where key.till == till && key.worker == worker && [old, new].contains(deed.task) && !deed.hasVersion
      && !deed.edit.isOnDetails
    {
      deed.blindUntil = max(deed.blindUntil, serial)
      self[key] = deed
    }
  }

  /// A terminal lost what it was told, in one worker's sessions or all.
  mutating func forget(till: Int, worker: Int? = nil) {
    completionsTold = completionsTold.filter { $0.key[0] != till || worker != nil && $0.key[1] != worker }
  }

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
