import StoreModel

/// What to do with an edit when the server's state is known: the merge table, per field.
enum MergeVerdict: Hashable, Sendable {
  /// The server has it already, or has something newer where that may stand quietly.
  case confirmed
  /// Send it again on this base.
  case send(EditBase)
  /// Send this instead, on this base: what both wrote.
  case join(TaskEdit, EditBase)
  /// Only its owner can say.
  case ask(ChangeTrouble)
}

extension OutboxRow {
  /// The verdict against the server's task.
  ///
  /// `changedSince`: the server said that this very field was changed after the base version, even if its value is the
  /// same again now; then somebody undid something, and only a person may do it once more. `mayBeDone`: it left before and
  /// nobody said what became of it; then a task that is open now may have been reopened after it, and a field that was
  /// changed and is as it was may be so because somebody put it back.
  func verdict(against remote: StoreTask, changedSince: Bool, mayBeDone: Bool = false) -> MergeVerdict {
    guard let now = edit.value(in: remote) else { return .ask(.malformed) }
    if edit.isDone(in: now) { return .confirmed }
    let next = EditBase(etag: remote.etag, value: now)
    let conflict = conflict(with: now, by: remote.completedBy)
    switch (edit, base.value) {
    case (.setStatus(let wanted), .percentComplete(let before)):
      if sawRemoteComplete { return .ask(conflict) }
      if remote.percentComplete == before { return changedSince ? .ask(conflict) : .send(next) }
      let wasOpen = TaskStatus(percentComplete: before) != .complete
      return wanted == .complete && wasOpen && !mayBeDone ? .send(next) : .ask(conflict)
    case (.assign, _), (.unassign, _): return changedSince ? .ask(conflict) : .send(next)
    case (.setCategory, _): return .send(next)
    case (.delete, .task(let seen)): return remote.looks(like: seen) ? .send(next) : .ask(conflict)
    default: return now == base.value && !(changedSince && mayBeDone) ? .send(next) : .ask(conflict)
    }
  }

  /// The verdict against the server's details; see above.
  func verdict(against remote: TaskDetails, changedSince: Bool, mayBeDone: Bool = false) -> MergeVerdict {
    guard let now = edit.value(in: remote) else { return .ask(.malformed) }
    if edit.isDone(in: now) { return .confirmed }
    let next = EditBase(etag: remote.etag, value: now)
    let conflict = conflict(with: now, by: nil)
    switch (edit, base.value, now) {
    case (.setNote, .text(let before), .text(let theirs)) where theirs == before && changedSince && mayBeDone:
      return .ask(conflict)
    case (.setNote(let mine), .text(let before), .text(let theirs)): return note(mine, before, theirs, next)
    // What was added and removed by somebody else since does not come back by itself.
    case (.addItem, _, _): return mayBeDone && remote.etag != base.etag ? .ask(conflict) : .send(next)
    case (.moveItem(_, let after), _, _):
      let isPossible = remote.checklist.contains { $0.id == after } || after == nil
      let isMovedByOthers = changedSince && now != base.value
      return now == .noItem || !isPossible || isMovedByOthers ? .confirmed : .send(next)
    case (_, _, .noItem): return .ask(.itemConflict(isChecked: nil))
    case (.check, .item(let title, _), .item(let title2, _)):
      return title != title2 || changedSince ? .ask(conflict) : .send(next)
    case (.renameItem, .item(let title, _), .item(let title2, _)):
      return title == title2 && !(changedSince && mayBeDone) ? .send(next) : .ask(conflict)
    default: return now == base.value && !(changedSince && mayBeDone) ? .send(next) : .ask(conflict)
    }
  }

  /// A note is one text to Planner: lines that two people changed apart from each other are joined, others are asked about.
  private func note(_ mine: String, _ before: String, _ theirs: String, _ next: EditBase) -> MergeVerdict {
    if theirs == before { return .send(next) }
    guard let joined = NoteMerge(base: before, mine: mine, theirs: theirs).joined else {
      return .ask(conflict(with: .text(theirs), by: nil))
    }
    return joined == theirs ? .confirmed : .join(.setNote(joined), next)
  }

  /// What is told to the owner when the server has this value.
  func conflict(with remote: EditBase.Value, by who: UserID?) -> ChangeTrouble {
    switch (edit, remote) {
    case (.setStatus, .percentComplete(let percent)):
      .conflict(remote: TaskStatus(percentComplete: percent), remoteCompletedBy: who)
    case (.check, .item(let title, let isChecked)):
      if case .item(title, _) = base.value {
        .itemConflict(isChecked: isChecked)
      } else {
        .changed(remote: remote, by: nil)
      }
    case (.check, .noItem), (.renameItem, .noItem), (.addItem, .noItem): .itemConflict(isChecked: nil)
    default: .changed(remote: remote, by: nil)
    }
  }
}

extension StoreTask {
  /// Whether a person would see no difference; versions and places do not count.
  fileprivate func looks(like other: StoreTask) -> Bool {
    title == other.title && status == other.status && due == other.due && start == other.start
      && priority == other.priority && bucketID == other.bucketID && Set(assignees) == Set(other.assignees)
      && categories == other.categories && hasNote == other.hasNote && checklistCount == other.checklistCount
      && openChecklistCount == other.openChecklistCount && linkCount == other.linkCount
  }
}
