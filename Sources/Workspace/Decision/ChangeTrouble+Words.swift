import StoreModel
import Strings
import TaskSync

extension ChangeReading {
  /// Who changed the same thing, and what the server has now; nil where that is not the matter.
  func theirs(_ change: PendingChange) -> (who: String, value: String)? {
    let words = state.look.words
    switch change.trouble {
    case .conflict(let remote, let who):
      return (name(who), state.look.mark(remote) + " " + state.look.name(remote))
    case .itemConflict(nil): return (name(nil), words(.decisionItemGone))
    case .itemConflict(let isChecked?):
      if case .item(let title, _) = change.before {
        return (name(nil), value(.item(title: title, isChecked: isChecked), change))
      }
      return (name(nil), state.look.box(isChecked))
    case .changed(let remote, let who): return (name(who), value(remote, change))
    case .taskGone, .listGone, .forbidden, .malformed, .severalAlike, .tooOld, .fileChanged, nil:
      return nil
    }
  }

  /// Whether some list may not be read at all: then a refusal says that the worker is no member.
  private var isStranger: Bool { shift.standing.listTrouble.contains { $0.status == 403 } }

  private func name(_ who: UserID?) -> String { who.flatMap { shift.people[$0] } ?? state.look.words(.decisionThem) }

  /// Why it stopped, in a sentence; nil where the values say it.
  func why(_ change: PendingChange) -> String? {
    let words = state.look.words
    switch change.trouble {
    case .taskGone: return words(.troubleTaskGone)
    case .listGone: return words(.troubleListGone)
    case .forbidden(let limit?): return limitSentence(limit)
    case .forbidden(nil) where change.edit.field.kind == .status && !isStranger: return words(.troubleGate)
    case .forbidden(nil):
      let isLocked = shift.tasks[change.task]?.locked.contains(change.edit.field.kind) == true
      return isLocked ? words(.troubleLocked) : words(.troubleForbidden)
    case .malformed: return words(.troubleMalformed)
    case .severalAlike(let tasks): return words.counted(.troubleAlike, tasks.count)
    case .tooOld:
      let when = state.calendar.dayAndTime(change.made, from: state.now.wall, state.look)
      return words(.troubleTooOld, ["when": when])
    case .fileChanged: return words(.troubleFileChanged)
    case .conflict, .itemConflict, .changed, nil: return nil
    }
  }

  /// What a limit of Planner means (GDC `planner-overview.md`, "Common Planner error conditions").
  private func limitSentence(_ code: String) -> String {
    let words = state.look.words
    switch code {
    case "MaximumTasksInProject": return words(.limitTasks)
    case "MaximumActiveTasksInProject": return words(.limitActive)
    case "MaximumTasksAssignedToUser": return words(.limitAssigned)
    case "MaximumTasksCreatedByUser": return words(.limitCreated)
    case "MaximumAssigneesInTasks": return words(.limitAssignees)
    case "MaximumChecklistItemsOnTask": return words(.limitChecklist)
    default: return words(.troubleLimit, ["limit": code])
    }
  }
}
