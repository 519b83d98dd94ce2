import StoreModel
import Strings
import TaskSync
import Terminal

extension Look {
  /// The sign of a status.
  func mark(_ status: TaskStatus) -> String {
    switch status {
    case .notStarted: isUnicode ? "○" : "o"
    case .inProgress: isUnicode ? "◐" : "/"
    case .complete: isUnicode ? "●" : "x"
    }
  }

  /// The sign of a change that is not confirmed.
  func mark(_ pending: PendingState) -> String {
    switch pending {
    case .notSent, .sending, .unknown: "~"
    case .needsDecision, .refused: "?"
    }
  }

  /// A checklist item's box.
  func box(_ isChecked: Bool) -> String { isChecked ? "[x]" : "[ ]" }

  /// A status in words.
  func name(_ status: TaskStatus) -> String {
    switch status {
    case .notStarted: words(.statusNotStarted)
    case .inProgress: words(.statusInProgress)
    case .complete: words(.statusComplete)
    }
  }

  /// Planner's priority in words, by its documented ranges.
  func priority(_ value: Int) -> String {
    switch value {
    case ...1: words(.priorityUrgent)
    case 2...4: words(.priorityImportant)
    case 5...7: words(.priorityMedium)
    default: words(.priorityLow)
    }
  }
}

extension AgendaGroup {
  var heading: Phrase {
    switch self {
    case .overdue: .groupOverdue
    case .today: .groupToday
    case .thisWeek: .groupThisWeek
    case .later: .groupLater
    case .noDate: .groupNoDate
    case .done: .groupDone
    }
  }
}
