public import StoreModel

/// The worker's changes not yet confirmed, as the events tell them: oldest first, found by number and by task.
///
/// Taking in one of thousands costs no more than taking in one of ten.
public struct PendingChanges: RandomAccessCollection, Equatable, Sendable, ExpressibleByArrayLiteral {
  /// Where a change is kept.
  private struct Place: Sendable {
    var id: Int64
    var slot: Int
  }

  private var places: [Place] = []
  private var slots: [PendingChange] = []
  private var ofTask: [TaskID: [Int64]] = [:]
  /// Numbers of those that go on only after the worker's decision.
  public private(set) var stopped: Set<Int64> = []

  /// All there are.
  public init(_ changes: [PendingChange]) { take(changes, removed: []) }

  /// All there are.
  public init(arrayLiteral changes: PendingChange...) { self.init(changes) }

  /// Takes in what `SyncEvent.outboxChanged` tells.
  public mutating func take(_ changed: [PendingChange], removed: [Int64]) {
    for id in removed { remove(id) }
    for change in changed { put(change) }
  }

  private mutating func put(_ change: PendingChange) {
    let place = place(of: change.id)
    if holds(change.id, at: place) {
      let old = slots[places[place].slot]
      slots[places[place].slot] = change
      forget(old)
    } else {
      places.insert(Place(id: change.id, slot: slots.count), at: place)
      slots.append(change)
    }
    note(change)
  }

  private mutating func remove(_ id: Int64) {
    let place = place(of: id)
    guard holds(id, at: place) else { return }
    let slot = places.remove(at: place).slot
    forget(slots[slot])
    let last = slots.removeLast()
    if slot < slots.count {
      slots[slot] = last
      places[self.place(of: last.id)].slot = slot
    }
  }

  private mutating func note(_ change: PendingChange) {
    if change.state.isStopped { stopped.insert(change.id) }
    ofTask[change.task, default: []].insertRising(change.id)
  }

  private mutating func forget(_ change: PendingChange) {
    stopped.remove(change.id)
    ofTask[change.task]?.removeRising(change.id)
    if ofTask[change.task]?.isEmpty == true { ofTask[change.task] = nil }
  }

  private func place(of id: Int64) -> Int { places.sortedPlace { $0.id < id } }

  private func holds(_ id: Int64, at place: Int) -> Bool { place < places.count && places[place].id == id }

  /// A change by its number; nil when it is none of these.
  public subscript(id id: Int64) -> PendingChange? {
    let place = place(of: id)
    return holds(id, at: place) ? slots[places[place].slot] : nil
  }

  /// The changes of one task, oldest first.
  public func of(_ task: TaskID) -> [PendingChange] { ofTask[task]?.compactMap { self[id: $0] } ?? [] }

  /// The first place.
  public var startIndex: Int { 0 }
  /// The place behind the last.
  public var endIndex: Int { places.count }

  /// The change at a place, from 0.
  public subscript(position: Int) -> PendingChange { slots[places[position].slot] }

  /// Whether both hold the same changes.
  public static func == (a: PendingChanges, b: PendingChanges) -> Bool { a.elementsEqual(b) }
}

extension PendingState {
  /// Whether it goes on only after the worker's decision.
  public var isStopped: Bool { self == .needsDecision || self == .refused }
}
