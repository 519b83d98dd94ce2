import Terminal
import Strings
import SessionCore

/// F8: the phone comes out, and starts a sign-in where none is under way.
func takePhoneOut(_ state: inout AppState) -> [Effect] {
  guard state.phone == nil else {
    state.phone = nil
    return []
  }
  var effects: [Effect] = []
  switch state.page {
  case .start(let start):
    effects = beginSignIn(&state, hint: accountName(start.account.string, domain: state.till.domain))
  case .code(let code):
    if case .refused = code.step { effects = beginSignIn(&state, hint: code.hint, way: code.way) }
  case .locked(let locked): effects = beginSignIn(&state, hint: locked.username)
  default: return []
  }
  state.phone = PhoneState()
  return effects + phoneFollows(&state)
}

/// The phone types the code, or opens the sign-in page, by itself as soon as there is one, and again when there is another.
func phoneFollows(_ state: inout AppState) -> [Effect] {
  guard case .code(let page) = state.page, let phone = state.phone,
    let shown = page.code?.userCode ?? page.address?.whole, phone.typedCode != shown
  else { return [] }
  state.phone = PhoneState()
  state.phone?.typedCode = shown
  if let row = state.accounts.firstIndex(where: { $0.username.lowercased() == page.hint.lowercased() }) {
    state.phone?.cursor.select(row, of: state.accounts.count)
  }
  return [.phone(page.code == nil ? .visit(address: shown) : .enter(code: shown))]
}

func phoneReported(_ state: inout AppState, _ event: PhoneEvent) {
  guard state.phone != nil else { return }
  switch event {
  case .page(let page): state.phone?.page = page
  case .returned:
    state.phone?.page = .init(title: state.look.words(.phoneReturned), message: "", ask: .done)
  case .offline:
    state.phone?.page = .init(title: state.look.words(.phoneOffline), message: "", ask: .nothing)
  }
}

func phoneCommand(_ id: CommandID, _ state: inout AppState) -> [Effect] {
  guard let ask = state.phone?.page?.ask else { return [] }
  switch (id, ask) {
  case (.open, .account):
    guard let row = state.phone?.cursor.row, state.accounts.indices.contains(row) else { return [] }
    return [.phone(.choose(username: state.accounts[row].username))]
  case (.open, .decision): return [.phone(.approve)]
  case (.phoneDecline, .decision): return [.phone(.decline)]
  case (_, .account): _ = state.phone?.cursor.take(id, of: state.accounts.count, height: phoneRows(state.size))
  default: break
  }
  return []
}
