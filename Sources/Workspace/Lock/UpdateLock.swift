import SessionCore
import StoreModel
import Strings
import TaskSync

/// Locks for whatever reason: the screen goes first, then the session.
func lockTerminal(_ state: inout AppState, _ reason: LockReason) -> [Effect] {
  guard let worker = state.session?.worker else { return [] }
  let place = leaveShift(&state, reason, worker, at: state.now.wall)
  return [.blank, .session(.lock(reason))] + place
}

/// The session locked: by F9 a moment ago, or by itself.
func lockReported(_ state: inout AppState, _ reason: LockReason, _ worker: Worker, at now: Now) -> [Effect] {
  if state.session == nil, var locked = state.locked {
    locked.reason = reason
    state.locked = locked
    if case .locked = state.page { state.page = .locked(locked) }
    return []
  }
  let place = leaveShift(&state, reason, worker, at: now.wall)
  return [.blank] + place
}

/// Drops everything of the session but the worker's name, the number of their changes and their place.
/// - Returns: the order to seal the place with what they were writing; none while what is sealed has not been looked at.
private func leaveShift(
  _ state: inout AppState, _ reason: LockReason, _ worker: Worker, at moment: Timestamp
) -> [Effect] {
  var place = state.placeNow(of: worker.id)
  state.place = place
  place?.drafts = state.draftsToSeal
  let sealing = state.sealing(place, of: worker.id)
  let locked = LockedPage(
    reason: reason, person: worker.id, username: worker.username, name: worker.displayName, at: moment,
    unsent: state.shift?.unsentCount ?? 0, undecided: state.shift?.needsYou ?? 0)
  state.notKept = state.mayNotBeKept
  state.forgetSession()
  state.locked = locked
  state.page = .locked(locked)
  return sealing
}

func lockedCommand(_ id: CommandID, _ state: inout AppState) -> [Effect] {
  guard case .locked(let locked) = state.page else { return [] }
  switch id {
  case .unlock: return beginSignIn(&state, hint: locked.username)
  case .handOver: return beginSignIn(&state, hint: "")
  default: return []
  }
}

extension AppState {
  /// Takes out everything that came with a session.
  mutating func forgetSession() {
    if let shift { keepsHistory = shift.history.isKept }
    session = nil
    shift = nil
    overlay = nil
    notice = nil
    phone = nil
    lockingAt = nil
    isOpenByPIN = false
    draft = nil
    asked = []
    sealedDrafts = SealedDrafts()
    typedBelow = nil
    pageBeside = nil
    override = nil
    isPlaceFound = false
    discarding = []
    othersUnsent = UnsentSummary()
  }

  fileprivate func placeNow(of person: PersonID) -> Place? {
    guard let shift else { return place }
    if let returning = shift.returning { return returning }
    // A task that is open need not be among the rows.
    let open: TaskID? =
      switch override?.page ?? page {
      case .task(let page): page.task
      case .note(let page): page.task
      default: nil
      }
    return Place(
      person: person, tab: shift.board.tab, openList: shift.board.openList, task: open ?? shift.board.selected,
      isTaskOpen: open != nil)
  }
}
