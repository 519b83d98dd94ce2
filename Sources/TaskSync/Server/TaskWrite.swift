public import StoreModel

/// One field of a task or of its details, as it is to be from now on.
public enum TaskWrite: Hashable, Sendable {
  // Of the task.
  case percentComplete(Int)
  case title(String)
  case due(Timestamp?)
  case start(Timestamp?)
  case priority(Int)
  case bucket(String?)
  case assigned(UserID, Bool)
  case category(String, Bool)
  // Of its details.
  case note(String)
  case ticked(item: String, Bool)
  case itemTitle(item: String, String)
  /// An order hint as clients write it: `previous next!`.
  case itemPlace(item: String, orderHint: String)
  case newItem(String, title: String, isChecked: Bool, orderHint: String)
  case noItem(String)

  /// Whether it goes to the details, which have a version of their own.
  public var isOnDetails: Bool {
    switch self {
    case .note, .ticked, .itemTitle, .itemPlace, .newItem, .noItem: true
    case .percentComplete, .title, .due, .start, .priority, .bucket, .assigned, .category: false
    }
  }
}

extension TaskDetails {
  /// The hint that asks for the place behind an item, or for the top with nil: `previous next!` with the server's own
  /// hints (GDC `planner-order-hint-format.md`). The item `moved` does not count as a neighbour. Nil when `item` is gone.
  func orderHint(after item: String?, moved: String) -> String? {
    let others = checklist.filter { $0.id != moved }
    guard let item else { return " " + (others.first?.orderHint ?? "") + "!" }
    guard let index = others.firstIndex(where: { $0.id == item }) else { return nil }
    let next = index + 1 < others.count ? others[index + 1].orderHint : ""
    return others[index].orderHint + " " + next + "!"
  }
}
