import StoreModel
import TaskSync

/// What has been heard of what a bell may ring for: tasks that became the worker's, that became late, and changes that
/// need the worker.
struct BellHeard: Equatable, Sendable {
  private var news = 0
  private var stopped: Set<Int64> = []
  /// The last sync before the one it rang in; it rings once in each.
  private var rang: Now?

  /// Takes in what there is now; answers whether something came that was not there before.
  ///
  /// - Parameter isSync: whether it came with a sync, and not with time.
  fileprivate mutating func rings(for shift: Shift, isSync: Bool) -> Bool {
    let isNew = shift.news.bellWorthy > news || !shift.outbox.stopped.isSubset(of: stopped)
    news = shift.news.bellWorthy
    if stopped != shift.outbox.stopped { stopped = shift.outbox.stopped }
    // What the first sync finds was there before the shift.
    guard isNew, let lastSync = shift.standing.lastSync, !isSync || rang != lastSync else { return false }
    if isSync { rang = lastSync }
    return true
  }
}

/// Rings for what came with a sync, or became late, where a bell was asked for.
func ring(_ state: inout AppState, after message: Message) -> [Effect] {
  guard state.ringsBell, let shift = state.shift else { return [] }
  let isSync: Bool
  switch message {
  case .sync: isSync = true
  case .clock: isSync = false
  default: return []
  }
  return state.shift?.bell.rings(for: shift, isSync: isSync) == true ? [.bell] : []
}
