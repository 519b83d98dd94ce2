import StoreModel

/// Who changes something, which version they had read, and when.
struct Hand: Sendable {
  var person: Person
  var seen: Int
  var now: Timestamp
}

extension World {
  /// Changes a task unless the same fields changed since the version that was read, or Planner's rules forbid it.
  mutating func change(
    _ task: PracticeTask, _ edits: [TaskEdit], by hand: Hand
  ) throws(GraphFault) -> PracticeTask {
    guard !edits.isEmpty else { return task }
    if task.isPublished, edits.contains(where: \.isHeadOffices) { throw .notPermitted }
    if edits.contains(.percentComplete(100)), !task.unmetGates.isEmpty { throw .notPermitted }
    if edits.contains(where: { task.versions.hasChanged($0.field, since: hand.seen) }) { throw .conflict }
    var changed = task
    changed.apply(edits, by: hand.person.id, now: hand.now)
    try check(changed, edits)
    if task.percentComplete == 100, changed.percentComplete < 100 {
      var others = planner.tasks(ofPlan: task.planID)
      others.removeAll { $0.id == task.id }
      try planner.limits.checkRoom(among: others)
    }
    planner.replace(changed)
    return changed
  }

  /// Changes a task's details in the same manner; counts and the note's mark belong to the task, which changes with them.
  mutating func change(
    _ task: PracticeTask, _ edits: [DetailsEdit], by hand: Hand
  ) throws(GraphFault) -> PracticeTask {
    guard !edits.isEmpty else { return task }
    let fields = edits.flatMap(\.fields)
    if fields.contains(where: { task.details.versions.hasChanged($0, since: hand.seen) }) { throw .conflict }
    try check(edits, of: task)
    var changed = task
    changed.details.apply(edits, by: hand.person.id, now: hand.now)
    try planner.limits.check(changed)
    let shown = changed.shownOfDetails.filter { field, value in task.shownOfDetails[field] != value }
    if !shown.isEmpty { changed.versions.advance(shown.keys.map { PlannerField($0) }) }
    planner.replace(changed)
    return changed
  }

  /// What a task has to satisfy whoever made or changed it.
  func check(_ task: PracticeTask, _ edits: [TaskEdit]) throws(GraphFault) {
    if let start = task.start, let due = task.due, start > due {
      throw .invalid("The start date of a task cannot be after its due date.")
    }
    for edit in edits {
      switch edit {
      case .bucket(let id?):
        guard planner.buckets[id]?.planID == task.planID else { throw .notPermittedOrMissing }
      case .assign(let user, _):
        guard let person = person(user), let plan = planner.plans[task.planID], isMember(person, of: plan) else {
          throw .notPermittedOrMissing
        }
        let others = planner.tasks.values.lazy.filter { $0.id != task.id }
        try planner.limits.checkAssignee(user, among: others)
      default: break
      }
    }
    try planner.limits.check(task)
  }

  private func check(_ edits: [DetailsEdit], of task: PracticeTask) throws(GraphFault) {
    for edit in edits {
      if task.isPublished, edit.isHeadOffices(on: task) { throw .notPermitted }
      if case .item(let id, nil, _, _) = edit, !task.details.checklist.contains(where: { $0.id == id }) {
        throw .invalid("A title must be given for the new checklist item '\(id)'.")
      }
    }
  }
}

extension PracticeTask {
  /// What the task itself shows of its details.
  fileprivate var shownOfDetails: [String: Int] {
    [
      "hasDescription": details.description.isEmpty ? 0 : 1, "checklistItemCount": details.checklist.count,
      "activeChecklistItemCount": details.checklist.count { !$0.isChecked },
      "referenceCount": details.references.count,
    ]
  }
}

extension DetailsEdit {
  /// Whether head office keeps this to itself on a task it published: everything but ticking what is there.
  fileprivate func isHeadOffices(on task: PracticeTask) -> Bool {
    guard case .item(let id, let title, _, _) = self, let item = task.details.checklist.first(where: { $0.id == id })
    else { return true }
    return title != nil && title != item.title
  }
}
