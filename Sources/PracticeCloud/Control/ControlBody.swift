import CloudWire

/// The JSON body of a control call, read field by field; an unknown field is a mistake and is said to be one.
struct ControlBody {
  static let limit = 1_000_000
  let object: JSON.Object
  private let place: String

  init(_ bytes: [UInt8], allowing known: [String]) throws(ControlProblem) {
    guard bytes.count <= Self.limit else { throw .tooLarge(limit: Self.limit) }
    let value: JSON
    do { value = bytes.isEmpty ? [:] : try JSON.parse(bytes) } catch { throw .badJSON(error) }
    try self.init(value, place: "", allowing: known)
  }

  init(_ value: JSON, place: String, allowing known: [String]) throws(ControlProblem) {
    guard let object = value.object else {
      guard place.isEmpty else { throw .wrong(place, "It is not an object.", "Send a JSON object.") }
      throw .notObject()
    }
    self.object = object
    self.place = place
    for member in object.members where !known.contains(member.name) {
      throw .wrong(
        path(member.name), "There is no field of that name.", "Fields are: " + known.joined(separator: ", ") + ".")
    }
  }

  func path(_ name: String) -> String { place.isEmpty ? name : "\(place).\(name)" }
  func has(_ name: String) -> Bool { object[name] != nil }

  func optionalText(_ name: String) throws(ControlProblem) -> String? {
    guard let value = object[name], value != .null else { return nil }
    guard let text = value.string else { throw .wrong(path(name), "It is not a text.", "Send a text.") }
    return text
  }

  func text(_ name: String) throws(ControlProblem) -> String {
    guard let text = try optionalText(name), !text.isEmpty else { throw .missing(path(name), "Send a text.") }
    return text
  }

  func number(_ name: String, in range: ClosedRange<Int>) throws(ControlProblem) -> Int? {
    guard let value = object[name], value != .null else { return nil }
    guard let number = value.int, range.contains(number) else {
      throw .wrong(
        path(name), "It is not a whole number from \(range.lowerBound) to \(range.upperBound).",
        "Send a number in that range.")
    }
    return number
  }

  func truth(_ name: String) throws(ControlProblem) -> Bool? {
    guard let value = object[name], value != .null else { return nil }
    guard let truth = value.bool else {
      throw .wrong(path(name), "It is neither true nor false.", "Send true or false.")
    }
    return truth
  }

  /// One of a closed list of words.
  func word<Word: RawRepresentable & CaseIterable>(
    _ name: String, as type: Word.Type
  ) throws(ControlProblem) -> Word? where Word.RawValue == String {
    guard let text = try optionalText(name) else { return nil }
    guard let word = Word(rawValue: text) else {
      let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
      throw .wrong(path(name), "\(text) is not known here.", "Use one of: \(known).")
    }
    return word
  }
}
