public import StoreModel
public import Strings
import Terminal

/// A question that one key answers, in the row above the footer.
public enum Question: Equatable, Sendable {
  /// "Delete?"
  case delete([TaskID])
  /// "Delete it all the same?", of what others changed since it was made.
  case deleteChanged([TaskID])
  /// "Keep what you wrote?"
  case leaveNote
  /// "Drop what you typed?", for something that is no longer here.
  case typedForGone(Draft)
  /// "Shall somebody who may sign in for it?", after the reason.
  case needsManager(TextKey)
  /// "Give these changes up?"
  case discard([Int64])
  /// "Put the practice world back to its start?"
  case resetPractice
}

func questionCommand(_ id: CommandID, _ state: inout AppState) -> [Effect] {
  guard case .question(let question) = state.overlay else { return [] }
  switch (id, question) {
  case (.open, .delete(let tasks)), (.open, .deleteChanged(let tasks)): return deleteConfirmed(tasks, &state)
  case (.open, .leaveNote):
    state.overlay = nil
    return saveNote(&state)
  case (.open, .needsManager): return beginOverride(&state)
  case (.open, .discard(let changes)): return discardConfirmed(changes, &state)
  case (.drop, .leaveNote):
    state.overlay = nil
    return leaveNote(&state)
  case (.drop, .typedForGone(let draft)):
    state.overlay = nil
    state.asked.removeAll { $0 == draft }
    showGone(&state)
  case (.open, .resetPractice):
    state.overlay = nil
    return [.practice(.reset)]
  default: break
  }
  return []
}

extension Painter {
  /// What is asked, with what is at stake.
  func sentence(_ question: Question, _ state: AppState) -> String {
    switch question {
    case .delete(let tasks): asked(.questionDelete, of: state.tasks(tasks))
    case .deleteChanged(let tasks): asked(.questionDeleteChanged, of: state.tasks(tasks))
    case .leaveNote: words(.questionLeaveNote)
    case .typedForGone(let draft): words(.questionTypedForGone, ["text": draft.text])
    case .needsManager(let reason): words(reason) + " " + words(SessionPhrase.overrideQuestion)
    case .discard(let changes): discardSentence(changes, state)
    case .resetPractice: words(.practiceResetQuestion)
    }
  }

  /// Of one task by its title, of several by their number.
  private func asked(_ phrase: WorkPhrase, of tasks: [StoreTask]) -> String {
    words.counted(phrase, tasks.count, ["title": tasks.first?.title ?? ""])
  }
}
