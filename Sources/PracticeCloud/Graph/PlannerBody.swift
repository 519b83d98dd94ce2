import CloudWire
import StoreModel

/// The body of a Planner write: one object, read property by property with OData's refusals.
struct PlannerBody {
  let object: JSON.Object
  /// `microsoft.graph.plannerTask`, for refusals.
  let type: String

  init(_ call: GraphCall, type: String) throws(GraphFault) {
    guard let value = try? JSON.parse(call.body), case .object(let object) = value else { throw .unreadableBody }
    self.object = object
    self.type = type
  }

  init(_ object: JSON.Object, type: String) {
    self.object = object
    self.type = type
  }

  /// Properties without annotations such as `@odata.type`.
  var properties: [JSON.Object.Member] { object.members.filter { !$0.name.contains("@odata.") } }

  func unknown(_ name: String) -> GraphFault {
    .invalid(
      "The property '\(name)' does not exist on type '\(type)'. "
        + "Make sure to only use property names that are defined by the type.")
  }

  static func readOnly(_ name: String) -> GraphFault { .invalid("The property '\(name)' is read-only.") }

  static func wrong(_ name: String, _ expected: String) -> GraphFault {
    .invalid("The value of property '\(name)' must be \(expected).")
  }
}

extension JSON.Object.Member {
  func text() throws(GraphFault) -> String {
    guard let text = value.string else { throw PlannerBody.wrong(name, "a string") }
    return text
  }

  func optionalText() throws(GraphFault) -> String? { value == .null ? nil : try text() }

  func truth() throws(GraphFault) -> Bool {
    guard let truth = value.bool else { throw PlannerBody.wrong(name, "true or false") }
    return truth
  }

  func number(in range: ClosedRange<Int>) throws(GraphFault) -> Int {
    guard let number = value.int, range.contains(number) else {
      throw PlannerBody.wrong(name, "a number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  func moment() throws(GraphFault) -> Timestamp? {
    guard value != .null else { return nil }
    guard let moment = value.string.flatMap(GraphTime.parse) else {
      throw PlannerBody.wrong(name, "a date and time with its offset")
    }
    return moment
  }

  /// The place to keep for an order hint.
  func place() throws(GraphFault) -> String {
    guard let stored = OrderHint.stored(for: try text()) else {
      throw .invalid(
        "Specified order hint is in an invalid format: it does not contain spaces or exclamation points where they "
          + "are expected.")
    }
    return stored
  }

  func previewType() throws(GraphFault) -> PracticeTask.PreviewType {
    guard let type = PracticeTask.PreviewType(rawValue: try text()) else {
      throw PlannerBody.wrong(name, "automatic, noPreview, checklist, description or reference")
    }
    return type
  }

  /// The entries of an open type; `null` is no entry.
  func entries() throws(GraphFault) -> [JSON.Object.Member] {
    guard case .object(let object) = value else { throw PlannerBody.wrong(name, "an object") }
    return PlannerBody(object, type: name).properties
  }

  /// The value of an open type's entry; nil for `null`, which removes it. Its type has to be said.
  func typed(_ type: String) throws(GraphFault) -> JSON.Object? {
    if value == .null { return nil }
    guard case .object(let object) = value else { throw PlannerBody.wrong(name, "an object or null") }
    guard var said = object["@odata.type"]?.string else {
      throw .invalid(
        "A value without a type name was found and no expected type is available. When the model is specified, each "
          + "value in the payload must have a type which can be either specified in the payload, explicitly by the "
          + "caller or implicitly inferred from the parent value.")
    }
    if said.hasPrefix("#") { said.removeFirst() }
    guard said == "microsoft.graph.\(type)" else {
      throw .invalid("A type named '\(said)' could not be used for property '\(name)'.")
    }
    return object
  }
}
