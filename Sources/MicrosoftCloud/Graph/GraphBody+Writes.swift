import CloudWire
import StoreModel
import TaskSync

/// Bodies of our writes: only what changes, never what was read (Planner refuses its own order hints), and the type named
/// wherever Planner keeps open types (GDC `plannerassignments.md`, `plannerchecklistitems.md`).
extension GraphBody {
  /// The body that changes one field and touches no other.
  static func changes(_ write: TaskWrite) -> JSON.Object {
    switch write {
    case .percentComplete(let percent): ["percentComplete": .int(percent)]
    case .title(let text): ["title": .string(text)]
    case .due(let moment): ["dueDateTime": json(moment)]
    case .start(let moment): ["startDateTime": json(moment)]
    case .priority(let number): ["priority": .int(number)]
    case .bucket(let bucket): ["bucketId": bucket.map(JSON.string) ?? .null]
    case .assigned(let user, let isAssigned): ["assignments": .object([user.rawValue: isAssigned ? assignment : .null])]
    case .category(let key, let applies): ["appliedCategories": .object([key: .bool(applies)])]
    case .note(let text): ["description": .string(text)]
    case .ticked(let item, let isChecked): checklist(item, ["isChecked": .bool(isChecked)])
    case .itemTitle(let item, let title): checklist(item, ["title": .string(title)])
    case .itemPlace(let item, let hint): checklist(item, ["orderHint": .string(hint)])
    case .newItem(let item, let title, let isChecked, let hint):
      checklist(item, ["title": .string(title), "isChecked": .bool(isChecked), "orderHint": .string(hint)])
    case .noItem(let item): ["checklist": .object([item: .null])]
    }
  }

  /// The body that makes a task; what is as in a fresh task is left out.
  static func task(_ new: NewTask) -> JSON.Object {
    var body: JSON.Object = ["planId": .string(new.list.rawValue), "title": .string(new.title)]
    body["bucketId"] = new.bucketID.map(JSON.string)
    body["percentComplete"] = new.percentComplete == 0 ? nil : .int(new.percentComplete)
    body["priority"] = new.priority == 5 ? nil : .int(new.priority)
    body["startDateTime"] = new.start.map { json($0) }
    body["dueDateTime"] = new.due.map { json($0) }
    var assignments = JSON.Object()
    for user in new.assignees { assignments[user.rawValue] = assignment }
    body["assignments"] = assignments.members.isEmpty ? nil : .object(assignments)
    var categories = JSON.Object()
    for category in new.categories { categories[category] = true }
    body["appliedCategories"] = categories.members.isEmpty ? nil : .object(categories)
    return body
  }

  private static let assignment: JSON = ["@odata.type": "#microsoft.graph.plannerAssignment", "orderHint": " !"]

  private static func checklist(_ item: String, _ fields: JSON.Object) -> JSON.Object {
    var typed: JSON.Object = ["@odata.type": "#microsoft.graph.plannerChecklistItem"]
    for member in fields.members { typed[member.name] = member.value }
    return ["checklist": .object([item: .object(typed)])]
  }

  private static func json(_ moment: Timestamp?) -> JSON { moment.map { .string($0.iso8601) } ?? .null }
}
