import StoreModel
import Strings
import Terminal

extension AppState {
  /// Practice commands work where nothing is real.
  var mayPractise: Availability { till.isPractice ? .enabled : .disabled(.practiceOnly) }

  /// Some of them need a worker and their tasks.
  var mayPractiseAtWork: Availability {
    guard till.isPractice else { return .disabled(.practiceOnly) }
    return session == nil || shift == nil ? .disabled(.reasonNobody) : .enabled
  }

  /// One of them needs a task to work on.
  var mayPractiseOnTask: Availability {
    guard mayPractiseAtWork == .enabled else { return mayPractiseAtWork }
    return taskAtHand == nil ? .disabled(.reasonNoTask) : .enabled
  }
}

/// A practice command was asked for.
func practise(_ id: CommandID, _ state: inout AppState) -> [Effect] {
  switch id {
  case .practiceReset:
    state.overlay = .question(.resetPractice)
    return []
  case .practiceOffline: return [.practice(.trouble(state.practiceTrouble == .offline ? nil : .offline))]
  case .practiceFault:
    state.overlay = .choice(troubles(state))
    return []
  case .practiceRemote:
    guard let task = state.taskAtHand else { return [] }
    state.overlay = .choice(edits(task, state.look))
    return []
  default:
    guard let worker = state.session?.worker else { return [] }
    return [.practice(.publish(to: worker.username))]
  }
}

private func troubles(_ state: AppState) -> Choice {
  let texts = PracticeTrouble.allCases.map { state.look.words($0.phrase) }
  let current = state.practiceTrouble.flatMap { PracticeTrouble.allCases.firstIndex(of: $0) }
  return Choice(
    .trouble, title: state.look.words(.practiceChooseTrouble),
    options: Choice.options(texts + [state.look.words(.practiceTroubleNone)], current: current ?? texts.count))
}

private func edits(_ task: StoreTask, _ look: Look) -> Choice {
  Choice(
    .remote(task.id), title: look.words(.practiceChooseEdit, ["title": task.title]),
    options: Choice.options(PracticeEdit.allCases.map { look.words($0.phrase) }, current: nil))
}

func troubleChosen(_ number: Int, _ state: AppState) -> [Effect] {
  let all = PracticeTrouble.allCases
  return [.practice(.trouble(all.indices.contains(number) ? all[number] : nil))]
}

func remoteChosen(_ number: Int, _ task: TaskID, _ state: AppState) -> [Effect] {
  let all = PracticeEdit.allCases
  guard all.indices.contains(number), let worker = state.session?.worker else { return [] }
  return [.practice(.edit(task, all[number], not: worker.username))]
}

/// What came of a practice command; what it changed in the store is asked for at once, as F5 does.
func practiceReported(_ state: inout AppState, _ event: PracticeEvent) -> [Effect] {
  let words = state.look.words
  switch event {
  case .refused(let text): state.notice = Notice(words(.practiceRefused, ["reason": text]), role: .warning)
  case .unreachable: state.notice = Notice(words(.practiceUnreachable), role: .warning)
  case .done(.reset):
    state.practiceTrouble = nil
    state.notice = Notice(words(.practiceResetDone))
    return ask(state)
  case .done(.trouble(let trouble)):
    state.practiceTrouble = trouble
    state.notice = Notice(
      trouble.map { words(.practiceTroubleBegun, ["trouble": words($0.phrase)]) } ?? words(.practiceTroubleOver))
    return trouble == nil ? ask(state) : []
  case .done(.edit):
    state.notice = Notice(words(.practiceEdited))
    return ask(state)
  case .done(.publish):
    state.notice = Notice(words(.practicePublished))
    return ask(state)
  }
  return []
}

private func ask(_ state: AppState) -> [Effect] { state.session == nil ? [] : [.sync(.syncNow)] }

extension PracticeTrouble {
  fileprivate var phrase: PracticePhrase {
    switch self {
    case .offline: .troubleOffline
    case .throttle: .troubleThrottle
    case .unavailable: .troubleUnavailable
    case .timeout: .troubleTimeout
    case .truncate: .troubleTruncate
    case .garbage: .troubleGarbage
    case .latency: .troubleLatency
    case .conflict: .troubleConflict
    case .challenge: .troubleChallenge
    }
  }
}

extension PracticeEdit {
  fileprivate var phrase: PracticePhrase {
    switch self {
    case .complete: .editComplete
    case .reopen: .editReopen
    case .rename: .editRename
    case .note: .editNote
    case .postpone: .editPostpone
    case .delete: .editDelete
    }
  }
}
