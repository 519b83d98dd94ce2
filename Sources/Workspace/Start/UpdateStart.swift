import Terminal

func startCommand(_ id: CommandID, _ state: inout AppState) -> [Effect] {
  guard id == .signIn, case .start(let start) = state.page else { return [] }
  return beginSignIn(&state, hint: accountName(start.account.string, domain: state.till.domain))
}

/// Esc empties what was typed; on an empty page there is nothing further out than quitting.
func startLeft(_ state: inout AppState) -> [Effect] {
  guard case .start(let start) = state.page else { return [] }
  if start.account.isEmpty { return askToQuit(&state, typed: nil) }
  state.page = .start(StartState())
  return []
}

/// The sign-in name for what was typed: the store's domain is added where none was typed.
func accountName(_ typed: String, domain: String) -> String {
  let name = typed.filter { !$0.isWhitespace }
  guard !name.isEmpty, !name.contains("@"), !domain.isEmpty else { return name }
  return name + "@" + domain
}
