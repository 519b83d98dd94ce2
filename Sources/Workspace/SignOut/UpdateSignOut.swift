import SessionCore
public import StoreModel
import Strings
import Terminal

/// A session that is being ended: what is awaited, and since when.
public struct LeavingPage: Equatable, Sendable {
  /// Since when.
  public var since: Now
  /// The longest a program that is to end waits for it; the supervisor's patience is a second longer.
  static let patience = Duration.seconds(4)
  /// Why the program ends with the session; nil when it goes on.
  public var exit: ExitReason?
}

/// F10 asks, and asking twice means yes.
func askToSignOut(_ state: inout AppState) -> [Effect] {
  if case .signOut = state.overlay { return leaveStore(&state, exit: nil) }
  layOverTyping(.signOut(whenSent: false), &state)
  return sealBeforeLeaving(&state)
}

func signOutCommand(_ id: CommandID, _ state: inout AppState) -> [Effect] {
  switch id {
  case .open: return leaveStore(&state, exit: nil)
  case .signOutWhenSent:
    if let undecided = state.shift?.needsYou, undecided > 0 {
      state.notice = Notice(state.look.words.counted(SessionPhrase.signOutNeedsYou, undecided), role: .warning)
      return []
    }
    state.overlay = .signOut(whenSent: true)
    return [.sync(.syncNow)]
  case .discardChanges: return askWhatToDiscard(&state)
  default: return []
  }
}

/// The last change was sent while a sign-out waited for it.
func leaveWhenSent(_ state: inout AppState) -> [Effect] {
  guard case .signOut(whenSent: true) = state.overlay, state.shift?.unsentCount == 0 else { return [] }
  return leaveStore(&state, exit: nil)
}

/// The screen goes first, then the session; the program ends, if it does, after the session's end is reported.
func leaveStore(_ state: inout AppState, exit: ExitReason?) -> [Effect] {
  var effects: [Effect] = [.blank, .session(.signOut)]
  if let worker = state.session?.worker {
    effects += state.sealing(Place.keeping(state.draftsToSeal, of: worker.id), of: worker.id)
    state.notKept = state.mayNotBeKept
  }
  state.forgetSession()
  state.locked = nil
  state.place = nil
  state.page = .leaving(LeavingPage(since: state.now, exit: exit))
  return effects
}

/// Enter on "Quit?": signs out first where somebody is signed in or a session is locked.
func quitConfirmed(_ state: inout AppState) -> [Effect] {
  endProgram(&state, .quit)
}

/// The program is to end, whoever wants it: first everything of the session is cleared, as by sign-out.
func endProgram(_ state: inout AppState, _ reason: ExitReason) -> [Effect] {
  if case .leaving(var leaving) = state.page {
    leaving.exit = leaving.exit ?? reason
    state.page = .leaving(leaving)
    return []
  }
  if state.session != nil || state.locked != nil { return leaveStore(&state, exit: reason) }
  return [.end(reason)]
}

extension AppState {
  /// Whether a session was ended because the program was to end: its receipt has no page of its own.
  public var endedWithSession: Bool {
    if case .leaving(let leaving) = page { leaving.exit != nil && lastReceipt != nil } else { false }
  }
}

/// A clearing that hangs does not keep the program for ever: what ends wipes its memory anyway.
func leavingOverdue(_ state: AppState) -> [Effect] {
  guard case .leaving(let leaving) = state.page, let reason = leaving.exit else { return [] }
  return leaving.since.instant.duration(to: state.now.instant) >= LeavingPage.patience ? [.end(reason)] : []
}

/// The session has ended; its receipt is shown unless somebody else is signing in already.
func signOutReported(_ state: inout AppState, _ receipt: SignOutReceipt) -> [Effect] {
  state.lastReceipt = receipt
  state.pin = .none
  let answer = answerOutside(&state)
  if case .leaving(let leaving) = state.page, let reason = leaving.exit { return answer + [.end(reason)] }
  state.locked = nil
  state.place = nil
  if case .code = state.page {
    state.lastReceipt = nil
    return answer
  }
  state.forgetSession()
  state.page = .receipt(receipt)
  return [.blank] + answer
}

func receiptLeft(_ state: inout AppState) {
  state.lastReceipt = nil
  state.page = .start(StartState())
}
