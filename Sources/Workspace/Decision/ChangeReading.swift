import StoreModel
import Strings
import TaskSync
import Terminal

/// Says in words what a change does, what was before, and what the server has.
struct ChangeReading {
  let state: AppState
  let shift: Shift

  init(_ state: AppState, _ shift: Shift) {
    self.state = state
    self.shift = shift
  }

  private var look: Look { state.look }
  private var words: Words { look.words }

  /// A change in a line: the task and what becomes of it.
  func line(_ change: PendingChange) -> String { change.title + becomes(change) }

  /// The same where there is little room: the title gives way before what becomes of the task does.
  func line(_ change: PendingChange, columns: Int) -> String {
    let becomes = becomes(change)
    let title = SafeText(change.title)
    let room = max(min(title.columns, 12), columns - SafeText(becomes).columns)
    guard title.columns > room else { return change.title + becomes }
    return title.cut(to: room, ellipsis: look.ellipsis).text + becomes
  }

  /// What follows the title: field and value.
  private func becomes(_ change: PendingChange) -> String {
    let arrow = look.isUnicode ? " → " : " -> "
    switch change.edit {
    case .setStatus(let status): return arrow + look.name(status)
    case .create, .delete: return arrow + wanted(change)
    case .check(let item, let isChecked): return look.step + itemTitle(item, change) + arrow + look.box(isChecked)
    case .setNote: return look.step + field(change.edit)
    default: return look.step + field(change.edit) + arrow + wanted(change)
    }
  }

  /// The name of the field.
  func field(_ edit: TaskEdit) -> String { field(edit.field.kind) }

  /// The name of a kind of field.
  func field(_ kind: TaskField.Kind) -> String {
    switch kind {
    case .whole: words(.fieldTask)
    case .status: words(.fieldStatus)
    case .title: words(.fieldTitle)
    case .due: words(.fieldDue)
    case .start: words(.fieldStart)
    case .priority: words(.fieldPriority)
    case .bucket: words(.fieldBucket)
    case .note: words(.fieldNote)
    case .assignees: words(.fieldPeople)
    case .categories: words(.fieldCategory)
    case .checklist: words(.fieldChecklist)
    case .itemTicks, .itemTitles: words(.fieldItem)
    }
  }

  /// What the worker wants it to be.
  func wanted(_ change: PendingChange) -> String {
    switch change.edit {
    case .setStatus(let status): look.mark(status) + " " + look.name(status)
    case .check(let item, let isChecked): look.box(isChecked) + " " + (seenTitle(change) ?? itemTitle(item, change))
    case .addItem(_, let title, let isChecked): look.box(isChecked) + " " + title
    case .renameItem(_, let title): title
    case .removeItem: words(.valueItemRemoved)
    case .moveItem(_, let after): place(after, change)
    case .setNote(let text), .setTitle(let text): value(.text(text), change)
    case .setDue(let moment), .setStart(let moment): value(.moment(moment), change)
    case .setPriority(let number): value(.number(number), change)
    case .moveToBucket(let bucket): value(.bucket(bucket), change)
    case .assign, .setCategory(_, applies: true): value(.applies(true), change)
    case .unassign, .setCategory: value(.applies(false), change)
    case .create: words(.valueNew)
    case .delete: words(.valueDeleted)
    }
  }

  /// A value of the changed field, as it was or as the server has it.
  func value(_ value: EditBase.Value, _ change: PendingChange) -> String {
    switch value {
    case .percentComplete(let percent):
      let status = TaskStatus(percentComplete: percent)
      return look.mark(status) + " " + look.name(status)
    case .item(let title, let isChecked): return look.box(isChecked) + " " + title
    case .noItem: return words(.valueItemRemoved)
    case .place(let after): return place(after, change)
    case .text(let text): return text.isEmpty ? words(.valueEmpty) : text
    case .moment(let moment):
      return moment.map { state.calendar.dayAndTime($0, from: state.now.wall, look) } ?? words(.valueNoDate)
    case .number(let number): return look.priority(number)
    case .bucket(let id): return bucket(id)
    case .applies(let applies): return applied(applies, change)
    case .task(let task): return look.mark(task.status) + " " + task.title
    case .nothing: return ""
    }
  }

  private func applied(_ applies: Bool, _ change: PendingChange) -> String {
    switch change.edit {
    case .assign(let user), .unassign(let user):
      let isMe = shift.worker.id.isUser(user)
      let name = shift.people[user] ?? (isMe ? shift.worker.displayName : words(.personUnknown))
      return words(applies ? .valueAssigned : .valueNotAssigned, ["name": name])
    case .setCategory(let key, _):
      return words(applies ? .valueCategory : .valueNoCategory, ["name": label(key, change)])
    default: return ""
    }
  }

  func bucket(_ id: String?) -> String {
    guard let id else { return words(.valueNoBucket) }
    // No two lists share a bucket, and the task may be gone.
    return shift.lists.lazy.flatMap(\.buckets).first { $0.id == id }?.name ?? words(.valueOtherBucket)
  }

  /// The list of the changed task: where it is, or was when the worker deleted it.
  private func list(_ change: PendingChange) -> ListID? {
    if let seen = shift.tasks[change.task] { return seen.task.list }
    for other in shift.outbox.of(change.task) {
      if case .task(let task) = other.before { return task.list }
    }
    return nil
  }

  /// A label as the plan of the changed task calls it.
  func label(_ key: String, _ change: PendingChange) -> String {
    state.label(key, of: list(change))
  }

  private func place(_ after: String?, _ change: PendingChange) -> String {
    guard let after else { return words(.valueTop) }
    return words(.valueAfter, ["title": itemTitle(after, change)])
  }

  /// The sentence the worker ticked, as they saw it.
  private func seenTitle(_ change: PendingChange) -> String? {
    if case .item(let title, _) = change.before { title } else { nil }
  }

  func itemTitle(_ item: String, _ change: PendingChange) -> String {
    let known = shift.details[change.task]?.checklist.first { $0.id == item }?.title
    if case .item(let title, _) = change.before, change.edit.checklistItem == item { return known ?? title }
    return known ?? words(.changeItem)
  }
}
