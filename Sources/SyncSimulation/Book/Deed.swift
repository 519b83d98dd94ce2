import StoreModel
import TaskSync

/// An edit that was accepted, as the judge remembers it.
struct Deed: Sendable {
  /// Whose row it is.
  struct Key: Hashable, Sendable {
    var till: Int
    var worker: Int
    var row: Int64
  }
  /// How it left the outbox.
  enum Way: Hashable, Sendable {
    case notYet, confirmed, discarded, undone
  }

  var edit: TaskEdit
  /// When, by the terminal's clock.
  var made: Timestamp
  /// What its worker wrote, before it was joined with what others wrote.
  var mine: TaskEdit
  /// The task, by its server id as soon as it has one.
  var task: TaskID
  /// The server's moment that its worker saw; 0 when there was no task then.
  var seen: Int
  /// What they saw in the field.
  var seenValue: FieldValue
  /// And what may be true of it besides: what an act of theirs before it wanted, what a card has shown since.
  var seenValues: Set<FieldValue>
  /// All that ever was among these.
  var everSeen: Set<FieldValue>
  /// Whether its owner has decided about it on a card.
  var isDecided = false
  /// What the last card has shown; the decision may be lost with the power as long as it is not on the disk.
  var decidedOn: FieldValue?
  /// The task they saw, at the act or on a card, and what they had done to it without its being accepted yet; for deletions.
  var seenTasks: [StoreTask] = []
  var expected: [TaskEdit] = []
  /// The sentence and the tick they saw in the item.
  var seenTitle: FieldValue = .absent
  var seenTick: FieldValue = .absent
  /// Whether it ever left the terminal.
  var hasLeft = false
  /// Whether the server did it.
  var isDone = false
  /// Whether the server had done it before it did it once more.
  var isDoneBefore = false
  /// Whether nobody at the terminal can know what became of it.
  var isUnsure = false
  /// Whether that is so since it left in this session, and up to which moment the terminal has read since.
  var isUnanswered = false
  var readSince = 0
  /// Times its owner had a creation tried again although several tasks looked like it.
  var repeats = 0
  /// Whether the terminal has no version that the server knows, and reads a new one before the row leaves again.
  var readsAnew = false
  /// When the details were last read there, and the server's newest moment then.
  var lastRead: (at: Instant, serial: Int)?
  /// Sentences changed after this moment were changed behind a read made just before the row left.
  var readUntil = Int.max
  /// Whether the row stands on a version; not before its task has got its id.
  var hasVersion = true
  /// What was done and undone up to this moment, no terminal could know: it had no version that the server knew.
  var blindUntil = 0
  /// Whether a task is known to have been complete and open again since, by what the disk says of the row.
  var sawComplete = false
  /// Tasks of which its owner took one for the one that a creation was to make.
  var taken: [TaskID] = []
  var way = Way.notYet
  /// Whether it is off the disk.
  var isOffDisk = false
}

extension Deed {
  /// Whether it is a later edit of the same field, by the same worker at the same terminal.
  func follows(_ earlier: Deed, _ key: Key, _ earlierKey: Key) -> Bool {
    key.till == earlierKey.till && key.worker == earlierKey.worker && key.row > earlierKey.row && task == earlier.task
      && edit.field == earlier.edit.field
  }

  init(of row: OutboxRow, by act: Act, seen: Int) {
    let isPart = act.edit != row.edit
    let expected = act.expected.filter { $0.field == row.edit.field }.map(\.wanted)
    let values = isPart ? [row.edit.valueOfNew] : [act.value] + expected
    self.init(
      edit: row.edit, made: row.made, mine: row.edit, task: row.task, seen: seen,
      seenValue: values.last ?? act.value, seenValues: Set(values), everSeen: Set(values),
      seenTasks: act.seen.map { [$0] } ?? [], seenTitle: act.title, seenTick: act.tick)
    self.expected = act.expected
    hasVersion = !row.base.etag.rawValue.isEmpty
    readsAnew = seen == 0 && row.edit.isOnDetails
  }

  /// Lines of the note that its worker had before them, at the act or on a card.
  var seenTags: Set<Substring> { everSeen.reduce(into: []) { $0.formUnion($1.text.tags) } }
}

/// What a worker did at the screen, before anybody accepted it.
struct Act: Sendable {
  var edit: TaskEdit
  var task: TaskID
  /// Versions on the screen then.
  var taskEtag: ETag?
  var detailsEtag: ETag?
  var value: FieldValue
  /// What was done to the task before, and not accepted yet.
  var expected: [TaskEdit] = []
  var seen: StoreTask?
  var title: FieldValue = .absent
  var tick: FieldValue = .absent
  /// Every name the task has had by the time a transaction is about it.
  var names: Set<TaskID> = []

  var isCreation: Bool { if case .create = edit { true } else { false } }

  /// Whether a row, of a task by the name it has now, may be what became of it.
  func becomes(_ row: OutboxRow) -> Bool {
    guard case .create(let new) = edit else { return edit == row.edit }
    switch row.edit {
    case .create(let bare): return bare.title == new.title && bare.list == new.list
    case .setNote(let text): return text == new.note
    case .addItem(let id, _, _): return new.checklist.contains { $0.id == id }
    default: return false
    }
  }
}
