public import StoreModel
import Strings
import Terminal

/// A question that one key answers, in the row above the footer.
public enum Question: Equatable, Sendable {
  /// "Delete?"
  case delete([TaskID])
  /// "Keep what you wrote?"
  case leaveNote
  /// "Put the practice world back to its start?"
  case resetPractice
}

func questionCommand(_ id: CommandID, _ state: inout AppState) -> [Effect] {
  guard case .question(let question) = state.overlay else { return [] }
  switch (id, question) {
  case (.open, .delete(let tasks)): return deleteConfirmed(tasks, &state)
  case (.open, .leaveNote):
    state.overlay = nil
    return saveNote(&state)
  case (.drop, .leaveNote):
    state.overlay = nil
    return leaveNote(&state)
  case (.open, .resetPractice):
    state.overlay = nil
    return [.practice(.reset)]
  default: return []
  }
}

extension Painter {
  /// What is asked, with what is at stake.
  func sentence(_ question: Question, _ state: AppState) -> String {
    switch question {
    case .delete(let tasks): words(.questionDelete, ["title": look.name(of: state.tasks(tasks))])
    case .leaveNote: words(.questionLeaveNote)
    case .resetPractice: words(.practiceResetQuestion)
    }
  }
}
