import StoreModel
import TaskSync

/// What one command changed, found by task: of thousands of changes each that is confirmed looks at its own alone.
struct ChangedTogether: Equatable, Sendable {
  private(set) var steps: [UndoHistory.Step]
  private var places: [TaskID: [Int]] = [:]

  init(_ steps: [UndoHistory.Step]) {
    self.steps = steps
    index()
  }

  var isEmpty: Bool { steps.isEmpty }

  /// The steps of one task, in order.
  func of(_ task: TaskID) -> [UndoHistory.Step] { places[task]?.map { steps[$0] } ?? [] }

  /// The server has an edit as this value, which so is what the field holds between two steps.
  mutating func learn(_ value: EditBase.Value, from edit: TaskEdit, _ task: TaskID) {
    for place in places[task] ?? [] {
      if steps[place].edit == edit, steps[place].after != nil { steps[place].after = value }
      if steps[place].opposite == edit, steps[place].before != nil { steps[place].before = value }
    }
  }

  /// Drops steps of a task.
  mutating func remove(_ task: TaskID, where isMeant: (UndoHistory.Step) -> Bool = { _ in true }) {
    guard places[task]?.contains(where: { isMeant(steps[$0]) }) == true else { return }
    steps.removeAll { $0.task == task && isMeant($0) }
    index()
  }

  /// Follows a task to its new id.
  mutating func rename(_ task: TaskID, to new: TaskID) {
    guard let own = places[task] else { return }
    for place in own { steps[place].task = new }
    index()
  }

  private mutating func index() {
    places = Dictionary(grouping: steps.indices) { steps[$0].task }
  }
}
