import StoreModel
import Synchronization
import TaskSync

/// What sync reported, and a way to wait for a fact instead of for time.
final class EventLog: Sendable {
  struct Seen: Sendable {
    var tasks: [TaskID: VisibleTask] = [:]
    var details: [TaskID: TaskDetails] = [:]
    var lists: [TaskList] = []
    var outbox: PendingChanges = []
    var people: [UserID: String] = [:]
    var standing = SyncStanding()
    /// Edits that have been in the outbox, and the last that was not taken.
    var accepted: Set<TaskEdit> = []
    var refusal: EditRefusal?

    /// Whether a task has a status, and nothing of it is unsent.
    func isConfirmed(_ task: TaskID, _ status: TaskStatus) -> Bool {
      outbox.isEmpty && tasks[task]?.pending == nil && tasks[task]?.task.status == status
    }
  }

  private struct Waiter {
    let fact: @Sendable (Seen) -> Bool
    let wake: CheckedContinuation<Seen, Never>
  }

  private struct State {
    var seen = Seen()
    var waiters: [Waiter] = []
  }

  private let state = Mutex(State())

  var seen: Seen { state.withLock { $0.seen } }

  func take(_ event: SyncEvent) {
    let (seen, woken) = state.withLock { state in
      switch event {
      case .lists(let lists): state.seen.lists = lists
      case .tasks(let changed, let removed):
        for task in changed { state.seen.tasks[task.id] = task }
        for id in removed { state.seen.tasks[id] = nil }
      case .details(let details): state.seen.details[details.task] = details
      case .people(let names): state.seen.people.merge(names) { $1 }
      case .outbox(let changes):
        state.seen.outbox = PendingChanges(changes)
        state.seen.accepted.formUnion(changes.map(\.edit))
      case .outboxChanged(let changes, let removed):
        state.seen.outbox.take(changes, removed: removed)
        state.seen.accepted.formUnion(changes.map(\.edit))
      case .editRefused(_, _, let refusal): state.seen.refusal = refusal
      case .standing(let standing): state.seen.standing = standing
      case .confirmed, .merged, .identified, .identifiedEarlier, .editLost, .storage: break
      }
      let seen = state.seen
      let woken = state.waiters.filter { $0.fact(seen) }
      state.waiters.removeAll { $0.fact(seen) }
      return (seen, woken)
    }
    for waiter in woken { waiter.wake.resume(returning: seen) }
  }

  /// Suspends until what was seen makes the fact true.
  @discardableResult
  func wait(for fact: @escaping @Sendable (Seen) -> Bool) async -> Seen {
    await withCheckedContinuation { wake in
      let seen: Seen? = state.withLock { state in
        if fact(state.seen) { return state.seen }
        state.waiters.append(Waiter(fact: fact, wake: wake))
        return nil
      }
      if let seen { wake.resume(returning: seen) }
    }
  }
}
