import StoreModel
import SyncSimulation
import Testing

@testable import TaskSync

/// Seeded walks through everything that can happen, in any order; a failure names its seed.
@Suite struct RandomWalkTests {
  @Test(arguments: 0..<60)
  func whatIsSeenIsTheServersStatePlusTheOutbox(_ seed: UInt64) {
    var walk = Walk(seed: seed)
    for step in 0..<200 {
      walk.step()
      let problem = walk.problem
      #expect(problem == nil, "seed \(seed) step \(step): \(problem ?? "")")
      if problem != nil { return }
    }
    walk.rest()
    #expect(walk.problemAtRest == nil, "seed \(seed) at rest: \(walk.problemAtRest ?? "")")
  }
}

private struct Walk {
  var stand = SyncStand(planner: ModelPlanner(lists: 2, tasksPerList: 3))
  var random: SimulationRandom
  /// Changes that reached the disk, and those that left it in a way that may be.
  var accepted: Set<Int64> = []
  var left: Set<Int64> = []
  /// Tasks made so far.
  var made = 0

  init(seed: UInt64) {
    random = SimulationRandom(seed: seed)
    stand.begin()
  }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  /// Any task on the screen, those made here among them, or one that may be gone.
  mutating func task() -> TaskID {
    let shown = stand.screen.keys.sorted { $0.rawValue < $1.rawValue }
    return chance(90) ? shown.randomElement(using: &random) ?? planned() : planned()
  }

  mutating func planned() -> TaskID {
    TaskID(rawValue: "L\(Int.random(in: 0..<2, using: &random))T\(Int.random(in: 0..<3, using: &random))")
  }

  /// What somebody does elsewhere.
  mutating func elsewhere() {
    let task = stand.planner.entries.keys.sorted { $0.rawValue < $1.rawValue }.randomElement(using: &random)
    guard let task else { return }
    if chance(2) {
      stand.planner.entries[task] = nil
    } else {
      stand.planner.write(
        task,
        [
          .title("theirs \(Int.random(in: 0..<3, using: &random))"), .priority(chance(50) ? 1 : 9),
          .note("one\ntheirs \(Int.random(in: 0..<3, using: &random))"), .note("theirs\none"),
          .assigned(EditKindTests.colleague, chance(50)), .itemTitle(item: "a", chance(50) ? "item a" : "other"),
          .noItem("b"), .newItem("b", title: "item b", isChecked: false, orderHint: "a !"),
          .category("category1", chance(50)),
          .due(chance(50) ? nil : EditKindTests.moment),
        ].randomElement(using: &random) ?? .priority(5))
    }
  }

