import StoreModel
import TaskSync

/// Everything the server ever had of each task, and who made it so.
struct ServerHistory: Sendable {
  struct Moment: Sendable {
    var serial: Int
    var author: Author
    /// Nil when the task is gone.
    var state: ServerState?
  }

  /// What somebody did to a field.
  struct Change: Sendable {
    var serial: Int
    var before: FieldValue
    var after: FieldValue
  }

  private(set) var moments: [TaskID: [Moment]] = [:]
  /// Ids in the order in which they came to be.
  private(set) var ids: [TaskID] = []
  private(set) var serial = 0

  /// Something was done to a task.
  mutating func note(_ id: TaskID, _ state: ServerState?, by author: Author) {
    serial += 1
    if moments[id] == nil { ids.append(id) }
    moments[id, default: []].append(Moment(serial: serial, author: author, state: state))
  }

  /// What the server has of a task now.
  func now(_ id: TaskID) -> ServerState? { moments[id]?.last?.state }

  /// The number of the newest moment at which a version was current; 0 for none.
  func serial(of id: TaskID, task etag: ETag?, details: ETag?) -> Int {
    moments[id]?.last {
      guard let state = $0.state else { return false }
      return etag.map { $0 == state.task.etag } ?? details.map { $0 == state.details.etag } ?? false
    }?.serial ?? 0
  }

  /// Moments of a task from the one given on.
  func since(_ serial: Int, of id: TaskID) -> ArraySlice<Moment> {
    guard let all = moments[id] else { return [] }
    let first = all.lastIndex { $0.serial <= serial } ?? all.startIndex
    return all[first...]
  }

  /// The newest moment at which a field held a value; nil when it never did.
  func newest(_ id: TaskID, _ field: TaskField, holding value: FieldValue) -> Int? {
    moments[id]?.last { $0.state?.value(field) ?? .absent == value }?.serial
  }

  /// The last moment at which an earlier row of the same outbox changed a field.
  func lastChange(of field: TaskField, in id: TaskID, before key: Deed.Key) -> Int? {
    guard let all = moments[id] else { return nil }
    let place = all.indices.dropFirst().last { place in
      guard let author = all[place].author.key, author.till == key.till, author.worker == key.worker,
        author.row < key.row
      else { return false }
      return all[place - 1].state?.value(field) != all[place].state?.value(field)
    }
    return place.map { all[$0].serial }
  }

  /// Changes of something by others after a moment: what it was before, and what it was then.
  func foreignChanges(
    in id: TaskID, since serial: Int, butNotBy author: Author, of value: (ServerState) -> FieldValue
  ) -> [Change] {
    let moments = since(serial, of: id)
    return zip(moments, moments.dropFirst()).compactMap { old, new in
      guard new.serial > serial, new.author.till != author.till || new.author.worker != author.worker else {
        return nil
      }
      let before = old.state.map(value) ?? .absent
      let after = new.state.map(value) ?? .absent
      return before == after ? nil : Change(serial: new.serial, before: before, after: after)
    }
  }
}
