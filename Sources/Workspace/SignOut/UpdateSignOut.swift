import SessionCore
public import StoreModel
import Strings

/// A session that is being ended: what is awaited, and since when.
public struct LeavingPage: Equatable, Sendable {
  /// Since when.
  public var since: Now
  /// Whether the program ends with the session.
  public var isQuitting: Bool
}

func askToSignOut(_ state: inout AppState) -> [Effect] {
  state.overlay = .signOut
  return []
}

func signOutCommand(_ id: CommandID, _ state: inout AppState) -> [Effect] {
  id == .open || id == .signOut ? leaveStore(&state, isQuitting: false) : []
}

/// The screen goes first, then the session; the program ends, if it does, after the session's end is reported.
func leaveStore(_ state: inout AppState, isQuitting: Bool) -> [Effect] {
  state.forgetSession()
  state.locked = nil
  state.place = nil
  state.page = .leaving(LeavingPage(since: state.now, isQuitting: isQuitting))
  return [.blank, .session(.signOut)]
}

/// Enter on "Quit?": signs out first where somebody is signed in or a session is locked.
func quitConfirmed(_ state: inout AppState) -> [Effect] {
  if state.session != nil || state.locked != nil { return leaveStore(&state, isQuitting: true) }
  return [.end(.quit)]
}

/// The session has ended; its receipt is shown unless somebody else is signing in already.
func signOutReported(_ state: inout AppState, _ receipt: SignOutReceipt) -> [Effect] {
  if case .leaving(let leaving) = state.page, leaving.isQuitting { return [.end(.quit)] }
  state.locked = nil
  state.place = nil
  if case .code = state.page { return [] }
  state.forgetSession()
  state.page = .receipt(receipt)
  return [.blank]
}

func receiptLeft(_ state: inout AppState) {
  state.page = .start(StartState())
}
