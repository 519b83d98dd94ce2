import StoreModel
import SyncSimulation
import Testing

@testable import TaskSync

/// A sync machine with a model server and a model disk, moved by hand, and what its events have shown.
struct SyncStand {
  var machine: SyncMachine
  var planner: ModelPlanner
  var disk = StoreContents()
  var diskFault: StoreFault?
  var now = Now(instant: .start, wall: Timestamp(seconds: 1_800_000_000))
  var asks: [(id: AskID, request: ServerRequest)] = []
  var commits: [(id: CommitID, commit: StoreCommit)] = []
  var commitCount = 0
  /// Rows their worker took back before any server could see them.
  var takenBack: Set<Int64> = []
  var renewals = 0
  var wake: Instant?
  var screen: [TaskID: VisibleTask] = [:]
  var details: [TaskID: TaskDetails] = [:]
  var outbox: PendingChanges = []
  var standing = SyncStanding()
  var identified: [TaskID: TaskID] = [:]
  var events: [SyncEvent] = []

  static let worker = Worker(
    id: PersonID(tenant: "tenant", object: "worker"), username: "worker@contoso.example", displayName: "A Worker")

  static let user = UserID(rawValue: "worker")

  init(planner: ModelPlanner = ModelPlanner(), profile: StoreProfile? = nil, settings: SyncSettings = SyncSettings()) {
    self.planner = planner
    machine = SyncMachine(profile: profile, settings: settings, random: SimulationRandom(seed: 1))
  }

  mutating func give(_ input: SyncInput) {
    let written = commits.count
    let confirmed = Set(machine.session?.backlog.removedRows ?? [])
    for action in machine.handle(input, now: now) {
      switch action {
      case .ask(let id, let request): asks.append((id, request))
      case .commit(let id, let commit, _): commits.append((id, commit))
      case .renewToken: renewals += 1
      case .wake(let moment): wake = moment
      case .report(let event): show(event)
      }
    }
    noteTakenBack()
    compareWithMachine()
    if input == .end {
      // What still waits for the disk at the end may take something back too.
      takenBack.formUnion(Set(commits.dropFirst(written).flatMap(\.commit.removedRows)).subtracting(confirmed))
    }
  }

  /// What was told bit by bit is the whole outbox, and what is ready is what looking through all of it finds.
  private func compareWithMachine() {
    guard let session = machine.session else { return }
    #expect(Array(outbox) == session.outbox.shown)
    #expect(outbox.stopped == Set(outbox.filter(\.state.isStopped).map(\.id)))
    #expect(session.outbox.ready == session.outbox.readyRowsOfAll)
    #expect(session.outbox.isBusy == outbox.contains { session.outbox[progress: $0.id]?.isOnItsWay == true })
  }

  /// Rows the worker took back: removed by a transaction that belongs to an edit.
  private mutating func noteTakenBack() {
    for case .drop(let row) in machine.session?.commitOnDisk?.edits.flatMap(\.changes) ?? [] { takenBack.insert(row) }
  }

  private mutating func show(_ event: SyncEvent) {
    events.append(event)
    switch event {
    case .tasks(let changed, let removed):
      for task in changed { screen[task.id] = task }
      for id in removed { screen[id] = nil }
    case .details(let new): details[new.task] = new
    case .outbox(let changes): outbox = PendingChanges(changes)
    case .outboxChanged(let changes, let removed): outbox.take(changes, removed: removed)
    case .identified(let task, let new): identified[task] = new
    case .standing(let new): standing = new
    default: break
    }
  }

  mutating func begin() {
    screen = [:]
    details = [:]
    give(.begin(Self.worker, disk))
  }

  /// Puts the oldest waiting transaction on the model disk, or fails it.
  mutating func write() {
    guard !commits.isEmpty else { return }
    let next = commits.removeFirst()
    if diskFault == nil {
      apply(next.commit)
      commitCount += 1
    }
    give(.committed(next.id, diskFault))
  }

  mutating func apply(_ commit: StoreCommit) {
    disk.lists = commit.lists ?? disk.lists
    let removed = Set(commit.removedTasks)
    let put = Set(commit.tasks.map(\.task.id))
    disk.tasks.removeAll { removed.contains($0.id) || put.contains($0.id) }
    disk.tasks += Dictionary(commit.tasks.map { ($0.task.id, $0.task) }) { $1 }.values
    let putDetails = Set(commit.details.map(\.details.task))
    disk.details.removeAll { removed.contains($0.task) || putDetails.contains($0.task) }
    disk.details += Dictionary(commit.details.map { ($0.details.task, $0.details) }) { $1 }.values
    let rows = Dictionary(commit.rows.map { ($0.id, $0) }) { $1 }
    disk.outbox.removeAll { commit.removedRows.contains($0.id) || rows[$0.id] != nil }
    disk.outbox = (disk.outbox + rows.values).sorted { $0.id < $1.id }
    disk.lastSequence = max(disk.lastSequence, rows.keys.max() ?? 0)
    disk.hold = commit.hold ?? disk.hold
    disk.renamings = disk.renamings.followed(by: commit.renamings)
    for (task, kinds) in commit.locks { disk.locks[task] = kinds.isEmpty ? nil : kinds }
  }

  /// Answers the oldest waiting request from the model, or with what is given.
  mutating func answer(_ answer: ServerAnswer? = nil) {
    guard !asks.isEmpty else { return }
    let next = asks.removeFirst()
    give(.answered(next.id, ServerReply(answer ?? planner.answer(next.request))))
  }

  /// Everything that waits is written and answered, until nothing does.
  mutating func settle() {
    while !asks.isEmpty || !commits.isEmpty {
      if commits.isEmpty { answer() } else { write() }
    }
  }

  /// Time passes to the next moment asked for, as often as given.
  mutating func wait(rounds: Int = 1) {
    for _ in 0..<rounds {
      if let wake { now.advance(to: wake) }
      give(.timer)
      settle()
    }
  }

  func row(_ id: Int64) -> PendingChange? { outbox.first { $0.id == id } }
}

extension Now {
  mutating func advance(to moment: Instant) {
    guard moment > instant else { return }
    wall = wall.advanced(by: instant.duration(to: moment))
    instant = moment
  }
}

extension Outbox {
  /// The rows that are ready, found by looking through all.
  fileprivate var readyRowsOfAll: [Int64] {
    var busy: Set<TaskID> = []
    var before: [TaskID: [TaskField]] = [:]
    var ready: [Int64] = []
    for id in order {
      guard let row = self[id], let progress = self[progress: id] else { continue }
      let field = row.edit.field
      let isFirst = before[row.task]?.contains(where: field.overlaps) != true
      before[row.task, default: []].append(field)
      guard !busy.contains(row.task) else { continue }
      if progress.isReading || progress.phase == .sending {
        busy.insert(row.task)
      } else if isFirst, row.stop == nil {
        ready.append(id)
        busy.insert(row.task)
      }
    }
    return ready
  }
}
