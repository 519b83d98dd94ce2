import SessionCore

/// Another program on this terminal asks for the session's lock or end; nobody is asked whether that is meant.
func askedFromOutside(_ state: inout AppState, _ request: OutsideRequest) -> [Effect] {
  switch request {
  case .lock:
    if state.session == nil { return [.outside(OutsideAnswer(request, state.locked == nil ? .nobody : .locked))] }
    return lockTerminal(&state, .outside) + [.outside(OutsideAnswer(request, .locked))]
  case .signOut:
    if case .leaving = state.page {
      state.isOutsideWaiting = true
      return []
    }
    guard state.session != nil || state.locked != nil else { return [.outside(OutsideAnswer(request, .nobody))] }
    state.isOutsideWaiting = true
    return leaveStore(&state, exit: nil)
  }
}

/// The receipt for whoever waits outside for it.
func answerOutside(_ state: inout AppState) -> [Effect] {
  guard state.isOutsideWaiting else { return [] }
  state.isOutsideWaiting = false
  let outcome = state.lastReceipt?.isClear == false ? OutsideAnswer.Outcome.notCleared : .signedOut
  return [.outside(OutsideAnswer(.signOut, outcome, lines: state.receiptLines))]
}
