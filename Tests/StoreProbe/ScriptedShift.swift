import StoreModel
import Synchronization
import TaskStorage
import TaskSync

/// Edits of every kind, some confirmed, some not, a lock in between, and a sign-out with changes left.
final class ScriptedShift: Sendable {
  private let engine: SyncEngine
  private let server: ScriptedServer
  private let shown = ShownChanges()

  init(store: SQLiteTaskStore) {
    let server = ScriptedServer()
    let shown = shown
    self.server = server
    engine = SyncEngine(server: server, store: store, clock: HostClock(), profile: nil) {
      shown.take($0)
    }
  }

  func work() async {
    await engine.begin(worker: Probe.worker)
    await shown.wait { $0.hasSynced }
    await act(
      [.setStatus(.complete), .setTitle("another title"), .setNote("came short, 2 crates")],
      on: "T1")
    await act(
      [
        .check(item: "a", isChecked: true), .addItem(id: "n", title: "weigh"), .removeItem(id: "b"),
      ], on: "T2")
    await shown.wait { $0.changes.isEmpty }
    await engine.loadDetails(TaskID(rawValue: "T4"))
    await shown.wait { $0.details.contains(TaskID(rawValue: "T4")) }
    server.goOffline()
    await act(
      [.setStatus(.inProgress), .setPriority(1), .setDue(Timestamp(seconds: 1_900_000_000))],
      on: "T3")
    await act(
      [.create(NewTask(list: ScriptedServer.list, title: "Sweep", note: "wide broom"))],
      on: "new:k1")
    await engine.pause()
    shown.clear()
    await engine.begin(worker: Probe.worker)
    await shown.wait { !$0.changes.isEmpty }
    await act([.setNote("after the lock"), .assign(UserID(rawValue: "jonas"))], on: "T4")
    await engine.pause()
    _ = try? await engine.destroyLocalCopy()
  }

  /// Makes edits one after the other, each once the one before is accepted.
  private func act(_ edits: [TaskEdit], on task: String) async {
    let task = TaskID(rawValue: task)
    await engine.loadDetails(task)
    if !task.isLocal { await shown.wait { $0.details.contains(task) } }
    for edit in edits {
      await engine.edit(edit, task: task)
      await shown.wait { $0.accepted.contains("\(task.rawValue) \(edit)") }
    }
  }
}

/// What the front end has been told, and who waits for something in it.
final class ShownChanges: Sendable {
  struct Facts: Sendable {
    var hasSynced = false
    var changes: PendingChanges = []
    var details: Set<TaskID> = []
    var accepted: Set<String> = []
  }

  private struct State {
    var facts = Facts()
    var waiters: [(fact: @Sendable (Facts) -> Bool, wake: CheckedContinuation<Void, Never>)] = []
  }

  private let state = Mutex(State())

  func take(_ event: SyncEvent) {
    let woken = state.withLock { state in
      switch event {
      case .standing(let standing): state.facts.hasSynced = standing.lastSync != nil
      case .details(let details): state.facts.details.insert(details.task)
      case .outbox(let changes), .outboxChanged(let changes, _):
        if case .outboxChanged(_, let removed) = event {
          state.facts.changes.take(changes, removed: removed)
        } else {
          state.facts.changes = PendingChanges(changes)
        }
        for change in changes {
          let line = "\(change.task.rawValue) \(change.edit)"
          if state.facts.accepted.insert(line).inserted { Probe.say("accepted " + line) }
          // A creation is written down without what goes out as edits of its own.
          if case .create = change.edit { state.facts.accepted.insert("new:k1 \(Self.creation)") }
        }
      default: break
      }
      let facts = state.facts
      let woken = state.waiters.filter { $0.fact(facts) }
      state.waiters.removeAll { $0.fact(facts) }
      return woken
    }
    for waiter in woken { waiter.wake.resume() }
  }

  static let creation = TaskEdit.create(
    NewTask(list: ScriptedServer.list, title: "Sweep", note: "wide broom"))

  func clear() {
    state.withLock {
      $0.facts.changes = []
      $0.facts.details = []
    }
  }

  func wait(for fact: @escaping @Sendable (Facts) -> Bool) async {
    await withCheckedContinuation { wake in
      let isFact = state.withLock { state in
        if fact(state.facts) { return true }
        state.waiters.append((fact, wake))
        return false
      }
      if isFact { wake.resume() }
    }
  }
}
