import StoreModel
import TaskSync

/// The judge's book: every accepted edit, how it left, and what was done at the server in its name.
struct Ledger: Sendable {
  /// The workers' accounts.
  let users: [UserID]
  var history = ServerHistory()
  private(set) var deeds: [Deed.Key: Deed] = [:]
  private(set) var accepted = 0
  /// The first moment that a terminal knew of a task it had made, by worker.
  var firstKnown: [[Int]: [TaskID: Int]] = [:]
  /// Moments at which a task was complete, by the terminals that were told.
  var completionsTold: [[Int]: [TaskID: Set<Int>]] = [:]

  init(users: [UserID]) { self.users = users }

  subscript(key: Deed.Key) -> Deed? {
    get { deeds[key] }
    set { deeds[key] = newValue }
  }

  /// A row was put on a disk: a new edit, a newer text for one that never left, or something noted about it.
  mutating func put(_ key: Deed.Key, _ row: OutboxRow, by acts: [Act]) throws(Violation) {
    guard var deed = deeds[key] else { return try accept(key, row, acts) }
    deed.task = row.task
    deed.made = row.made
    deed.sawComplete = row.sawRemoteComplete
    deed.hasVersion = !row.base.etag.rawValue.isEmpty
    if let decidedOn = deed.decidedOn, row.stop == nil, row.base.value.value(row.edit.field) == decidedOn {
      deed.seenValues = [decidedOn]
      if case .task(let seen) = row.base.value { deed.seenTasks = [seen] }
      deed.decidedOn = nil
    }
    defer { deeds[key] = deed }
    guard row.edit != deed.edit else { return }
    if row.edit == deed.mine {
      // Joined once more, with what others have taken out again.
      deed.edit = row.edit
      return
    }
    if case .setNote(let text) = row.edit, row.isMerged, let mine = deed.edit.noteText {
      try hold(text, keeps: mine, joinedWith: row.base.value.value(.note).text, of: deed)
    } else if deed.hasLeft {
      throw Violation(.keptEdits, "\(deed.edit) had left and became \(row.edit)")
    } else if !acts.contains(where: { $0.edit == row.edit }) {
      throw Violation(.keptEdits, "\(deed.edit) became \(row.edit), which nobody did")
    }
    if !row.isMerged { deed.mine = row.edit }
    deed.edit = row.edit
  }

  /// A row leaves.
  mutating func leaves(_ key: Deed.Key, now: Instant) {
    guard var deed = self[key] else { return }
    deed.hasLeft = true
    deed.readsAnew = false
    deed.readUntil = deed.lastRead.flatMap { $0.at.duration(to: now) <= .seconds(60) ? $0.serial : nil } ?? .max
    self[key] = deed
  }

