import StoreModel
import TaskSync

/// What one command changed, found by task: of thousands of changes each that is confirmed, refused or renamed looks at
/// its own alone.
struct ChangedTogether: Equatable, Sendable {
  /// Steps in order; nil where one was dropped, so that the others keep their places.
  private var kept: [UndoHistory.Step?]
  private var places: [TaskID: [Int]]

  init(_ steps: [UndoHistory.Step]) {
    kept = steps
    places = Dictionary(grouping: steps.indices) { steps[$0].task }
  }

  /// What is left, in order.
  var steps: [UndoHistory.Step] { kept.compactMap(\.self) }

  var isEmpty: Bool { places.isEmpty }

  /// The steps of one task, in order.
  func of(_ task: TaskID) -> [UndoHistory.Step] { places[task]?.compactMap { kept[$0] } ?? [] }

  /// The server has an edit as this value, which so is what the field holds between two steps.
  mutating func learn(_ value: EditBase.Value, from edit: TaskEdit, _ task: TaskID) {
    for place in places[task] ?? [] {
      if kept[place]?.edit == edit, kept[place]?.after != nil { kept[place]?.after = value }
      if kept[place]?.opposite == edit, kept[place]?.before != nil { kept[place]?.before = value }
    }
  }

  /// Drops steps of a task.
  mutating func remove(_ task: TaskID, where isMeant: (UndoHistory.Step) -> Bool = { _ in true }) {
    guard let own = places[task] else { return }
    var left: [Int] = []
    for place in own {
      guard let step = kept[place] else { continue }
      if isMeant(step) { kept[place] = nil } else { left.append(place) }
    }
    places[task] = left.isEmpty ? nil : left
  }

  /// Follows a task to its new id.
  mutating func rename(_ task: TaskID, to new: TaskID) {
    guard task != new, let own = places.removeValue(forKey: task) else { return }
    for place in own { kept[place]?.task = new }
    places[new] = ((places[new] ?? []) + own).sorted()
  }

  /// Whether both hold the same steps, whatever was dropped between them.
  static func == (a: ChangedTogether, b: ChangedTogether) -> Bool { a.steps == b.steps }
}
