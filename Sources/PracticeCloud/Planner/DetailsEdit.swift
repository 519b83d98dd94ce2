import StoreModel

/// One change to a task's details, whoever asks for it.
enum DetailsEdit: Hashable, Sendable {
  case description(String)
  case previewType(PracticeTask.PreviewType)
  /// Adds an item or changes the fields that are not nil; the hint is the value to keep.
  case item(id: String, title: String?, isChecked: Bool?, orderHint: String?)
  case removeItem(id: String)
  /// Adds a link or changes the fields that are not nil.
  case reference(key: String, alias: String?, kind: String?, previewPriority: String?)
  case removeReference(key: String)

  /// The fields whose versions decide whether the change conflicts.
  var fields: [PlannerField] {
    switch self {
    case .description: return [PlannerField("description")]
    case .previewType: return [PlannerField("previewType")]
    case .item(let id, let title, let isChecked, let hint):
      let parts = [
        title.map { _ in "title" }, isChecked.map { _ in "isChecked" }, hint.map { _ in "orderHint" },
      ]
      return parts.compactMap { $0 }.map { PlannerField("checklist", id, $0) }
    case .removeItem(let id): return [PlannerField("checklist", id)]
    case .reference(let key, let alias, let kind, let hint):
      let parts = [alias.map { _ in "alias" }, kind.map { _ in "type" }, hint.map { _ in "previewPriority" }]
      return parts.compactMap { $0 }.map { PlannerField("references", key, $0) }
    case .removeReference(let key): return [PlannerField("references", key)]
    }
  }
}

extension PracticeDetails {
  /// Carries changes out and counts one more version.
  mutating func apply(_ edits: [DetailsEdit], by user: String, now: Timestamp) {
    var fields: [PlannerField] = []
    for edit in edits {
      fields += edit.fields
      switch edit {
      case .description(let text): description = text
      case .previewType(let type): previewType = type
      case .item(let id, let title, let isChecked, let hint):
        let isNew = change(item: id, title, isChecked, hint, by: user, now: now)
        if isNew { fields.append(PlannerField("checklist", id)) }
      case .removeItem(let id): checklist.removeAll { $0.id == id }
      case .reference(let key, let alias, let kind, let hint):
        let isNew = change(reference: key, alias, kind, hint, by: user, now: now)
        if isNew { fields.append(PlannerField("references", key)) }
      case .removeReference(let key): references.removeAll { $0.key == key }
      }
    }
    versions.advance(fields)
  }

  /// True when the item was not there before.
  private mutating func change(
    item id: String, _ title: String?, _ isChecked: Bool?, _ hint: String?, by user: String, now: Timestamp
  ) -> Bool {
    guard let index = checklist.firstIndex(where: { $0.id == id }) else {
      checklist.append(
        Item(
          id: id, title: title ?? "", isChecked: isChecked ?? false,
          orderHint: hint ?? OrderHint.ofArrival(checklist.count), changed: now, changedBy: user))
      return true
    }
    if let title { checklist[index].title = title }
    if let isChecked { checklist[index].isChecked = isChecked }
    if let hint { checklist[index].orderHint = hint }
    checklist[index].changed = now
    checklist[index].changedBy = user
    return false
  }

  /// True when the link was not there before.
  private mutating func change(
    reference key: String, _ alias: String?, _ kind: String?, _ hint: String?, by user: String, now: Timestamp
  ) -> Bool {
    guard let index = references.firstIndex(where: { $0.key == key }) else {
      references.append(
        Reference(
          key: key, alias: alias ?? "", kind: kind ?? "Other",
          previewPriority: hint ?? OrderHint.ofArrival(references.count), changed: now, changedBy: user))
      return true
    }
    if let alias { references[index].alias = alias }
    if let kind { references[index].kind = kind }
    if let hint { references[index].previewPriority = hint }
    references[index].changed = now
    references[index].changedBy = user
    return false
  }
}
