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
  /// And on cards since; a decision may be lost with the power before it is on the disk.
  var seenValues: Set<FieldValue>
  /// The task they saw; for deletions.
  var seenTask: StoreTask?
  /// The sentence they saw beside the box they ticked.
  var seenTitle: FieldValue = .absent
  /// Whether it ever left the terminal.
  var hasLeft = false
  /// Whether the server did it.
  var isDone = false
  /// Whether the server had done it before it did it once more.
  var isDoneBefore = false
  /// Whether nobody at the terminal can know what became of it.
  var isUnsure = false
  /// Times its owner had a creation tried again although several tasks looked like it.
  var repeats = 0
  /// Whether the server said that it does not know the version any more, and so not whether anything was undone since.
  var wasStale = false
  var way = Way.notYet
}

extension Deed {
  /// Lines of the note that its worker had before them.
  var seenTags: Set<Substring> { seenValues.reduce(into: []) { $0.formUnion($1.text.tags) } }
}

/// What a worker did at the screen, before anybody accepted it.
struct Act: Sendable {
  var edit: TaskEdit
  var task: TaskID
  /// Versions on the screen then.
  var taskEtag: ETag?
  var detailsEtag: ETag?
  var value: FieldValue
  var seen: StoreTask?
  var title: FieldValue = .absent

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
