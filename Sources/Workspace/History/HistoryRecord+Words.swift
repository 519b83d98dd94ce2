import StoreModel
import Strings
import TaskSync

extension Look {
  /// Who did something; where that was not known when it was heard, who did it as the task itself says by now.
  func doer(of record: HistoryRecord, _ shift: Shift) -> String {
    if record.who == .unknown, let task = shift.tasks[record.task]?.task {
      switch record.deed {
      case .created: if let user = task.createdBy { return name(user, shift) }
      case .status(.complete) where task.completed == record.at:
        if let user = task.completedBy { return name(user, shift) }
      default: break
      }
    }
    return name(record.who)
  }

  private func name(_ user: UserID, _ shift: Shift) -> String {
    shift.worker.id.isUser(user) ? words(.detailYou) : shift.people[user] ?? words(.personUnknown)
  }

  private func name(_ who: HistoryRecord.Doer) -> String {
    switch who {
    case .worker: words(.detailYou)
    case .named(let name): name
    case .unknown: words(.personUnknown)
    }
  }

  /// What was done; a task made again after its deletion was brought back.
  func deed(of record: HistoryRecord, _ shift: Shift, _ state: AppState) -> String {
    let isBack =
      record.deed == .created
      && shift.history.records.contains { $0.deed == .deleted && $0.task == record.task && $0.isBefore(record) }
    return isBack ? words(.valueRestored) : words(record.deed, state)
  }

  /// What was done, in a few words: `status: Complete`.
  func words(_ deed: Deed, _ state: AppState) -> String {
    func moment(_ moment: Timestamp?) -> String {
      moment.map { state.calendar.dayAndTime($0, from: state.now.wall, self) } ?? words(.valueNoDate)
    }
    func of(_ field: ChangePhrase, _ value: String) -> String { words(field) + ": " + value }
    switch deed {
    case .status(let status): return of(.fieldStatus, name(status))
    case .ticked(let item, let isChecked): return box(isChecked) + " " + item
    case .itemAdded(let item): return of(.fieldChecklist, "+ " + item)
    case .itemRenamed(let item): return of(.fieldItem, item)
    case .itemRemoved(let item): return of(.fieldChecklist, item + ", " + words(.valueItemRemoved))
    case .itemMoved(let item): return of(.fieldChecklist, item)
    case .note: return words(.fieldNote)
    case .title(let title): return of(.fieldTitle, title)
    case .due(let due): return of(.fieldDue, moment(due))
    case .start(let start): return of(.fieldStart, moment(start))
    case .priority(let number): return of(.fieldPriority, priority(number))
    case .bucket(let name): return of(.fieldBucket, name ?? words(.valueNoBucket))
    case .assigned(let name): return words(.valueAssigned, ["name": name])
    case .unassigned(let name): return words(.valueNotAssigned, ["name": name])
    case .label(let name, let applies):
      return of(.fieldCategory, words(applies ? .valueCategory : .valueNoCategory, ["name": name]))
    case .created: return words(.valueNew)
    case .deleted: return words(.valueDeleted)
    case .people(let names): return of(.fieldPeople, names.isEmpty ? words(.detailNobody) : names)
    case .checklist(let done, let all): return of(.fieldChecklist, "\(done)/\(all)")
    case .allowed(let command, let name):
      let act = CommandID(rawValue: command).flatMap(Catalogue.command).map { words($0.label) } ?? command
      return words(SessionPhrase.historyOverridden, ["act": act, "name": name])
    case .other: return words(.historyOther)
    }
  }
}
