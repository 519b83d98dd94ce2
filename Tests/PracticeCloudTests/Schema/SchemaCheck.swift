import CloudWire

/// Holds JSON against Microsoft's schema and lists every difference.
struct SchemaCheck {
  let schema: GraphSchema
  private(set) var problems: [String] = []

  init(_ schema: GraphSchema) { self.schema = schema }

  /// What each entry of an open type has to be (the pages of these resources say it; the schema leaves it open).
  private static let entries = [
    "plannerAssignments": "plannerAssignment", "plannerAppliedCategories": "Edm.Boolean",
    "plannerChecklistItems": "plannerChecklistItem", "plannerExternalReferences": "plannerExternalReference",
    "plannerUserIds": "Edm.Boolean", "plannerOrderHintsByAssignee": "Edm.String",
  ]

  /// A list of a type: context, count, elements.
  mutating func list(_ body: JSON, of type: String, at place: String) {
    guard let object = body.object, let values = object["value"]?.array else {
      return problems.append("\(place): no list")
    }
    let known = ["@odata.context", "@odata.count", "@odata.nextLink", "value"]
    for member in object.members where !known.contains(member.name) {
      problems.append("\(place): \(member.name) has no place in a list")
    }
    if object["@odata.context"]?.string == nil { problems.append("\(place): no context") }
    if object["@odata.count"]?.int != values.count { problems.append("\(place): wrong count") }
    for (index, value) in values.enumerated() { structure(value, type, "\(place)[\(index)]") }
  }

  /// One resource as the root of an answer.
  mutating func entity(_ body: JSON, of type: String, at place: String) {
    guard var object = body.object else { return problems.append("\(place): no object") }
    if object["@odata.context"]?.string == nil { problems.append("\(place): no context") }
    object["@odata.context"] = nil
    structure(.object(object), type, place)
  }

  private mutating func structure(_ value: JSON, _ type: String, _ place: String) {
    guard let object = value.object, let properties = schema.properties[type] else {
      return problems.append("\(place): not a \(type)")
    }
    let said = object["@odata.type"]?.string.map(GraphSchema.short)
    if let said, said != type { problems.append("\(place): says it is a \(said)") }
    for member in object.members where !member.name.hasPrefix("@odata.") {
      let here = "\(place).\(member.name)"
      if let property = properties[member.name] {
        check(member.value, property.type, isNullable: property.isNullable, here)
      } else if let entry = Self.entries[type] {
        check(member.value, entry, isNullable: false, here)
        if entry.hasPrefix("planner"), member.value["@odata.type"] == nil { problems.append("\(here): no type") }
      } else {
        problems.append("\(here): \(type) has no such property")
      }
    }
    if type.hasPrefix("planner") {
      for property in properties.values where !property.isNavigation && object[property.name] == nil {
        problems.append("\(place): \(property.name) is missing")
      }
      if properties["id"] != nil, object["@odata.etag"]?.string?.hasPrefix("W/\"") != true {
        problems.append("\(place): no etag")
      }
    }
  }

  private mutating func check(_ value: JSON, _ type: String, isNullable: Bool, _ place: String) {
    if value == .null {
      if !isNullable { problems.append("\(place): null") }
      return
    }
    if type.hasPrefix("Collection(") {
      guard let elements = value.array else { return problems.append("\(place): not a list") }
      let element = String(type.dropFirst("Collection(".count).dropLast())
      for (index, value) in elements.enumerated() {
        check(value, element, isNullable: false, "\(place)[\(index)]")
      }
    } else if let members = schema.enumerations[type] {
      if !members.contains(value.string ?? "") { problems.append("\(place): not one of \(members.sorted())") }
    } else if type.hasPrefix("Edm.") {
      if !Self.fits(value, type) { problems.append("\(place): not \(type)") }
    } else {
      structure(value, type, place)
    }
  }

  private static func fits(_ value: JSON, _ type: String) -> Bool {
    switch type {
    case "Edm.String": return value.string != nil
    case "Edm.Boolean": return value.bool != nil
    case "Edm.Int32": return value.int.map { Int(Int32.min)...Int(Int32.max) ~= $0 } ?? false
    case "Edm.DateTimeOffset": return value.string.map(isMoment) ?? false
    case "Edm.Guid": return value.string?.utf8.count == 36
    default: return false
    }
  }

  /// UTC, with as many as seven digits of a second.
  private static func isMoment(_ text: String) -> Bool {
    let shape = text.map { $0.isNumber ? "9" : String($0) }.joined()
    let parts = shape.dropLast().split(separator: ".", omittingEmptySubsequences: false)
    guard shape.hasSuffix("Z"), parts.count <= 2, parts.first == "9999-99-99T99:99:99" else { return false }
    return parts.count == 1 || (1...7).contains(parts[1].count) && parts[1].allSatisfy { $0 == "9" }
  }
}
