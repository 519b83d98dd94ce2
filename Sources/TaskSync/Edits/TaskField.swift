public import StoreModel

/// The one field of a task that an edit changes.
public enum TaskField: Hashable, Sendable {
  /// The task as such: making and deleting it.
  case whole
  case status, title, due, start, priority, bucket, note
  case assignee(UserID)
  case category(String)
  /// A checklist item as such: adding and removing it.
  case item(String)
  case itemTick(String), itemTitle(String), itemPlace(String)

  /// Which kind of field it is: what head office locks, it locks for every item and every person.
  public enum Kind: UInt8, Hashable, Sendable, CaseIterable {
    case whole, status, title, due, start, priority, bucket, note, assignees, categories
    /// Adding, removing and moving items.
    case checklist
    case itemTicks, itemTitles
  }

  /// Its kind.
  public var kind: Kind {
    switch self {
    case .whole: .whole
    case .status: .status
    case .title: .title
    case .due: .due
    case .start: .start
    case .priority: .priority
    case .bucket: .bucket
    case .note: .note
    case .assignee: .assignees
    case .category: .categories
    case .item, .itemPlace: .checklist
    case .itemTick: .itemTicks
    case .itemTitle: .itemTitles
    }
  }

  /// Whether a change of the one has to wait for a change of the other.
  func overlaps(_ other: TaskField) -> Bool {
    if self == other || self == .whole || other == .whole { return true }
    guard let item, item == other.item else { return false }
    return isWholeItem || other.isWholeItem
  }

  private var item: String? {
    switch self {
    case .item(let id), .itemTick(let id), .itemTitle(let id), .itemPlace(let id): id
    default: nil
    }
  }

  private var isWholeItem: Bool { if case .item = self { true } else { false } }
}

extension TaskEdit {
  /// The field it changes.
  public var field: TaskField {
    switch self {
    case .setStatus: .status
    case .check(let id, _): .itemTick(id)
    case .addItem(let id, _, _), .removeItem(let id): .item(id)
    case .renameItem(let id, _): .itemTitle(id)
    case .moveItem(let id, _): .itemPlace(id)
    case .setNote: .note
    case .setTitle: .title
    case .setDue: .due
    case .setStart: .start
    case .setPriority: .priority
    case .moveToBucket: .bucket
    case .assign(let user), .unassign(let user): .assignee(user)
    case .setCategory(let key, _): .category(key)
    case .create, .delete: .whole
    }
  }
}
