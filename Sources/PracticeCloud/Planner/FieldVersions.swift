/// A field of a Planner resource, or one entry of an open type, or one field of such an entry.
struct PlannerField: Hashable, Codable, Sendable {
  var name: String
  /// Key in an open type: a user, a label, an item, a link.
  var entry: String?
  var part: String?

  init(_ name: String, _ entry: String? = nil, _ part: String? = nil) {
    self.name = name
    self.entry = entry
    self.part = part
  }

  /// Whether a change to one is a change to the other: they are the same, or one holds the other.
  func touches(_ other: PlannerField) -> Bool {
    guard name == other.name else { return false }
    guard let entry, let otherEntry = other.entry else { return true }
    guard entry == otherEntry else { return false }
    guard let part, let otherPart = other.part else { return true }
    return part == otherPart
  }
}

/// When each field of one resource changed last, so that an older version is good enough for changes to other fields.
///
/// What never changed is not kept.
struct FieldVersions: Hashable, Codable, Sendable {
  /// Version of the whole resource, from 1.
  private(set) var current = 1
  private var changed: [PlannerField: Int] = [:]

  /// Whether the field, a part of it, or what holds it was changed after that version.
  func hasChanged(_ field: PlannerField, since version: Int) -> Bool {
    version < current && changed.contains { $0.value > version && $0.key.touches(field) }
  }

  /// Counts one more version, in which these fields changed.
  mutating func advance(_ fields: some Sequence<PlannerField>) {
    current += 1
    for field in fields { changed[field] = current }
  }
}
