import StoreModel
import Strings
import TaskSync

extension PendingChangeRecord {
  /// The record of a change of the worker's, with names as they are known now.
  init(_ change: PendingChange, _ names: DeedNames, register: String?) {
    id = change.id
    record = HistoryRecord(
      at: change.made, who: .worker, register: register, task: change.task, title: change.title,
      deed: Deed(change, names), unsent: change.id, number: change.id)
  }
}

/// How what a change is about is called.
struct DeedNames {
  var item: (String) -> String
  var bucket: (String) -> String
  var person: (UserID) -> String
  var label: (String) -> String

  /// Names as they are known in a shift.
  init(_ change: PendingChange, _ state: AppState, _ shift: Shift) {
    let reading = ChangeReading(state, shift)
    item = { reading.itemTitle($0, change) }
    bucket = { reading.bucket($0) }
    person = { shift.name(of: $0) }
    label = { reading.label($0, change) }
  }

  /// Names as far as a change that was confirmed after its worker had left tells them itself.
  init(afterwards change: PendingChange, _ state: AppState) {
    let words = state.look.words
    var seen: String?
    if case .item(let title, _) = change.before { seen = title }
    item = { [seen] in change.edit.checklistItem == $0 ? seen ?? words(.changeItem) : words(.changeItem) }
    bucket = { _ in change.about ?? words(.valueOtherBucket) }
    person = { _ in change.about ?? words(.personUnknown) }
    label = { change.about.flatMap { $0.isEmpty ? nil : $0 } ?? state.label($0, of: nil) }
  }
}

extension Deed {
  init(_ change: PendingChange, _ names: DeedNames) {
    switch change.edit {
    case .setStatus(let status): self = .status(status)
    case .check(let item, let isChecked): self = .ticked(item: names.item(item), isChecked: isChecked)
    case .addItem(_, let title, _): self = .itemAdded(title)
    case .renameItem(_, let title): self = .itemRenamed(title)
    case .removeItem(let id): self = .itemRemoved(names.item(id))
    case .moveItem(let id, _): self = .itemMoved(names.item(id))
    case .setNote: self = .note
    case .setTitle(let title): self = .title(title)
    case .setDue(let moment): self = .due(moment)
    case .setStart(let moment): self = .start(moment)
    case .setPriority(let number): self = .priority(number)
    case .moveToBucket(let bucket): self = .bucket(bucket.map(names.bucket))
    case .assign(let user): self = .assigned(names.person(user))
    case .unassign(let user): self = .unassigned(names.person(user))
    case .setCategory(let key, let applies): self = .label(names.label(key), applies: applies)
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
