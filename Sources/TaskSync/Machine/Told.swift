import StoreModel

/// What is to be told at the end of a step, gathered so that each thing is told once.
struct Told: Sendable {
  private var changed: [TaskID] = []
  private var changedSet: Set<TaskID> = []
  var details: [TaskID] = []
  var lists = false
  /// Whether the outbox is to be told whole.
  var outbox = false
  var people: [UserID: String] = [:]
  var identified: [SyncEvent] = []
  var others: [SyncEvent] = []
  var lastStanding: SyncStanding?

  /// A task that may look different now, or be gone.
  mutating func change(_ id: TaskID) {
    if changedSet.insert(id).inserted { changed.append(id) }
  }

  mutating func takeChanged() -> [TaskID] {
    defer {
      changed = []
      changedSet = []
    }
    return changed
  }
}

extension SyncSession {
  mutating func tell(_ event: SyncEvent) { told.others.append(event) }

  /// A row was added, changed or removed.
  mutating func touch(_ row: OutboxRow) {
    told.change(row.task)
    if row.edit.isOnDetails, !told.details.contains(row.task) { told.details.append(row.task) }
  }

  /// The events of this step, in the order in which a front end can take them in.
  mutating func takeEvents() -> [SyncEvent] {
    var events: [SyncEvent] = []
    events.append(contentsOf: told.identified)
    if told.lists { events.append(.lists(replica.lists)) }
    if !told.people.isEmpty { events.append(.people(told.people)) }
    let changed = told.takeChanged()
    if !changed.isEmpty {
      var seen: [VisibleTask] = []
      var removed: [TaskID] = []
      seen.reserveCapacity(changed.count)
      for id in changed {
        if let task = visible(id) { seen.append(task) } else { removed.append(id) }
      }
      events.append(.tasks(changed: seen, removed: removed))
    }
    events.append(contentsOf: told.details.compactMap { visibleDetails($0).map(SyncEvent.details) })
    let changes = outbox.takeChanges()
    if told.outbox {
      events.append(.outbox(outbox.shown))
    } else if let changes {
      events.append(.outboxChanged(changes.changed, removed: changes.removed))
    }
    events.append(contentsOf: told.others)
    if told.lastStanding != standing { events.append(.standing(standing)) }
    told = Told()
    told.lastStanding = standing
    return events
  }
}
