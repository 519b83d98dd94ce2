import SessionCore
import StoreModel
import Strings
import TaskSync
import Terminal

/// Opens the prompt in which a PIN is chosen.
func askForPIN(_ state: inout AppState) -> [Effect] {
  state.overlay = .pin(PINPrompt(.choose))
  return []
}

/// On the lock page a digit begins the PIN; answers whether the key did.
func beginPIN(with key: Key, _ state: inout AppState) -> Bool {
  guard case .locked = state.page, state.overlay == nil, state.hasPIN, case .character(let character) = key.code,
    key.modifiers == [], character.isASCII, character.isNumber
  else { return false }
  var prompt = PINPrompt(.open)
  _ = prompt.take(key)
  state.overlay = .pin(prompt)
  return true
}

/// Whether the worker has to set a PIN before they go on.
func mustSetPIN(_ state: AppState) -> Bool {
  guard case .pin(let prompt) = state.overlay, prompt.step != .open, prompt.step != .checking else { return false }
  return state.pinRule == .required && !state.hasPIN
}

/// Enter in the prompt.
func pinCommand(_ id: CommandID, _ state: inout AppState) -> [Effect] {
  guard id == .open, case .pin(var prompt) = state.overlay, prompt.step != .checking else { return [] }
  let words = state.look.words
  let typed = prompt.takeTyped()
  prompt.trouble = ""
  defer { if case .pin = state.overlay { state.overlay = .pin(prompt) } }
  guard typed.count >= PINPrompt.digits.lowerBound else {
    prompt.trouble = words(SessionPhrase.pinTooShort)
    return []
  }
  switch prompt.step {
  case .choose:
    if Set(typed).count == 1 {
      prompt.trouble = words(SessionPhrase.pinTooPlain)
    } else {
      prompt.step = .again(first: typed)
    }
    return []
  case .again(let first):
    guard first == typed, let worker = state.session?.worker.id else {
      prompt.step = .choose
      prompt.trouble = words(SessionPhrase.pinDiffers)
      return []
    }
    prompt.step = .checking
    if state.pin == .none { state.pin = .beingSet }
    return [.session(.setPIN(typed, worker))]
  case .open:
    guard let locked = state.locked else { return [] }
    prompt.step = .checking
    return [.session(.openByPIN(typed, locked.person))]
  case .checking: return []
  }
}

func pinReported(_ state: inout AppState, _ event: PINEvent) -> [Effect] {
  let words = state.look.words
  switch event {
  case .set:
    // Set a moment after a lock it still opens what is locked.
    guard state.session != nil || state.locked != nil else { return [] }
    state.pin = .set
    guard state.session != nil else { return [] }
    closePrompt(&state)
    state.notice = Notice(words(SessionPhrase.pinSet), role: .good)
  case .notSet:
    if state.pin == .beingSet { state.pin = .none }
    closePrompt(&state)
    // Where one is set already, a new one that is not written leaves it in force.
    state.notice = Notice(words(state.hasPIN ? SessionPhrase.pinNotChanged : .pinNotSet), role: .danger)
  case .wrong(let left):
    guard case .pin(var prompt) = state.overlay else { return [] }
    prompt.step = .open
    prompt.trouble = words.counted(SessionPhrase.pinWrong, left)
    state.overlay = .pin(prompt)
  case .gone:
    state.pin = .none
    closePrompt(&state)
    state.notice = Notice(words(SessionPhrase.pinGone), role: .warning)
  }
  return []
}

private func closePrompt(_ state: inout AppState) {
  if case .pin = state.overlay { state.overlay = nil }
}

/// The PIN was right: as after a sign-in, but changes wait for one.
func openedByPIN(
  _ state: inout AppState, _ worker: Worker, _ standing: StoreStanding, _ since: Now
) -> [Effect] {
  let effects = signedIn(&state, worker, standing, since)
  state.activity = state.now.instant
  state.isOpenByPIN = true
  state.notice = Notice(state.look.words(SessionPhrase.pinOpened))
  return effects
}

/// A sign-in that ran beside the work: everything stays where it is. Nil when it was another one.
func signedInBesideTheWork(
  _ state: inout AppState, _ worker: Worker, _ standing: StoreStanding, _ since: Now
) -> [Effect]? {
  guard state.shift != nil, state.session?.worker.id == worker.id else { return nil }
  state.session = SessionView(worker: worker, standing: standing, since: since)
  state.activity = since.instant
  state.isOpenByPIN = false
  state.phone = nil
  if case .code = state.page { state.page = state.homeWhenSignedOut(hint: worker.username) }
  state.pageBeside = nil
  return []
}

extension AppState {
  /// Whether the session has a PIN, or will in a moment.
  var hasPIN: Bool { pin != .none }

  /// Whether a PIN can be set.
  var maySetPIN: Availability { pinRule == .off ? .disabled(.reasonPINOff) : .enabled }

  /// Whether a sign-in beside the work is of use.
  var maySignInAgain: Availability {
    isOpenByPIN || shift?.standing.connection == .signInNeeded ? .enabled : .disabled(.reasonSignedIn)
  }
}
