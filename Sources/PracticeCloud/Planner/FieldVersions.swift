/// When each field of one resource changed last, so that an older version is good enough for changes to other fields.
///
/// Fields are named by path: `title`, `assignments/<user>`, `checklist/<item>/isChecked`. What never changed is not kept.
struct FieldVersions: Hashable, Sendable {
  /// Version of the whole resource, from 1.
  private(set) var current = 1
  private var changed: [String: Int] = [:]

  /// Whether somebody else changed the field, or a part of it, after that version.
  func hasChanged(_ field: String, since version: Int) -> Bool {
    if version >= current { return false }
    if let last = changed[field], last > version { return true }
    let parts = field + "/"
    return changed.contains { $0.value > version && $0.key.hasPrefix(parts) }
  }

  /// Counts one more version, in which these fields changed.
  mutating func advance(_ fields: some Sequence<String>) {
    current += 1
    for field in fields { changed[field] = current }
  }
}
