/// One change to a resource: the field whose version decides whether it conflicts, and how it is carried out.
struct FieldEdit<Resource> {
  var field: PlannerField
  var apply: (inout Resource) -> Void

  init(_ field: PlannerField, _ apply: @escaping (inout Resource) -> Void) {
    self.field = field
    self.apply = apply
  }
}

extension FieldEdit {
  /// The resource with all changes and one more version, unless a field of them changed since the version that was read.
  static func merged(
    _ edits: [FieldEdit], into resource: Resource, versions: WritableKeyPath<Resource, FieldVersions>, seen: Int
  ) throws(GraphFault) -> Resource {
    guard !edits.isEmpty else { return resource }
    for edit in edits where resource[keyPath: versions].hasChanged(edit.field, since: seen) { throw .conflict }
    var changed = resource
    for edit in edits { edit.apply(&changed) }
    changed[keyPath: versions].advance(edits.map(\.field))
    return changed
  }
}
