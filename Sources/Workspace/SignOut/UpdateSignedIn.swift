import SessionCore
import StoreModel
import Strings
import Terminal

/// What the session says about who works here; the rest is about a sign-in under way.
func sessionReported(_ state: inout AppState, _ event: SessionEvent) -> [Effect] {
  switch event {
  case .signedIn(let worker, let standing, let since):
    if let effects = signedInBesideTheWork(&state, worker, standing, since) { return effects }
    return signedIn(&state, worker, standing, since)
  case .openedByPIN(let worker, let standing, let since): return openedByPIN(&state, worker, standing, since)
  case .locked(let reason, let worker, let now): return lockReported(&state, reason, worker, at: now)
  case .signedOut(let receipt): return signOutReported(&state, receipt)
  case .lockingSoon(let moment):
    state.lockingAt = moment
    return []
  case .signInNeeded(let refusal):
    let why = state.look.words(refusal.phrase, refusal.parts(state))
    state.notice = Notice(state.look.words(.noticeSignInNeeded, ["why": why]), role: .warning)
    return []
  default: return signInReported(&state, event)
  }
}

/// A worker is in: a clean start, or back to their place when they had locked.
func signedIn(
  _ state: inout AppState, _ worker: Worker, _ standing: StoreStanding, _ since: Now
) -> [Effect] {
  let place = state.place.flatMap { $0.person == worker.id ? $0 : nil }
  if state.locked?.person != worker.id { state.pin = .none }
  state.forgetSession()
  state.locked = nil
  state.place = nil
  state.notKept = NotKept()
  state.session = SessionView(worker: worker, standing: standing, since: since)
  var shift = Shift(worker: worker, now: state.now.wall, calendar: state.calendar)
  shift.staff = state.staff
  if let place {
    shift.board.tab = place.tab
    shift.board.openList = place.openList
    shift.board.selected = place.task
    shift.returning = place.task == nil ? nil : place
  }
  state.shift = shift
  state.activity = since.instant
  state.page = .tasks
  if state.pinRule == .required, !state.hasPIN { return askForPIN(&state) }
  return []
}
