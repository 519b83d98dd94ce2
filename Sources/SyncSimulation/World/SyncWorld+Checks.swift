import StoreModel
import TaskSync

extension SyncWorld {
  /// Everything that holds at every moment.
  func lookAtEverything() throws(Violation) {
    for till in tills {
      guard let worker = till.worker else { continue }
      let name = "till \(till.number)"
      for (id, shown) in till.screen where till.machine.visible(id) != shown {
        throw Violation(
          .screen, "\(name) shows \(shown), the machine has \(String(describing: till.machine.visible(id)))")
      }
      for id in ledger.history.ids where till.screen[id] == nil && till.machine.visible(id) != nil {
        throw Violation(.screen, "\(name) does not show \(id.rawValue)")
      }
      let onDisk = till.disk.copies[worker].rows
      for change in till.outbox where onDisk[change.id] == nil {
        throw Violation(.diskFirst, "\(name) shows \(change.edit); it is not on the disk")
      }
      try lookAtPending(till)
      let pending = till.machine.pendingChanges
      if !till.outbox.elementsEqual(pending) {
        throw Violation(.screen, "\(name) shows the changes \(Array(till.outbox)), the machine has \(pending)")
      }
    }
  }

  /// Whoever changed a field sees it changed, whatever came from the server since.
  private func lookAtPending(_ till: Till) throws(Violation) {
    for change in till.outbox {
      guard let shown = till.screen[change.task]?.task,
        till.outbox.last(where: { $0.task == change.task && $0.edit.field == change.edit.field })?.id == change.id
      else { continue }
      let details = till.details[change.task]
      if change.edit.isOnDetails, details == nil { continue }
      let seen = ServerState(task: shown, details: details ?? TaskDetails(task: change.task, etag: ETag(rawValue: "")))
      switch change.edit {
      case .setStatus, .setTitle, .setDue, .setStart, .setPriority, .moveToBucket, .setNote, .assign, .unassign,
        .setCategory:
        if seen.value(change.edit.field) != change.edit.wanted {
          throw Violation(
            .screen, "till \(till.number) shows \(seen.value(change.edit.field)) in spite of \(change.edit)")
        }
      default: break
      }
    }
  }

  /// What holds when everything is sent that can be: screen and disk are the server's state and what waits for its owner.
  func lookAtRest(_ number: Int) throws(Violation) {
    let till = tills[number]
    guard let worker = till.worker else { return }
    let user = scene.user(Author(worker: worker))
    let copy = till.disk.copies[worker]
    var belonging: Set<TaskID> = []
    for id in ledger.history.ids {
      guard let state = ledger.history.now(id) else { continue }
      guard scene.lists.contains(state.task.list) || state.task.assignees.contains(user) else { continue }
      belonging.insert(id)
      try look(at: id, state, on: till, copy)
    }
    for id in till.screen.keys where !belonging.contains(id) && !till.outbox.contains(where: { $0.task == id }) {
      throw Violation(.sameAtRest, "till \(number) shows \(id.rawValue), which is not there for worker \(worker)")
    }
    for id in copy.tasks.keys where !belonging.contains(id) {
      throw Violation(
        .sameAtRest, "the disk of till \(number) has \(id.rawValue), which is not there for worker \(worker)")
    }
    if Set(copy.rows.keys) != Set(till.outbox.map(\.id)) {
      throw Violation(
        .sameAtRest, "till \(number) shows rows \(till.outbox.map(\.id)), its disk has \(copy.rows.keys.sorted())")
    }
  }

  private func look(at id: TaskID, _ state: ServerState, on till: Till, _ copy: StoreCopy) throws(Violation) {
    let pending = till.outbox.filter { $0.task == id }
    let name = "till \(till.number) \(id.rawValue)"
    guard copy.tasks[id]?.task == state.task else {
      throw Violation(
        .sameAtRest, "\(name) on disk \(String(describing: copy.tasks[id]?.task)), at the server \(state.task)")
    }
    guard !pending.contains(where: { $0.edit == .delete }) else { return }
    guard let shown = till.screen[id] else { throw Violation(.sameAtRest, "\(name) is not on the screen") }
    if pending.isEmpty, shown.task != state.task || shown.pending != nil {
      throw Violation(.sameAtRest, "\(name) shows \(shown), the server has \(state.task)")
    }
    guard let details = till.details[id], copy.details[id]?.details == state.details else {
      throw Violation(.sameAtRest, "\(name) has not the server's details on the disk: \(state.details.brief)")
    }
    if pending.isEmpty, details != state.details {
      throw Violation(.sameAtRest, "\(name) shows \(details.brief), the server has \(state.details.brief)")
    }
    let seen = ServerState(task: shown.task, details: details)
    let people = scene.workers.indices.map { TaskField.assignee(scene.user(Author(worker: $0))) }
    let labels = (1...3).map { TaskField.category("category\($0)") }
    let fields: [TaskField] = [.status, .title, .due, .start, .priority, .bucket, .note] + people + labels
    for field in fields {
      let last = pending.last { $0.edit.field == field }
      let expected = last?.edit.wanted ?? state.value(field)
      if seen.value(field) != expected {
        throw Violation(.sameAtRest, "\(name) shows \(seen.value(field)) as \(field), should be \(expected)")
      }
    }
  }

  /// When faults have stopped for half an hour, nothing moves any more but what waits for its owner.
  func lookForUnsent(_ number: Int) throws(Violation) {
    let till = tills[number]
    for change in till.outbox where !till.waitsForOwner(change) {
      throw Violation(.drains, "till \(number) never sent \(change); \(till.standing.connection)")
    }
  }

  /// When everything is at rest, every accepted edit has left its outbox in one of the ways there are.
  func lookAtTheEnd() throws(Violation) {
    for (key, deed) in ledger.deeds where deed.way == .notYet {
      throw Violation(.keptEdits, "\(deed.edit) of worker \(key.worker) at till \(key.till) is nowhere any more")
    }
    for till in tills {
      for (worker, copy) in till.disk.copies.enumerated() where !copy.rows.isEmpty {
        throw Violation(.drains, "till \(till.number) still keeps \(copy.rows.count) rows of worker \(worker)")
      }
    }
  }
}
