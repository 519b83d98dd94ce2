import StoreModel

/// One request and what its answer is for.
struct Ask: Hashable, Sendable {
  enum Purpose: Hashable, Sendable {
    /// Part of the round.
    case round
    /// A row's own write.
    case send(Int64)
    /// A read that settles a row.
    case settle(Int64)
    /// The worker looks at the task.
    case look
    /// Details nobody asked for yet, so that they are there offline.
    case ahead
    /// A name to show.
    case name
  }
  var request: ServerRequest
  var purpose: Purpose
}

/// Something the server keeps a version of.
enum Resource: Hashable, Sendable {
  case task(TaskID)
  case details(TaskID)
}
