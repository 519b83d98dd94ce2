import StoreModel

/// An edit that is not on the disk yet.
protocol EditOfTask: Hashable, Sendable {
  var edit: TaskEdit { get }
  /// The task as it was called when the edit was made.
  var task: TaskID { get }
}

/// Edits in the order in which they were made, found by task: of thousands each looks at those of its own task alone.
struct EditsByTask<Edit: EditOfTask>: RandomAccessCollection, Sendable {
  private var edits: [Edit] = []
  private var places: [TaskID: [Int]] = [:]

  init(_ edits: [Edit] = []) {
    self.edits = edits
    index()
  }

  var startIndex: Int { edits.startIndex }
  var endIndex: Int { edits.endIndex }
  subscript(place: Int) -> Edit { edits[place] }

  /// The places of the edits of a task, which may have had several names, in order.
  func places(of names: [TaskID]) -> [Int] {
    names.count == 1 ? places[names[0]] ?? [] : names.flatMap { places[$0] ?? [] }.sorted()
  }

  mutating func append(_ edit: Edit) {
    places[edit.task, default: []].append(edits.count)
    edits.append(edit)
  }

  /// Changes what is noted of an edit; its task stays.
  mutating func note(at place: Int, _ change: (inout Edit) -> Void) { change(&edits[place]) }

  mutating func removeFirst(_ count: Int) {
    edits.removeFirst(count)
    index()
  }

  mutating func removeAll(where isMeant: (Edit) -> Bool) {
    edits.removeAll(where: isMeant)
    index()
  }

  private mutating func index() {
    places = Dictionary(grouping: edits.indices) { edits[$0].task }
  }
}
