import StoreModel

/// What to do with an edit when the server's state is known: the merge table, per field.
enum MergeVerdict: Hashable, Sendable {
  /// The server has it already.
  case confirmed
  /// Send it again on this base.
  case send(EditBase)
  /// Only its owner can say.
  case ask(ChangeTrouble)
}

extension OutboxRow {
  /// The verdict against the server's task.
  ///
  /// `changedSince`: the server said that this very field was changed after the base version, even if its value is the
  /// same again now; then somebody undid something, and only a person may do it once more.
  func verdict(against remote: StoreTask, changedSince: Bool) -> MergeVerdict {
    guard case .setStatus(let wanted) = edit, case .percentComplete(let before) = base.value else {
      return .ask(.malformed)
    }
    if remote.status == wanted { return .confirmed }
    let conflict = ChangeTrouble.conflict(remote: remote.status, remoteCompletedBy: remote.completedBy)
    if sawRemoteComplete { return .ask(conflict) }
    let next = EditBase(etag: remote.etag, value: .percentComplete(remote.percentComplete))
    if remote.percentComplete == before { return changedSince ? .ask(conflict) : .send(next) }
    let wasOpen = TaskStatus(percentComplete: before) != .complete
    return wanted == .complete && wasOpen ? .send(next) : .ask(conflict)
  }

  /// The verdict against the server's details; see above.
  func verdict(against remote: TaskDetails, changedSince: Bool) -> MergeVerdict {
    guard case .check(let key, let wanted) = edit, case .item(let title, _) = base.value else {
      return .ask(.malformed)
    }
    guard let item = remote.checklist.first(where: { $0.id == key }) else { return .ask(.itemConflict(isChecked: nil)) }
    if item.isChecked == wanted { return .confirmed }
    if item.title != title { return .ask(.itemConflict(isChecked: item.isChecked)) }
    if changedSince { return .ask(.itemConflict(isChecked: item.isChecked)) }
    return .send(EditBase(etag: remote.etag, value: .item(title: item.title, isChecked: item.isChecked)))
  }
}
