import Terminal
import Strings
import SessionCore
import StoreModel

/// Starts a sign-in for an account, from any page on which nobody works.
func beginSignIn(_ state: inout AppState, hint: String) -> [Effect] {
  state.page = .code(CodeState(hint: hint, since: state.now))
  return [.session(.signIn(hint: hint))]
}

func codeCommand(_ id: CommandID, _ state: inout AppState) -> [Effect] {
  guard case .code(var code) = state.page else { return [] }
  switch id {
  case .newCode:
    let wasRefused = if case .refused = code.step { true } else { false }
    code.step = .asking(since: state.now)
    code.trouble = nil
    state.page = .code(code)
    state.phone = nil
    return [.session(wasRefused ? .signIn(hint: code.hint) : .newCode)]
  default: return []
  }
}

/// Esc on the code page: the sign-in is given up, nothing was stored.
func codeLeft(_ state: inout AppState) -> [Effect] {
  guard case .code(let code) = state.page else { return [] }
  state.phone = nil
  state.page = state.homeWhenSignedOut(hint: code.hint)
  state.notice = Notice(state.look.words(.signInCancelled))
  if case .refused = code.step { return [] }
  return [.session(.cancelSignIn)]
}

/// What the session says about a sign-in under way.
func signInReported(_ state: inout AppState, _ event: SessionEvent) -> [Effect] {
  guard case .code(var code) = state.page else { return [] }
  switch event {
  case .codeIssued(let issued):
    code.step = .yourTurn(issued)
    code.picture = issued.picture
    code.trouble = nil
  case .providerUnreachable(let refusal, let nextTry): code.trouble = .init(refusal: refusal, nextTry: nextTry)
  case .providerReachable: code.trouble = nil
  case .refused(let refusal):
    guard refusal.kind != .cancelled else { return [] }
    code.step = .refused(refusal)
    code.trouble = nil
    state.phone = nil
  default: return []
  }
  state.page = .code(code)
  return phoneFollows(&state)
}

extension AppState {
  /// Where a worker lands when nobody is signed in: the start page, with what was typed.
  func homeWhenSignedOut(hint: String) -> Page {
    if let locked { return .locked(locked) }
    if session != nil { return .tasks }
    var start = StartState()
    let domain = "@" + till.domain
    let typed = hint.hasSuffix(domain) && domain.count > 1 ? String(hint.dropLast(domain.count)) : hint
    start.account = TextField(typed, limit: start.account.limit)
    return .start(start)
  }
}
