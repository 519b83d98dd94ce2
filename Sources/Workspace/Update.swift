import SessionCore
import Strings
import StoreModel
import Terminal

/// The one place where state changes: what happened turns into new state and into effects, which are data.
public func update(_ state: inout AppState, _ message: Message) -> [Effect] {
  let effects = respond(&state, message)
  if state.shift?.board.hasLeft == true {
    state.shift?.letGo()
    scrollBoard(&state)
  }
  return effects + followOverride(&state, effects) + ring(&state, after: message)
}

private func respond(_ state: inout AppState, _ message: Message) -> [Effect] {
  switch message {
  case .clock(let now): return timePassed(&state, now)
  case .terminal(let event): return terminalReported(&state, event)
  case .command(let id): return Catalogue.command(id).map { perform($0, &state) } ?? []
  case .answer(let line, let page): return activity(&state) + answered(line, to: page, &state)
  case .profileRead(let profile, let domain):
    if let profile {
      state.till.chain = profile.chain
      state.till.store = profile.storeNumber
      state.till.storeName = profile.storeName
      state.till.register = profile.register
      state.staff = Set(profile.members.map(\.user))
    }
    state.till.domain = domain
    return []
  case .accountsRead(let accounts):
    state.accounts = accounts
    return []
  case .phone(let event):
    phoneReported(&state, event)
    return []
  case .practice(let event): return practiceReported(&state, event)
  case .session(let event): return sessionReported(&state, event)
  case .override(let event): return overrideReported(&state, event)
  case .pin(let event): return pinReported(&state, event)
  case .found(let waiting): return foundWaiting(&state, waiting)
  case .placeKept(let worker, let fault): return placeKept(&state, worker, fault)
  case .outside(let request): return askedFromOutside(&state, request)
  case .sync(let event): return syncReported(&state, event)
  }
}

private func terminalReported(_ state: inout AppState, _ event: TerminalEvent) -> [Effect] {
  switch event {
  case .key(let key): return activity(&state) + keyPressed(&state, key)
  case .paste(let text):
    // Where nothing is written a paste is a scan: scanners at a terminal send theirs so.
    if state.shift != nil, !state.isTyping { return activity(&state) + scanned(text, &state) }
    paste(text, into: &state)
    return activity(&state)
  case .scan(let code): return activity(&state) + scanned(code, &state)
  case .mouse(let report): return activity(&state) + mouseReported(report, &state)
  case .line(let text): return activity(&state) + answered(text, to: plainPage(state), &state)
  case .linesOver: return endProgram(&state, .quit)
  case .resize(let size):
    state.size = size
    scrollBoard(&state)
    scrollNote(&state)
    scrollTask(&state)
    return []
  case .resumed: return lockTerminal(&state, .resumed) + [.repaint]
  case .hangUp: return endProgram(&state, .hangUp)
  case .terminate(let signal): return endProgram(&state, .signal(signal))
  }
}

func keyPressed(_ state: inout AppState, _ key: Key) -> [Effect] {
  state.notice = nil
  state.shift?.announcement = nil
  state.asksAtOnce = false
  // Whoever goes on working is not taken to what an earlier scan still finds.
  state.shift?.scan = nil
  if !state.size.holdsPages { return state.commandWhenTooSmall(for: key).map { perform($0, &state) } ?? [] }
  if case .receipt = state.page, state.overlay == nil {
    receiptLeft(&state)
    return []
  }
  if let effects = chooseByDigit(key, &state) { return effects }
  if state.isTyping, type(key, into: &state) { return [] }
  switch state.meaning(ofUntyped: key) {
  case .command(let command): return perform(command, &state)
  case .nothing: return []
  case .unclaimed: return fallThrough(&state, key)
  }
}

/// A key nothing claims: typing goes on where a question was asked in the middle of it.
private func fallThrough(_ state: inout AppState, _ key: Key) -> [Effect] {
  if beginPIN(with: key, &state) { return [] }
  guard case .quit(let typed) = state.overlay else { return [] }
  leaveOverlay(&state)
  guard let typed, case .character = key.code, key.modifiers == [], state.isTyping else { return [] }
  // Put in directly: typed as a key, the letter would ask its question again.
  if case .start(var start) = state.page {
    start.account.insert(String(typed))
    state.page = .start(start)
  }
  _ = type(key, into: &state)
  return []
}

