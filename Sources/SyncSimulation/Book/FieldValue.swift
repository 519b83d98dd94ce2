import StoreModel
import TaskSync

/// What a field holds, read by the simulation's own eyes: the judge does not share the machine's.
enum FieldValue: Hashable, Sendable {
  /// There is no such thing.
  case absent
  case text(String)
  case number(Int)
  case moment(Timestamp?)
  case flag(Bool)
  case key(String?)
}

extension ServerState {
  /// What a field holds.
  func value(_ field: TaskField) -> FieldValue {
    switch field {
    case .whole: .flag(true)
    case .status: .number(task.status.percentComplete)
    case .title: .text(task.title)
    case .due: .moment(task.due)
    case .start: .moment(task.start)
    case .priority: .number(task.priority)
    case .bucket: .key(task.bucketID)
    case .note: .text(details.note)
    case .assignee(let user): .flag(task.assignees.contains(user))
    case .category(let key): .flag(task.categories.contains(key))
    case .item(let id): .flag(details.checklist.contains { $0.id == id })
    case .itemTick(let id): item(id).map { .flag($0.isChecked) } ?? .absent
    case .itemTitle(let id): item(id).map { .text($0.title) } ?? .absent
    case .itemPlace(let id):
      details.checklist.firstIndex { $0.id == id }.map { .key($0 > 0 ? details.checklist[$0 - 1].id : nil) } ?? .absent
    }
  }

  func item(_ id: String) -> TaskDetails.ChecklistItem? { details.checklist.first { $0.id == id } }
}

extension TaskEdit {
  /// What the field is to hold.
  var wanted: FieldValue {
    switch self {
    case .setStatus(let status): .number(status.percentComplete)
    case .check(_, let isChecked): .flag(isChecked)
    case .addItem: .flag(true)
    case .renameItem(_, let title): .text(title)
    case .removeItem: .flag(false)
    case .moveItem(_, let after): .key(after)
    case .setNote(let text), .setTitle(let text): .text(text)
    case .setDue(let moment), .setStart(let moment): .moment(moment)
    case .setPriority(let number): .number(number)
    case .moveToBucket(let bucket): .key(bucket)
    case .assign: .flag(true)
    case .unassign: .flag(false)
    case .setCategory(_, let applies): .flag(applies)
    case .create: .flag(true)
    case .delete: .flag(false)
    }
  }

  /// Whether a field that holds this is as it is to be; people do not see how many percent "in progress" is.
  func wants(_ value: FieldValue) -> Bool {
    switch (self, value) {
    case (.setStatus(let status), .number(let percent)): TaskStatus(percentComplete: percent) == status
    default: wanted == value
    }
  }

  /// Whether a later edit of the same task stands on this one.
  func comesBefore(_ later: TaskEdit) -> Bool {
    if field == later.field || field == .whole || later.field == .whole { return true }
    guard let item = checklistItem, item == later.checklistItem else { return false }
    return field == .item(item) || later.field == .item(item)
  }

  /// What the field holds in a task just made.
  var valueOfNew: FieldValue {
    switch self {
    case .setNote: .text("")
    default: .flag(false)
    }
  }

  /// Whether a request carries it out.
  func isCarriedOut(by request: ServerRequest) -> Bool {
    switch request {
    case .create(let new): self == .create(new)
    case .delete: self == .delete
    case .write(_, let write, _): write.field == field && (write.wanted == wanted || write.isPlace)
    default: false
    }
  }
}

extension TaskWrite {
  /// What the field is to hold.
  var wanted: FieldValue {
    switch self {
    case .percentComplete(let percent): .number(percent)
    case .title(let text), .note(let text), .itemTitle(_, let text): .text(text)
    case .due(let moment), .start(let moment): .moment(moment)
    case .priority(let number): .number(number)
    case .bucket(let bucket): .key(bucket)
    case .assigned(_, let isAssigned): .flag(isAssigned)
    case .category(_, let applies): .flag(applies)
    case .ticked(_, let isChecked): .flag(isChecked)
    case .itemPlace: .absent
    case .newItem: .flag(true)
    case .noItem: .flag(false)
    }
  }

  /// Whether it only asks for another place.
  var isPlace: Bool { if case .itemPlace = self { true } else { false } }
}

extension EditBase.Value {
  /// What a card shows of a field.
  func value(_ field: TaskField) -> FieldValue {
    switch (self, field) {
    case (.percentComplete(let percent), _): .number(TaskStatus(percentComplete: percent).percentComplete)
    case (.item(let title, _), .itemTitle): .text(title)
    case (.item(_, let isChecked), .itemTick): .flag(isChecked)
    case (.item, _): .flag(true)
    case (.noItem, .item): .flag(false)
    case (.noItem, _): .absent
    case (.place(let after), _): .key(after)
    case (.text(let text), _): .text(text)
    case (.moment(let moment), _): .moment(moment)
    case (.number(let number), _): .number(number)
    case (.bucket(let bucket), _): .key(bucket)
    case (.applies(let applies), _): .flag(applies)
    case (.task, _), (.nothing, _): .flag(true)
    }
  }
}
