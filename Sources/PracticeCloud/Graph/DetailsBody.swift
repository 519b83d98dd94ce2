import CloudWire

extension PlannerBody {
  /// The changes a details body asks for.
  func detailsEdits() throws(GraphFault) -> [DetailsEdit] {
    var edits: [DetailsEdit] = []
    for member in properties {
      switch member.name {
      case "description": edits.append(.description(try member.optionalText() ?? ""))
      case "previewType": edits.append(.previewType(try member.previewType()))
      case "checklist":
        for entry in try member.entries() { edits.append(try item(entry)) }
      case "references":
        for entry in try member.entries() { edits.append(try reference(entry)) }
      case "id": throw Self.readOnly("id")
      default: throw unknown(member.name)
      }
    }
    return edits
  }

  private func item(_ entry: JSON.Object.Member) throws(GraphFault) -> DetailsEdit {
    guard Self.isGUID(entry.name) else { throw .invalid("The identifier '\(entry.name)' is not in a valid format.") }
    guard let value = try entry.typed("plannerChecklistItem") else { return .removeItem(id: entry.name) }
    var (title, hint): (String?, String?)
    var isChecked: Bool?
    for member in value.members where !member.name.contains("@odata.") {
      switch member.name {
      case "title": title = try Self.title(member)
      case "isChecked": isChecked = try member.truth()
      case "orderHint": hint = try member.place()
      case "lastModifiedBy", "lastModifiedDateTime": throw Self.readOnly(member.name)
      default: throw PlannerBody(value, type: "microsoft.graph.plannerChecklistItem").unknown(member.name)
      }
    }
    return .item(id: entry.name, title: title, isChecked: isChecked, orderHint: hint)
  }

  private func reference(_ entry: JSON.Object.Member) throws(GraphFault) -> DetailsEdit {
    guard ReferenceKey.isWellFormed(entry.name) else {
      throw .invalid("The property name '\(entry.name)' is not an encoded http or https address.")
    }
    guard let value = try entry.typed("plannerExternalReference") else { return .removeReference(key: entry.name) }
    var (alias, kind, hint): (String?, String?, String?)
    for member in value.members where !member.name.contains("@odata.") {
      switch member.name {
      case "alias": alias = try member.optionalText() ?? ""
      case "type": kind = try member.optionalText() ?? "Other"
      case "previewPriority": hint = try member.place()
      case "lastModifiedBy", "lastModifiedDateTime": throw Self.readOnly(member.name)
      default: throw PlannerBody(value, type: "microsoft.graph.plannerExternalReference").unknown(member.name)
      }
    }
    return .reference(key: entry.name, alias: alias, kind: kind, previewPriority: hint)
  }
}
