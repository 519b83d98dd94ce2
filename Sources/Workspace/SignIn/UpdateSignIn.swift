import Terminal
import Strings
import SessionCore
import StoreModel

/// Starts a sign-in for an account, from any page on which nobody works.
func beginSignIn(_ state: inout AppState, hint: String, way: SignInWay? = nil) -> [Effect] {
  let way = way ?? state.till.ways.first ?? .deviceCode
  if case .code(let code) = state.page, code.isOverride { return beginOverride(&state, way: way) }
  state.page = .code(CodeState(hint: hint, way: way, since: state.now))
  state.phone = nil
  return [.session(.signIn(hint: hint, way: way))]
}

func codeCommand(_ id: CommandID, _ state: inout AppState) -> [Effect] {
  guard case .code(var code) = state.page else { return [] }
  switch id {
  case .newCode:
    let wasRefused = if case .refused = code.step { true } else { false }
    if case .checking = code.step { return [] }
    if code.isOverride, wasRefused { return beginOverride(&state, way: code.way) }
    let isOverride = code.isOverride
    code = CodeState(hint: code.hint, way: code.way, since: state.now)
    code.isOverride = isOverride
    state.page = .code(code)
    state.phone = nil
    if isOverride { return [.override(.newCode)] }
    return [.session(wasRefused ? .signIn(hint: code.hint, way: code.way) : .newCode)]
  case .otherWay: return beginSignIn(&state, hint: code.hint, way: code.way.other)
  case .otherComputer:
    guard code.address != nil else { return [] }
    code.isElsewhere.toggle()
    state.page = .code(code)
    return []
  case .sendAddress: return sendAddress(&state)
  default: return []
  }
}

/// Sends what was pasted; the field is emptied at once, since it holds the answer.
private func sendAddress(_ state: inout AppState) -> [Effect] {
  guard case .code(var code) = state.page, code.isElsewhere, !code.pasted.isEmpty else { return [] }
  let text = code.pasted.string
  code.pasted = TextField(limit: code.pasted.limit)
  code.isPasteRefused = false
  state.page = .code(code)
  return [code.isOverride ? .override(.paste(text)) : .session(.paste(text))]
}

/// A paste on the browser's page is the address it ended on, whatever is shown of the page.
func pasteAddress(_ text: String, _ state: inout AppState) {
  guard case .code(var code) = state.page, code.address != nil else { return }
  code.isElsewhere = true
  code.isPasteRefused = false
  code.pasted = TextField(limit: code.pasted.limit)
  code.pasted.insert(String(text.filter { !$0.isWhitespace }))
  state.page = .code(code)
}

/// Esc on the code page: back from the whole address, else the sign-in is given up; nothing was stored.
func codeLeft(_ state: inout AppState) -> [Effect] {
  guard case .code(var code) = state.page else { return [] }
  if code.isElsewhere, code.address?.short != nil {
    code.isElsewhere = false
    code.pasted = TextField(limit: code.pasted.limit)
    state.page = .code(code)
    return []
  }
  state.phone = nil
  let back = code.isOverride ? state.override?.page : nil
  state.page = back ?? state.homeWhenSignedOut(hint: code.hint)
  state.notice = Notice(state.look.words(.signInCancelled))
  if case .refused = code.step { return [] }
  return [code.isOverride ? .override(.cancel) : .session(.cancelSignIn)]
}

/// What the session says about a sign-in under way, or the desk where somebody signs in for one act.
func signInReported(_ state: inout AppState, _ event: SessionEvent, isOverride: Bool = false) -> [Effect] {
  guard case .code(var code) = state.page, code.isOverride == isOverride else { return [] }
  switch event {
  case .codeIssued(let issued):
    code.step = .yourTurn(issued)
    code.picture = issued.picture
    code.trouble = nil
  case .pageOpened(let address):
    code.step = .yourPage(address)
    code.isElsewhere = address.short == nil && !state.till.isPractice
    code.trouble = nil
  case .pageAnswered:
    code.step = .checking(since: state.now)
    code.isElsewhere = false
    code.pasted = TextField(limit: code.pasted.limit)
  case .pasteRefused: code.isPasteRefused = true
  case .providerUnreachable(let refusal, let nextTry): code.trouble = .init(refusal: refusal, nextTry: nextTry)
  case .providerReachable: code.trouble = nil
  case .refused(let refusal):
    guard refusal.kind != .cancelled else { return [] }
    code.step = .refused(refusal)
    code.trouble = nil
    code.isElsewhere = false
    code.pasted = TextField(limit: code.pasted.limit)
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
    if session != nil {
      if case .task(let page)? = pageBeside, tasks([page.task]).isEmpty { return .tasks }
      return pageBeside ?? .tasks
    }
    var start = StartState()
    let domain = "@" + till.domain
    let typed = hint.hasSuffix(domain) && domain.count > 1 ? String(hint.dropLast(domain.count)) : hint
    start.account = TextField(typed, limit: start.account.limit)
    return .start(start)
  }
}