func perform(_ command: Command, _ state: inout AppState) -> [Effect] {
  if case .withheld(let reason) = state.availability(of: command) {
    if offerOverride(command.id, reason, &state) { return [] }
    state.notice = Notice(state.look.words(reason), role: .warning)
    return []
  }
  switch command.id {
  case .help: return openFinder(&state, .help)
  case .palette: return openFinder(&state, .palette)
  case .repaint: return [.repaint]
  case .cancel: return state.isKiosk ? cancelInKiosk(&state) : askToQuit(&state, typed: nil)
  case .quit: return state.isAtTop ? askToQuit(&state, typed: nil) : goBack(&state)
  case .back: return goBack(&state)
  case .practicePhone: return takePhoneOut(&state)
  case .lock: return lockTerminal(&state, .worker)
  case .signOut: return askToSignOut(&state)
  case .setPIN: return askForPIN(&state)
  case .practiceReset, .practiceOffline, .practiceFault, .practiceRemote, .practicePublish:
    return practise(command.id, &state)
  default: return performInArea(command.id, &state)
  }
}

private func performInArea(_ id: CommandID, _ state: inout AppState) -> [Effect] {
  switch state.area {
  case .finder: return finderCommand(id, &state)
  case .quitQuestion: return id == .open ? quitConfirmed(&state) : []
  case .start: return startCommand(id, &state)
  case .code, .address: return codeCommand(id, &state)
  case .phone: return phoneCommand(id, &state)
  case .tasks: return tasksCommand(id, &state)
  case .filter: return filterCommand(id, &state)
  case .task: return taskCommand(id, &state)
  case .standing: return standingCommand(id, &state)
  case .statusMenu: return statusCommand(id, &state)
  case .choice: return choiceCommand(id, &state)
  case .entry: return entryCommand(id, &state)
  case .question: return questionCommand(id, &state)
  case .note: return noteCommand(id, &state)
  case .history: return historyCommand(id, &state)
  case .news: return newsCommand(id, &state)
  case .listsPane: return listsPaneCommand(id, &state)
  case .decision: return decisionCommand(id, &state)
  case .locked: return lockedCommand(id, &state)
  case .pin: return pinCommand(id, &state)
  case .signOutQuestion: return signOutCommand(id, &state)
  case .everywhere: return []
  }
}

/// Asking twice means yes: Ctrl+C, Ctrl+C leaves.
func askToQuit(_ state: inout AppState, typed: Character?) -> [Effect] {
  guard !state.isKiosk else { return [] }
  if case .leaving = state.page { return endProgram(&state, .quit) }
  if case .quit = state.overlay { return quitConfirmed(&state) }
  layOverTyping(.quit(typed: typed), &state)
  return sealBeforeLeaving(&state)
}

/// Asks about leaving; what was being typed waits below.
func layOverTyping(_ question: Overlay, _ state: inout AppState) {
  switch state.uncovered {
  case .entry, .pin: state.typedBelow = state.uncovered
  default: break
  }
  state.overlay = question
}

/// Esc on what lies over the page. Where it was about leaving, what was being typed goes on.
private func leaveOverlay(_ state: inout AppState) {
  state.overlay = state.typedBelow
  state.typedBelow = nil
}

func goBack(_ state: inout AppState) -> [Effect] {
  switch state.overlay {
  case nil: break
  case .finder(let finder):
    state.overlay = finder.below
    return []
  default:
    if !mustSetPIN(state) { leaveOverlay(&state) }
    return []
  }
  if state.phone != nil {
    state.phone = nil
    return []
  }
  switch state.page {
  case .start: return startLeft(&state)
  case .code: return codeLeft(&state)
  case .tasks:
    _ = tasksLeft(&state)
    return []
  case .note: return noteLeft(&state)
  case .history(let page): return leaveHistory(&state, page)
  case .task, .standing, .news:
    state.page = .tasks
    return []
  case .locked, .leaving, .receipt: return []
  }
}

/// Tells the session that the worker is there; the idle limit is counted in minutes, so once a second is enough.
private func activity(_ state: inout AppState) -> [Effect] {
  guard state.session != nil else { return [] }
  if state.lockingAt == nil, let last = state.activity, last.duration(to: state.now.instant) < .seconds(1) { return [] }
  state.activity = state.now.instant
  return [.session(.activity)]
}

extension AppState {
  /// Whether there is no step further out than quitting.
  var isAtTop: Bool {
    switch overlay {
    case nil: break
    case .quit: return true
    default: return false
    }
    if phone != nil { return false }
    switch page {
    case .task, .standing, .news, .note, .history, .code: return false
    case .tasks: return shift?.board.isAtTop ?? true
    default: return true
    }
  }
}
