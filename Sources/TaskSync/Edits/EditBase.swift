public import StoreModel

/// The state an edit was made on: the version, and the value of the one field it changes.
public struct EditBase: Hashable, Sendable {
  /// Version of the resource the edit writes to (task or details); empty while the server has none.
  public var etag: ETag
  /// The field's value then.
  public var value: Value

  /// The value of the field an edit changes.
  public enum Value: Hashable, Sendable {
    case percentComplete(Int)
    /// A checklist item's sentence and tick. Untrusted text.
    case item(title: String, isChecked: Bool)
    /// There is no such checklist item.
    case noItem
    /// The item that stands before it in the checklist; nil at the top.
    case place(after: String?)
    /// A note or a title. Untrusted text; compared in canonical equivalence, as Swift compares strings.
    case text(String)
    case moment(Timestamp?)
    case number(Int)
    case bucket(String?)
    /// Whether the person is assigned, or the category applies.
    case applies(Bool)
    /// The whole task: what a worker saw when they deleted it.
    case task(StoreTask)
    /// Nothing: the task was new.
    case nothing
  }

  /// A base.
  public init(etag: ETag, value: Value) {
    self.etag = etag
    self.value = value
  }
}

extension TaskEdit {
  /// What the field it changes holds in a task; nil for edits of the details.
  public func value(in task: StoreTask) -> EditBase.Value? {
    switch self {
    case .setStatus: .percentComplete(task.percentComplete)
    case .setTitle: .text(task.title)
    case .setDue: .moment(task.due)
    case .setStart: .moment(task.start)
    case .setPriority: .number(task.priority)
    case .moveToBucket: .bucket(task.bucketID)
    case .assign(let user), .unassign(let user): .applies(task.assignees.contains { $0.isSame(as: user) })
    case .setCategory(let key, _): .applies(task.categories.contains(key))
    case .delete: .task(task)
    case .create: .nothing
    case .check, .addItem, .renameItem, .removeItem, .moveItem, .setNote: nil
    }
  }

  /// What the field it changes holds in details; nil for edits of the task itself.
  public func value(in details: TaskDetails) -> EditBase.Value? {
    if case .setNote = self { return .text(details.note) }
    guard let key = checklistItem else { return nil }
    guard let index = details.checklist.firstIndex(where: { $0.id == key }) else { return .noItem }
    if case .moveItem = self { return .place(after: index > 0 ? details.checklist[index - 1].id : nil) }
    let item = details.checklist[index]
    return .item(title: item.title, isChecked: item.isChecked)
  }

  /// What it leaves in its field; nil where another value there is nothing that it could go over, as a tick is there or
  /// is not, and for edits of the whole task. `details` are those known of the task.
  public func result(in details: TaskDetails?) -> EditBase.Value? {
    switch self {
    case .setStatus(let status): return .percentComplete(status.percentComplete)
    case .setTitle(let text), .setNote(let text): return .text(text)
    case .setDue(let moment), .setStart(let moment): return .moment(moment)
    case .setPriority(let number): return .number(number)
    case .moveToBucket(let bucket): return .bucket(bucket)
    case .addItem(_, let title, let isChecked): return .item(title: title, isChecked: isChecked)
    case .renameItem(let id, let title):
      let item = details?.checklist.first { $0.id == id }
      return item.map { .item(title: title, isChecked: $0.isChecked) }
    case .check, .removeItem, .moveItem, .assign, .unassign, .setCategory, .create, .delete: return nil
    }
  }

  /// Whether a field that holds this value is as the edit wants it.
  public func isDone(in value: EditBase.Value) -> Bool {
    switch (self, value) {
    case (.setStatus(let status), .percentComplete(let percent)): TaskStatus(percentComplete: percent) == status
    case (.setTitle(let text), .text(let now)), (.setNote(let text), .text(let now)): text == now
    case (.setDue(let moment), .moment(let now)), (.setStart(let moment), .moment(let now)): moment == now
    case (.setPriority(let number), .number(let now)): number == now
    case (.moveToBucket(let bucket), .bucket(let now)): bucket == now
    case (.assign, .applies(let now)): now
    case (.unassign, .applies(let now)): !now
    case (.setCategory(_, let applies), .applies(let now)): applies == now
    case (.check(_, let isChecked), .item(_, let now)): isChecked == now
    case (.addItem, .item): true
    case (.renameItem(_, let title), .item(let now, _)): title == now
    case (.removeItem, .noItem): true
    case (.moveItem(_, let after), .place(let now)): after == now
    default: false
    }
  }
}

extension UserID {
  /// Whether two ids mean the same person; GUIDs are compared without case.
  func isSame(as other: UserID) -> Bool {
    if self == other { return true }
    let mine = rawValue.utf8
    let theirs = other.rawValue.utf8
    guard mine.count == theirs.count else { return false }
    return zip(mine, theirs).allSatisfy { $0 == $1 || $0.lowercased == $1.lowercased }
  }
}

extension UInt8 {
  fileprivate var lowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}
