import StoreModel
import Strings
import TaskSync

extension PendingChangeRecord {
  /// The record of a change of the worker's, with names as they are known now.
  init(_ change: PendingChange, _ state: AppState, _ shift: Shift) {
    id = change.id
    record = HistoryRecord(
      at: change.made, who: .worker, register: state.till.register, task: change.task, title: change.title,
      deed: Deed(change, state, shift), unsent: change.id, number: change.id)
  }
}

extension Deed {
  init(_ change: PendingChange, _ state: AppState, _ shift: Shift) {
    let reading = ChangeReading(state, shift)
    switch change.edit {
    case .setStatus(let status): self = .status(status)
    case .check(let item, let isChecked): self = .ticked(item: reading.itemTitle(item, change), isChecked: isChecked)
    case .addItem(_, let title, _): self = .itemAdded(title)
    case .renameItem(_, let title): self = .itemRenamed(title)
    case .removeItem(let id): self = .itemRemoved(reading.itemTitle(id, change))
    case .moveItem(let id, _): self = .itemMoved(reading.itemTitle(id, change))
    case .setNote: self = .note
    case .setTitle(let title): self = .title(title)
    case .setDue(let moment): self = .due(moment)
    case .setStart(let moment): self = .start(moment)
    case .setPriority(let number): self = .priority(number)
    case .moveToBucket(let bucket): self = .bucket(bucket.map { reading.bucket($0) })
    case .assign(let user): self = .assigned(shift.name(of: user))
    case .unassign(let user): self = .unassigned(shift.name(of: user))
    case .setCategory(let key, let applies): self = .label(reading.label(key, change), applies: applies)
    case .create: self = .created
    case .delete: self = .deleted
    }
  }

  /// What is different between two states of a task, as far as Planner shows it.
  static func differences(_ old: StoreTask, _ new: StoreTask, _ shift: Shift, _ words: Words) -> [Deed] {
    var found: [Deed] = []
    if old.title != new.title { found.append(.title(new.title)) }
    if old.status != new.status { found.append(.status(new.status)) }
    if old.due != new.due { found.append(.due(new.due)) }
    if old.start != new.start { found.append(.start(new.start)) }
    if old.priority != new.priority { found.append(.priority(new.priority)) }
    if old.bucketID != new.bucketID {
      found.append(.bucket(shift.list(new.list)?.buckets.first { $0.id == new.bucketID }?.name))
    }
    if old.assignees != new.assignees {
      found.append(.people(new.assignees.isEmpty ? "" : DetailFacts.assignees(new, shift, words)))
    }
    if old.openChecklistCount != new.openChecklistCount || old.checklistCount != new.checklistCount {
      found.append(.checklist(done: new.checklistCount - new.openChecklistCount, all: new.checklistCount))
    }
    return found.isEmpty ? [.other] : found
  }
}

extension HistoryRecord {
  /// What somebody else did to a task, as records; who it was is known of a completion only.
  static func ofOthers(_ heard: Shift.Heard, at moment: Timestamp, _ shift: Shift, _ words: Words) -> [HistoryRecord] {
    func doer(_ user: UserID?) -> Doer { user.flatMap { shift.people[$0] }.map(Doer.named) ?? .unknown }
    switch heard {
    case .came(let task):
      return [
        HistoryRecord(
          at: task.created ?? moment, who: doer(task.createdBy), task: task.id, title: task.title, deed: .created)
      ]
    case .gone(let task):
      return [HistoryRecord(at: moment, who: .unknown, task: task.id, title: task.title, deed: .deleted)]
    case .changed(let old, let new):
      return Deed.differences(old, new, shift, words).map { deed in
        let isCompletion = deed == .status(.complete)
        return HistoryRecord(
          at: (isCompletion ? new.completed : nil) ?? moment, who: isCompletion ? doer(new.completedBy) : .unknown,
          task: new.id, title: new.title, deed: deed)
      }
    }
  }
}
