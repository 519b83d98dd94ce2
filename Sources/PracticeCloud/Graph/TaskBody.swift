import CloudWire

extension PlannerBody {
  private static let readOnlyOnTask = [
    "id", "createdBy", "createdDateTime", "completedBy", "completedDateTime", "hasDescription", "referenceCount",
    "checklistItemCount", "activeChecklistItemCount", "details", "bucketTaskBoardFormat", "progressTaskBoardFormat",
    "assignedToTaskBoardFormat",
  ]

  /// The changes a task body asks for; `planId` is the caller's business.
  func taskEdits() throws(GraphFault) -> [TaskEdit] {
    var edits: [TaskEdit] = []
    for member in properties where member.name != "planId" {
      switch member.name {
      case "assignments": edits += try assignments(member)
      case "appliedCategories": edits += try labels(member)
      default: edits.append(try taskEdit(member))
      }
    }
    return edits
  }

  private func taskEdit(_ member: JSON.Object.Member) throws(GraphFault) -> TaskEdit {
    switch member.name {
    case "title": return .title(try Self.title(member))
    case "bucketId": return .bucket(try bucket(member))
    case "percentComplete": return .percentComplete(try member.number(in: 0...100))
    case "priority": return .priority(try member.number(in: 0...10))
    case "startDateTime": return .start(try member.moment())
    case "dueDateTime": return .due(try member.moment())
    case "orderHint": return .orderHint(try member.place())
    case "assigneePriority": return .assigneePriority(try member.text().isEmpty ? "" : member.place())
    case "conversationThreadId": return .conversation(try member.optionalText())
    case "previewType": return .previewType(try member.previewType())
    case let name where Self.readOnlyOnTask.contains(name): throw Self.readOnly(name)
    default: throw unknown(member.name)
    }
  }

  /// A title: there has to be one, and Planner takes 255 characters.
  static func title(_ member: JSON.Object.Member) throws(GraphFault) -> String {
    let title = try member.text()
    guard (1...255).contains(title.utf16.count) else { throw wrong(member.name, "1 to 255 characters long") }
    return title
  }

  private func bucket(_ member: JSON.Object.Member) throws(GraphFault) -> String? {
    guard let id = try member.optionalText() else { return nil }
    guard PlannerID.isWellFormed(id) else { throw .invalid("The identifier '\(id)' is not in a valid format.") }
    return id
  }

  private func assignments(_ member: JSON.Object.Member) throws(GraphFault) -> [TaskEdit] {
    var edits: [TaskEdit] = []
    for entry in try member.entries() {
      guard Self.isGUID(entry.name) else { throw .invalid("The identifier '\(entry.name)' is not in a valid format.") }
      let user = entry.name.lowercased()
      guard let value = try entry.typed("plannerAssignment") else {
        edits.append(.unassign(user: user))
        continue
      }
      guard let hint = value.members.last(where: { $0.name == "orderHint" }) else {
        throw .invalid("An order hint must be given for the assignment of '\(user)'.")
      }
      edits.append(.assign(user: user, orderHint: try hint.place()))
    }
    return edits
  }

  private func labels(_ member: JSON.Object.Member) throws(GraphFault) -> [TaskEdit] {
    var edits: [TaskEdit] = []
    for entry in try member.entries() {
      guard PlannerCategory.isKey(entry.name) else { throw unknown(entry.name) }
      edits.append(.label(key: entry.name, applies: try entry.truth()))
    }
    return edits
  }

  static func isGUID(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.utf8.count) == [8, 4, 4, 4, 12] && parts.joined().allSatisfy { $0.isASCII && $0.isHexDigit }
  }
}
