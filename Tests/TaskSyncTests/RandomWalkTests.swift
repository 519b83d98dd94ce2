import StoreModel
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
  var random: WalkRandom
  /// Changes that reached the disk, and those that left it in a way that may be.
  var accepted: Set<Int64> = []
  var left: Set<Int64> = []

  init(seed: UInt64) {
    random = WalkRandom(seed: seed)
    stand.begin()
  }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  mutating func task() -> TaskID {
    TaskID(rawValue: "L\(Int.random(in: 0..<2, using: &random))T\(Int.random(in: 0..<3, using: &random))")
  }

  mutating func step() {
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<18: edit()
    case 18..<28: stand.planner.set(task(), percent: [0, 50, 100].randomElement(using: &random) ?? 0)
    case 28..<34: stand.planner.check(task(), chance(50) ? "a" : "b", chance(50))
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
    if chance(60) {
      stand.give(.edit(.setStatus(status), task()))
    } else {
      stand.give(.edit(.check(item: chance(50) ? "a" : "b", isChecked: chance(50)), task()))
    }
  }

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
    let decision: ChangeDecision = [.mine, .theirs, .retry].randomElement(using: &random) ?? .mine
    if decision == .theirs, [.needsDecision, .refused].contains(change.state) { left.insert(change.id) }
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
    stand.machine = SyncMachine(profile: nil, random: WalkRandom(seed: random.next()))
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
    if session.outbox.shown != stand.outbox { return "outbox shows \(stand.outbox), is \(session.outbox.shown)" }
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
