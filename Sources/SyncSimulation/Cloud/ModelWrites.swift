import StoreModel
import TaskSync

extension TaskWrite {
  /// The field whose version decides whether the write clashes.
  var field: TaskField {
    switch self {
    case .percentComplete: .status
    case .title: .title
    case .due: .due
    case .start: .start
    case .priority: .priority
    case .bucket: .bucket
    case .assigned(let user, _): .assignee(user)
    case .category(let key, _): .category(key)
    case .note: .note
    case .ticked(let item, _): .itemTick(item)
    case .itemTitle(let item, _): .itemTitle(item)
    case .itemPlace(let item, _): .itemPlace(item)
    case .newItem(let item, _, _, _), .noItem(let item): .item(item)
    }
  }
}

extension TaskField {
  /// Whether a change of the one is in the way of a write of the other, as Planner sees it.
  func clashes(with other: TaskField) -> Bool {
    if self == other { return true }
    switch (self, other) {
    case (.item(let a), .itemTick(let b)), (.item(let a), .itemTitle(let b)), (.item(let a), .itemPlace(let b)),
      (.itemTick(let a), .item(let b)), (.itemTitle(let a), .item(let b)):
      return a == b
    default: return false
    }
  }
}

extension StoreTask {
  mutating func apply(_ write: TaskWrite, by user: UserID?, at moment: Timestamp) {
    switch write {
    case .percentComplete(let percent):
      guard percentComplete != percent else { return }
      percentComplete = percent
      completed = percent == 100 ? moment : nil
      completedBy = percent == 100 ? user : nil
    case .title(let text): title = text
    case .due(let moment): due = moment
    case .start(let moment): start = moment
    case .priority(let number): priority = number
    case .bucket(let bucket): bucketID = bucket
    case .assigned(let user, let isAssigned):
      assignees.removeAll { $0 == user }
      if isAssigned { assignees.append(user) }
    case .category(let key, let applies):
      categories.removeAll { $0 == key }
      if applies { categories = (categories + [key]).sorted() }
    case .note, .ticked, .itemTitle, .itemPlace, .newItem, .noItem: break
    }
  }
}

extension TaskDetails {
  /// What a write is refused with, whatever its version.
  func refusal(of write: TaskWrite) -> ServerAnswer? {
    let ids = checklist.map(\.id)
    switch write {
    case .newItem(let id, _, _, _):
      return !ids.contains(id) && ids.count >= ModelPlanner.checklistLimit
        ? .forbidden(limit: "MaximumChecklistItemsOnTask") : nil
    case .ticked(let id, _), .itemTitle(let id, _), .itemPlace(let id, _): return ids.contains(id) ? nil : .malformed
    default: return nil
    }
  }

  mutating func apply(_ write: TaskWrite) {
    switch write {
    case .note(let text): note = text
    case .ticked(let item, let isChecked): change(item) { $0.isChecked = isChecked }
    case .itemTitle(let item, let title): change(item) { $0.title = title }
    case .itemPlace(let item, let hint): change(item) { $0.orderHint = Self.stored(hint) }
    case .newItem(let id, let title, let isChecked, let hint):
      guard !checklist.contains(where: { $0.id == id }) else {
        return change(id) {
          $0.title = title
          $0.isChecked = isChecked
        }
      }
      checklist.append(ChecklistItem(id: id, title: title, isChecked: isChecked, orderHint: Self.stored(hint)))
    case .noItem(let item): checklist.removeAll { $0.id == item }
    case .percentComplete, .title, .due, .start, .priority, .bucket, .assigned, .category: return
    }
    checklist.sort { ($0.orderHint, $0.id) < ($1.orderHint, $1.id) }
  }

  private mutating func change(_ item: String, _ change: (inout ChecklistItem) -> Void) {
    guard let index = checklist.firstIndex(where: { $0.id == item }) else { return }
    change(&checklist[index])
  }

  /// `previous next!` as a value behind the one before: the model keeps the previous one and a mark.
  private static func stored(_ hint: String) -> String {
    let previous = hint.split(separator: " ", omittingEmptySubsequences: false).first ?? ""
    return previous.isEmpty ? "" : previous + "m"
  }
}