  private mutating func accept(_ key: Deed.Key, _ row: OutboxRow, _ acts: [Act]) throws(Violation) {
    let isOf = acts.filter { $0.becomes(row) }
    guard let act = isOf.first(where: { $0.names.contains(row.task) }) ?? isOf.first else {
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
    var deed = Deed(of: row, by: act, seen: max(seen, known.values.map(\.seen).max() ?? 0))
    let first = firstKnown[[key.till, key.worker]] ?? [:]
    if !deed.hasVersion { deed.blindUntil = act.names.compactMap { first[$0] }.max() ?? 0 }
    deeds[key] = deed
  }

  /// A row is off the disk: only for one of three reasons.
  mutating func removed(_ key: Deed.Key, by acts: [Act]) throws(Violation) {
    guard var deed = deeds[key] else { throw Violation(.keptEdits, "row \(key.row) was never accepted, and is gone") }
    defer { deeds[key]?.isOffDisk = true }
    switch deed.way {
    case .confirmed, .discarded, .undone: return
    case .notYet:
      guard !deed.hasLeft, acts.contains(where: { takesBack($0, deed) }) else {
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
    if case .create = deed.edit { try adopted(change.task, deed, key) }
    if deed.way == .notYet { deed.way = .confirmed }
    guard deed.isDone || isAtServer(deed, by: key) else {
      throw Violation(
        .keptEdits, "\(deed.edit) of \(change.task.rawValue) is called confirmed; the server never had it")
    }
    deeds[key] = deed
    guard deed.isUnanswered else { return }
    // Whether it was this one or somebody else's that did it, nobody can tell: what follows stands on what was read.
    for (other, later) in deeds where later.follows(deed, other, key) {
      deeds[other]?.blindUntil = max(later.blindUntil, deed.readSince)
    }
  }

  /// No usable answer came to a row.
  mutating func isUnanswered(_ key: Deed.Key) {
    deeds[key]?.isUnsure = true
    deeds[key]?.isUnanswered = true
    deeds[key]?.readSince = 0
  }

  /// A row is found on the disk at the beginning of a session.
  mutating func isTakenUp(_ key: Deed.Key) {
    deeds[key]?.isUnsure = true
    deeds[key]?.isUnanswered = false
  }

  /// A creation is called done, with this task: the one that was made for it, one that looks like it, or one that its
  /// owner took for it.
  private mutating func adopted(_ task: TaskID, _ deed: Deed, _ key: Deed.Key) throws(Violation) {
    let maker = history.moments[task]?.first?.author.key
    if maker == key { return }
    if deed.taken.contains(task) {
      // Whoever takes the wrong one has the right one made once more.
      if let maker { deeds[maker]?.repeats += 1 }
      return
    }
    let twin = deeds.contains { other, twin in
      other != key && other.till == key.till && other.worker == key.worker && twin.task == task
        && twin.way == .confirmed && twin.isOffDisk && twin.edit.wanted == .flag(true) && twin.edit.field == .whole
    }
    if twin { throw Violation(.keptEdits, "two creations were called done with \(task.rawValue)") }
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
      deed.seenTasks.append(task)
    }
    deed.seenValue = shown
    deed.seenValues.insert(shown)
    deed.everSeen.insert(shown)
    deed.decidedOn = shown
    deed.isDecided = true
    deeds[key] = deed
    // Whoever saw it on one card has seen it, whatever else they have already asked for.
    for (other, later) in deeds where later.follows(deed, other, key) {
      deeds[other]?.seen = max(later.seen, deed.seen)
    }
  }

  /// Whether a transaction is what an act came to.
  func isAbout(_ act: Act, _ commit: StoreCommit, till: Int, worker: Int) -> Bool {
    let isPut = commit.rows.contains { row in
      let known = deeds[Deed.Key(till: till, worker: worker, row: row.id)]
      return act.becomes(row) && (act.isCreation || act.names.contains(row.task))
        && (known?.edit != row.edit || known?.made != row.made)
    }
    let takenBack = commit.removedRows.compactMap { deeds[Deed.Key(till: till, worker: worker, row: $0)] }
      .filter { $0.way == .notYet && act.names.contains($0.task) }
    return isPut || !takenBack.isEmpty && takenBack.allSatisfy { takesBack(act, $0) }
  }

  /// Whether an act takes back an edit that never left: it wants what was there before, or the whole goes.
  private func takesBack(_ act: Act, _ deed: Deed) -> Bool {
    guard act.names.contains(deed.task) else { return false }
    switch act.edit {
    case .create: return deed.edit == .delete
    case .delete: return history.moments[deed.task] == nil
    case .removeItem(let id) where deed.edit.checklistItem == id: return true
    default: return act.edit.field == deed.edit.field && deed.seenValues.contains { act.edit.wants($0) }
    }
  }

  /// Whether the server had what an edit wanted, since its worker looked and did the last thing to the field before.
  private func isAtServer(_ deed: Deed, by key: Deed.Key) -> Bool {
    switch deed.edit {
    case .create(let new):
      let first = history.moments[deed.task]?.first?.state?.task
      return deed.taken.contains(deed.task)
        || first?.list == new.list && first?.title == new.title && first?.createdBy == users[key.worker]
    case .delete: return history.moments[deed.task]?.last?.state == nil
    case .moveItem(let item, _) where history.now(deed.task)?.item(item) == nil: return true
    case .moveItem:
      // Where others have moved or removed something, theirs stands quietly.
      let others = history.since(deed.seen, of: deed.task)
      return hadItSince(deed, key) || others.contains { $0.serial > deed.seen && $0.author.key != key }
    case .setNote(let text):
      let mine = text.tags.subtracting(deed.seenTags)
      let dropped = deed.seenValue.text.tags.subtracting(text.tags)
      return history.since(deed.seen, of: deed.task).contains { moment in
        guard let note = moment.state?.details.note else { return false }
        if note == text { return true }
        // Whoever only took lines out has what they wanted once others have taken out the same ones.
        return mine.isEmpty ? !dropped.isEmpty && dropped.isDisjoint(with: note.tags) : mine.isSubset(of: note.tags)
      }
    default: return hadItSince(deed, key)
    }
  }

  private func hadItSince(_ deed: Deed, _ key: Deed.Key) -> Bool {
    let field = deed.edit.field
    let from = max(deed.seen, history.lastChange(of: field, in: deed.task, before: key) ?? 0)
    return history.since(from, of: deed.task).contains { $0.state?.value(field) == deed.edit.wanted }
  }

  /// A joined note keeps what its worker wrote, and does not bring back what they took out.
  private func hold(
    _ text: String, keeps mine: String, joinedWith theirs: String, of deed: Deed
  ) throws(Violation) {
    guard mine.tags.subtracting(deed.seenTags).isSubset(of: text.tags) else {
      throw Violation(.keptEdits, "a joined note lost lines of its worker: \(mine) became \(text)")
    }
    // What others wrote once more is theirs: of two such lines one is left.
    let dropped = deed.seenValue.text.tags.subtracting(mine.tags).filter { text.count(of: $0) >= theirs.count(of: $0) }
    if !deed.isDecided, !dropped.isDisjoint(with: text.tags) {
      throw Violation(.keptEdits, "a joined note brings back lines its worker took out: \(mine) became \(text)")
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

  /// How often a line is there.
  fileprivate func count(of line: Substring) -> Int { split(separator: "\n").count { $0 == line } }
}