  mutating func step() {
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<18: edit()
    case 18..<24: stand.planner.set(planned(), percent: [0, 50, 100].randomElement(using: &random) ?? 0)
    case 24..<28: stand.planner.check(planned(), chance(50) ? "a" : "b", chance(50))
    case 28..<34: elsewhere()
    case 34..<72: deliver()
    case 72..<86: write()
    case 86..<92: tick()
    case 92..<94: stand.give(.syncNow)
    case 94..<96: stand.give(.loadDetails(task()))
    case 96..<98: decide()
    default: crashOrLock()
    }
    note()
  }

  mutating func edit() {
    let status = TaskStatus.allCases.randomElement(using: &random) ?? .complete
    let item = ["a", "b", "n1", "n2"].randomElement(using: &random) ?? "a"
    let number = Int.random(in: 0..<4, using: &random)
    switch Int.random(in: 0..<20, using: &random) {
    case 0..<6: give(.setStatus(status))
    case 6..<9: give(.check(item: item, isChecked: chance(50)))
    case 9: give(.addItem(id: item, title: "item \(item)"))
    case 10: give(chance(50) ? .renameItem(id: item, title: "mine \(number)") : .removeItem(id: item))
    case 11: give(.moveItem(id: item, after: chance(50) ? nil : "a"))
    case 12: give(.setNote("one\nmine \(number)"))
    case 13: give(.setTitle("mine \(number)"))
    case 14: give(chance(50) ? .setPriority(number) : .setDue(Timestamp(seconds: Int64(number))))
    case 15: give(chance(50) ? .assign(EditKindTests.colleague) : .unassign(EditKindTests.colleague))
    case 16: give(.setCategory("category1", applies: chance(50)))
    case 17: if chance(30) { give(.delete) }
    default:
      made += 1
      let list = ListID(rawValue: chance(50) ? "L0" : "L1")
      stand.give(
        .edit(.create(NewTask(list: list, title: "New \(made)", note: chance(50) ? "n" : "")), .local("k\(made)")))
    }
  }

  mutating func give(_ edit: TaskEdit) { stand.give(.edit(edit, task())) }

  /// Any waiting request is answered, truly or with a fault, before or after it was done.
  mutating func deliver() {
    guard !stand.asks.isEmpty else { return }
    let ask = stand.asks.remove(at: Int.random(in: 0..<stand.asks.count, using: &random))
    let faults: [ServerFailure] = [
      .offline, .unknownOutcome, .tokenRejected, .throttled(wait: .seconds(5)), .throttled(wait: nil),
      .serverTrouble(status: 503), .unreadable,
    ]
    var answer = ServerAnswer.failed(faults.randomElement(using: &random) ?? .offline)
    if chance(75) {
      answer = stand.planner.answer(ask.request)
    } else if case .failed(let failure) = answer, [.unknownOutcome, .unreadable].contains(failure), chance(50) {
      _ = stand.planner.answer(ask.request)
    }
    stand.give(.answered(ask.id, ServerReply(answer)))
    if stand.renewals > 0 {
      stand.renewals = 0
      stand.give(.renewed(chance(80) ? .renewed : .unreachable))
    }
  }

  mutating func write() {
    stand.diskFault = chance(10) ? .diskFull : nil
    stand.write()
    stand.diskFault = nil
  }

  mutating func tick() {
    if let wake = stand.wake { stand.now.advance(to: wake) }
    stand.give(.timer)
  }

  mutating func decide() {
    guard let change = stand.outbox.randomElement(using: &random) else { return }
    let decision: ChangeDecision = [.mine, .theirs, .retry, .both(heading: "")].randomElement(using: &random) ?? .mine
    if decision == .theirs, [.needsDecision, .refused].contains(change.state) {
      left.insert(change.id)
      // What hangs on a task that is given up goes with it.
      if case .create = change.edit { left.formUnion(stand.outbox.filter { $0.task == change.task }.map(\.id)) }
    }
    stand.give(.decide(change.id, decision))
  }

  mutating func crashOrLock() {
    if chance(50) {
      stand.give(.end)
      while !stand.commits.isEmpty { stand.write() }
    } else {
      stand.commits = []
    }
    note()
    stand.asks = []
    stand.machine = SyncMachine(profile: nil, random: SimulationRandom(seed: random.next()))
    stand.begin()
  }

  /// Keeps book of what was accepted and how it left.
  mutating func note() {
    accepted.formUnion(stand.disk.outbox.map(\.id))
    for event in stand.events { if case .confirmed(let change) = event { left.insert(change.id) } }
    stand.events = []
  }

  /// What is wrong with the screen, if anything.
  var problem: String? {
    guard let session = stand.machine.session else { return nil }
    for id in Set(session.replica.tasks.keys).union(stand.screen.keys) where session.visible(id) != stand.screen[id] {
      return
        "\(id.rawValue) shows \(String(describing: stand.screen[id])), is \(String(describing: session.visible(id)))"
    }
    if session.outbox.shown != Array(stand.outbox) { return "outbox shows \(stand.outbox), is \(session.outbox.shown)" }
    return nil
  }

  /// Faults stop: everything is sent, or waits for its owner.
  mutating func rest() {
    for _ in 0..<60 {
      stand.settle()
      if stand.renewals > 0 {
        stand.renewals = 0
        stand.give(.renewed(.renewed))
      }
      tick()
      note()
    }
    stand.settle()
    note()
  }

  var problemAtRest: String? {
    if let problem { return problem }
    if let moving = stand.outbox.first(where: { $0.state < .needsDecision }) {
      let isBehindStopped = stand.outbox.contains {
        $0.task == moving.task && $0.state >= .needsDecision && $0.id < moving.id
      }
      if !isBehindStopped { return "never sent: \(moving)" }
    }
    if stand.disk.outbox.map(\.id) != stand.outbox.map(\.id) {
      return "disk has \(stand.disk.outbox), shown \(stand.outbox)"
    }
    let names = stand.planner.entries.values.map(\.task.title).filter { $0.hasPrefix("New ") }
    if Set(names).count != names.count { return "made twice: \(names.sorted())" }
    for (id, entry) in stand.planner.entries
    where stand.machine.session?.replica.tasks[id]?.percentComplete != entry.task.percentComplete {
      return "\(id.rawValue) is not what the server has"
    }
    let rest = Set(stand.disk.outbox.map(\.id))
    let undone = accepted.subtracting(left).subtracting(rest)
    return undone.subtracting(rewritten).isEmpty ? nil : "lost: \(undone)"
  }

  /// Changes that their worker took back before any server could see them.
  var rewritten: Set<Int64> { stand.takenBack }
}
