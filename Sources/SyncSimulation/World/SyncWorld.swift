import StoreModel
import TaskSync

/// Three terminals, three workers, one web user and a network, all moved by one seed. The machines are the real ones.
///
/// A step gives one input to one machine, or lets the network, a disk or the web user do one thing. A step that needs the
/// server hands out a `ServerCall`; its outcome is given to `finish` before the next step.
public struct SyncWorld: Sendable {
  static let tillCount = 3
  static let start = Timestamp(seconds: 1_790_000_000)

  var random: SimulationRandom
  var tills: [Till] = []
  var messages: [Message] = []
  var ledger: Ledger
  var now = Instant.start
  /// How many of a hundred requests go wrong just now.
  var weather = 0
  var isCalm = false
  var isPatient = false
  var numberOfActs = 0
  let scene: Scene
  /// The message a call belongs to; nil when the web user asks.
  var calling: Message?
  /// Inputs handled by machines, and things done by network, disks and the web user.
  public internal(set) var steps = 0
  /// Edits accepted so far.
  public var accepted: Int { ledger.accepted }
  /// What happened, if it is written down.
  public internal(set) var trace: [String]?

  /// A world at its start. Every terminal's clock is wrong by `skew`, in turn to both sides.
  public init(seed: UInt64, scene: Scene, skew: Duration = .zero, isTraced: Bool = false) {
    random = SimulationRandom(seed: seed)
    trace = isTraced ? [] : nil
    self.scene = scene
    ledger = Ledger(users: scene.workers.map { UserID(rawValue: $0.id.object) })
    for number in 0..<Self.tillCount {
      let machine = SyncMachine(profile: scene.profile, random: SimulationRandom(seed: random.next()))
      var till = Till(number: number, workers: scene.workers.count, machine: machine)
      till.wallOffset = skew * (number == 1 ? -1 : 1)
      tills.append(till)
    }
    for state in scene.states {
      ledger.history.note(state.task.id, state, by: Author())
    }
  }

  /// The clocks of a terminal.
  func clocks(_ till: Till) -> Now {
    Now(instant: now, wall: serverTime.advanced(by: till.wallOffset))
  }

  var serverTime: Timestamp { Self.start.advanced(by: now.sinceStart) }

  /// Writes down what happens.
  mutating func say(_ line: @autoclosure () -> String) {
    guard trace != nil else { return }
    trace?.append("\(steps) \(now.sinceStart.components.seconds)s \(line())")
  }

  /// Gives an input to a machine and carries out what it wants.
  mutating func give(_ input: SyncInput, to number: Int) throws(Violation) {
    say("till \(number) ← \(input.brief)")
    let isDiskBusy = !tills[number].disk.waiting.isEmpty
    let actions = tills[number].machine.handle(input, now: clocks(tills[number]))
    var asked: [(AskID, ServerRequest)] = []
    for action in actions {
      switch action {
      case .ask(let id, let request): asked.append((id, request))
      case .commit(let id, let commit, let person):
        try queue(id, commit, person, at: number, isLast: input == .end)
      case .renewToken: tills[number].renewals += 1
      case .wake(let moment): tills[number].wake = moment
      case .report(let event): try report(event, at: number)
      }
    }
    for (id, request) in asked { try send(id, request, from: number) }
    tills[number].settleActs(after: input, wasDiskBusy: isDiskBusy)
  }

  private mutating func queue(
    _ id: CommitID, _ commit: StoreCommit, _ person: PersonID, at number: Int, isLast: Bool
  ) throws(Violation) {
    guard let worker = scene.workers.firstIndex(where: { $0.id == person }), worker == tills[number].worker
    else { throw Violation(.ownName, "a transaction for \(person.object) while \(tills[number].worker ?? -1) works") }
    var next = ModelDisk.Waiting(id: id, commit: commit, worker: worker, isLast: isLast)
    if !isLast { next.acts = takeActs(of: next, at: number) }
    tills[number].disk.waiting.append(next)
  }

  /// What a worker did that a transaction is about.
  mutating func takeActs(of next: ModelDisk.Waiting, at number: Int) -> [Act] {
    tills[number].takeActs { ledger.isAbout($0, next.commit, till: number, worker: next.worker) }
  }

  private mutating func report(_ event: SyncEvent, at number: Int) throws(Violation) {
    say("till \(number) → \(event.brief)")
    tills[number].show(event)
    guard let worker = tills[number].worker else { return }
    switch event {
    case .outbox(let changes), .outboxChanged(let changes, _):
      for change in changes where tills[number].disk.copies[worker].rows[change.id] == nil {
        throw Violation(.diskFirst, "till \(number) shows \(change.edit) as accepted; it is not on the disk")
      }
    case .confirmed(let change): try ledger.confirmed(tills[number].key(change.id, of: worker), change)
    case .identified(let old, let new):
      // What was read in an earlier session is known from the disk.
      let onDisk = tills[number].disk.copies[worker].tasks[new]?.task.etag
      if let etag = tills[number].told[new] ?? onDisk {
        ledger.identified(old, as: new, etag, till: number, worker: worker)
      }
    default: break
    }
  }

  private mutating func send(_ id: AskID, _ request: ServerRequest, from number: Int) throws(Violation) {
    guard let worker = tills[number].worker else { throw Violation(.ownName, "\(request) with nobody signed in") }
    say("till \(number) ⇢ \(request.brief)")
    if let hold = tills[number].holdUntil, now < hold {
      throw Violation(
        .holds, "till \(number) asks \(request.brief) \(now.duration(to: hold)) before the server's hold is over")
    }
    if case .teams = request {
      tills[number].teamsAllowed -= 1
      if tills[number].teamsAllowed < 0 { throw Violation(.termsOfUse, "till \(number) asks for teams again") }
    }
    var author = Author(till: number, worker: worker)
    if request.isWrite { author.row = try row(of: request, at: number, worker) }
    messages.append(
      Message(
        till: number, process: tills[number].process, session: tills[number].session, id: id, author: author,
        request: request))
  }

  /// The row that a write carries out: it is on the disk, and so is what its task will be recognised by.
  private mutating func row(of request: ServerRequest, at number: Int, _ worker: Int) throws(Violation) -> Int64 {
    let till = tills[number]
    let change = till.outbox.first {
      $0.state == .sending && !till.onTheWay.contains($0.id) && $0.edit.isCarriedOut(by: request)
        && (request.task ?? $0.task) == $0.task
    }
    guard let change else {
      throw Violation(.ownName, "\(request) of till \(number) carries out no edit of worker \(worker)")
    }
    guard let onDisk = till.disk.copies[worker].rows[change.id] else {
      throw Violation(.diskFirst, "\(request) leaves till \(number) and is not on the disk")
    }
    if let earlier = till.outbox.first(where: {
      $0.id < change.id && $0.task == change.task && $0.edit.comesBefore(change.edit)
    }) {
      throw Violation(.keptEdits, "\(request) leaves till \(number) before \(earlier.edit) that it stands on")
    }
    // After a power cut the row goes on as the disk has it.
    guard onDisk.edit == change.edit, request.seen == nil || request.seen == onDisk.base.etag else {
      throw Violation(
        .diskFirst, "\(request) leaves till \(number); the disk has \(onDisk.edit) on \(onDisk.base.etag)")
    }
    if case .create = request, onDisk.attempt == nil {
      throw Violation(
        .madeOnce, "\(change.title) leaves till \(number), and nothing on the disk says how to find it again")
    }
    tills[number].onTheWay.insert(change.id)
    ledger.leaves(till.key(change.id, of: worker), now: now)
    return change.id
  }
}
