import SessionCore
import StoreModel
import Strings
import TaskSync
import Terminal

/// A command is withheld for want of rights: says why, and asks whether somebody who has them shall sign in for it.
func offerOverride(_ id: CommandID, _ reason: TextKey, _ state: inout AppState) -> Bool {
  guard state.session != nil, state.overlay == nil,
    [TextKey(WorkPhrase.reasonManage), TextKey(WorkPhrase.reasonBackManage), TextKey(Phrase.reasonNotYours)]
      .contains(reason)
  else { return false }
  state.override = Override(command: id, tasks: state.tasks(meantBy: id), page: state.page)
  state.overlay = .question(.needsManager(reason))
  return true
}

extension AppState {
  /// The tasks that a command is about: those at hand, or those of the change that is to be taken back or made again.
  fileprivate func tasks(meantBy command: CommandID) -> [TaskID] {
    switch command {
    case .undo: shift?.undo.done.last?.steps.map(\.task) ?? []
    case .redo: shift?.undo.undone.last?.steps.map(\.task) ?? []
    case .taskNote, .editTask: taskAtHand.map { [$0.id] } ?? []
    case .moveBucket: tasksAtHand(for: .bucket).map(\.id)
    default: tasksAtHand.map(\.id)
    }
  }
}

/// Somebody shall sign in, beside the worker's session.
func beginOverride(_ state: inout AppState, way: SignInWay? = nil) -> [Effect] {
  let way = way ?? state.till.ways.first ?? .deviceCode
  var code = CodeState(hint: "", way: way, since: state.now)
  code.isOverride = true
  state.page = .code(code)
  state.overlay = nil
  state.phone = nil
  state.override?.step = .signingIn
  return [.override(.begin(way))]
}

/// What that sign-in reports; the command is done once its tokens are gone, as read back.
func overrideReported(_ state: inout AppState, _ event: SessionEvent) -> [Effect] {
  guard let override = state.override, let worker = state.session?.worker.id, case .code(let code) = state.page,
    code.isOverride
  else { return [] }
  switch (event, override.step) {
  case (.signedIn(let person, _, since: _), _):
    guard person.managesTasks, person.role != nil else { return denyOverride(override, to: person, code, &state) }
    state.override?.step = .known(person)
    return [.audit(.overrideGranted(worker, by: person.id, act: override.command.rawValue))]
  case (.signedOut(let receipt), .known(let person)):
    return receipt.worker.id == person.id ? grantOverride(override, by: person, receipt, &state) : []
  case (.signedOut, _): return []
  default: return signInReported(&state, event, isOverride: true)
  }
}

private func denyOverride(
  _ override: Override, to person: Worker, _ code: CodeState, _ state: inout AppState
) -> [Effect] {
  var code = code
  code.step = .refused(SignInRefusal(.mayNotOverride(name: person.displayName)))
  state.page = .code(code)
  state.phone = nil
  guard let worker = state.session?.worker.id else { return [] }
  return [.audit(.overrideDenied(worker, by: person.id, act: override.command.rawValue))]
}

private func grantOverride(
  _ override: Override, by person: Worker, _ receipt: SignOutReceipt, _ state: inout AppState
) -> [Effect] {
  state.override?.step = .granted(person)
  state.phone = nil
  state.page = override.page
  if case .task(let page) = state.page, state.shift?.tasks[page.task] == nil { state.page = .tasks }
  guard let command = Catalogue.command(override.command) else { return [] }
  let parts = ["name": person.displayName]
  state.override?.note =
    receipt.tokensLeft == 0
    ? Notice(state.look.words.counted(SessionPhrase.overrideGranted, receipt.tokensWiped, parts), role: .good)
    : Notice(state.look.words(SessionPhrase.overrideNotCleared, parts), role: .danger)
  return perform(command, &state)
}

/// Ends an override with its act: with the first change made under it, and with every way out of it.
func followOverride(_ state: inout AppState, _ effects: [Effect]) -> [Effect] {
  guard let override = state.override else { return [] }
  switch override.step {
  case .asked:
    if case .question(.needsManager) = state.overlay { return [] }
  case .signingIn, .known:
    if case .code(let code) = state.page, code.isOverride { return [] }
  case .granted(let person):
    let changed = effects.compactMap { effect -> TaskID? in
      if case .sync(.edit(_, let task, _)) = effect { task } else { nil }
    }
    if !changed.isEmpty { return useOverride(override, by: person, changed, &state) }
    if case .note = state.page { return [] }
    if state.overlay != nil || state.shift?.writing != nil { return [] }
  }
  state.override = nil
  return []
}

private func useOverride(
  _ override: Override, by person: Worker, _ changed: [TaskID], _ state: inout AppState
) -> [Effect] {
  state.override = nil
  state.notice = state.notice ?? override.note
  // A line asked for again, as for the next checklist item, would be a second act.
  if case .entry = state.overlay { state.overlay = nil }
  guard let worker = state.session?.worker.id else { return [] }
  let kept = recordAllowance(&state, override.command, by: person.displayName, Array(Set(changed)))
  return [.audit(.overrideUsed(worker, by: person.id, act: override.command.rawValue, changes: changed.count))] + kept
}
