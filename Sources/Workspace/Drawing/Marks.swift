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

  /// What the signs of a row mean.
  var legend: String {
    let parts = ["open": mark(.notStarted), "begun": mark(.inProgress), "done": mark(.complete)]
    let signs = [
      words(WorkPhrase.legendStatuses, parts), words(TextKey(helpOf: CommandID.legend.rawValue)),
      words(WorkPhrase.legendCut, ["cut": ellipsis.text]),
    ]
    return signs.joined(separator: ", ")
  }

  /// The sign of a change that is not confirmed.
  func mark(_ pending: PendingState) -> String {
    switch pending {
    case .notSent, .sending, .unknown: "~"
    case .needsDecision, .refused: "?"
    }
  }

  /// The sign of a row that is marked for a command over several.
  var marked: String { "#" }

  /// What a heading says.
  func heading(_ group: RowGroup.Kind, _ shift: Shift) -> String {
    switch group {
    case .agenda(let group): return words(group.heading)
    case .priority(let step): return priority(step)
    case .bucket(let id, let bucket):
      guard let list = shift.list(id) else { return "" }
      let name = list.buckets.first { $0.id == bucket }?.name
      return name.map { list.title + (isUnicode ? " › " : " > ") + $0 } ?? list.title
    case .worker(let user?): return shift.people[user] ?? words(.personUnknown)
    case .worker(nil): return words(.orderNobody)
    case .all: return ""
    }
  }

  /// A checklist item's box.
  func box(_ isChecked: Bool) -> String { isChecked ? "[x]" : "[ ]" }

  /// The box of a line that can be ticked: for all, for some, for none of what it is chosen for.
  func box(_ number: Int, of choice: Choice) -> String {
    choice.partly.contains(number) ? "[-]" : box(choice.ticked.contains(number))
  }

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
