import StoreModel
import SyncSimulation
import Testing

@testable import TaskSync

/// What an answer costs while many edits wait does not grow with how many they are.
@Suite struct ManyUnsentTests {
  /// The most that one step came to.
  struct Most: Equatable {
    var looks = 0
    var told = 0
    var tasks = 0
    var requests = 0
    var rowsWritten = 0
  }

  @Test func anAnswerLooksAtAndTellsAsMuchWithTenTimesAsManyWaiting() {
    #expect(Self.sending(300) == Self.sending(30))
  }

  /// Each of many edits made at once is judged by those of its own task, not by all that wait for the disk.
  @Test func acceptingManyEditsLooksAtThoseOfTheSameTaskAlone() {
    #expect(Self.accepting(30) == 30)
    #expect(Self.accepting(300) == 300)
  }

  /// Completes so many tasks and changes their priority before anything is written.
  /// - Returns: how many unwritten edits were looked at.
  private static func accepting(_ count: Int) -> Int? {
    var stand = SyncStand(planner: ModelPlanner(tasksPerList: count))
    stand.begin()
    stand.settle()
    let tasks = Array(stand.screen.keys)
    for task in tasks { stand.give(.edit(.setStatus(.complete), task)) }
    for task in tasks { stand.give(.edit(.setPriority(1), task)) }
    let looks = stand.machine.session?.looksAtUnwritten
    stand.settle()
    #expect(stand.planner.entries.values.allSatisfy { $0.task.percentComplete == 100 && $0.task.priority == 1 })
    return looks.map { $0 * count / max(1, tasks.count) }
  }

  /// Completes so many tasks, takes that back while it is being sent, and lets everything be sent.
  static func sending(_ count: Int) -> Most {
    var stand = SyncStand(planner: ModelPlanner(tasksPerList: count))
    stand.begin()
    stand.settle()
    let tasks = stand.screen.keys.sorted { $0.rawValue < $1.rawValue }
    for task in tasks { stand.give(.edit(.setStatus(.complete), task)) }
    stand.write()
    stand.write()
    #expect(stand.outbox.count == count)
    for _ in 0..<10 { stand.step() }
    for task in tasks.reversed() { stand.give(.edit(.setStatus(.notStarted), task, seen: .percentComplete(100))) }
    stand.write()
    stand.write()
    #expect(stand.outbox.count > 5, "what no server has seen is taken back without it")
    for task in tasks { stand.give(.edit(.setPriority(1), task)) }
    stand.write()
    stand.write()
    var most = Most()
    while !stand.asks.isEmpty || !stand.commits.isEmpty {
      let looks = stand.looks
      let told = stand.events.count
      let commits = stand.commits.count
      stand.step()
      most.looks = max(most.looks, stand.looks - looks)
      most.requests = max(most.requests, stand.asks.count)
      for event in stand.events[told...] {
        if case .outboxChanged(let changed, let removed) = event {
          most.told = max(most.told, changed.count + removed.count)
        }
        if case .tasks(let changed, let removed) = event { most.tasks = max(most.tasks, changed.count + removed.count) }
        if case .outbox = event { Issue.record("told whole") }
      }
      for commit in stand.commits.dropFirst(commits) {
        most.rowsWritten = max(most.rowsWritten, commit.commit.rows.count + commit.commit.removedRows.count)
      }
    }
    #expect(stand.outbox.isEmpty && stand.disk.outbox.isEmpty)
    #expect(stand.planner.entries.values.allSatisfy { $0.task.percentComplete == 0 && $0.task.priority == 1 })
    return most
  }
}

extension SyncStand {
  fileprivate var looks: Int { machine.session?.outbox.looks ?? 0 }

  /// One transaction is written, or one request answered.
  fileprivate mutating func step() {
    if commits.isEmpty { answer() } else { write() }
  }
}

@Suite struct PendingChangesTests {
  /// Told bit by bit, they are what is told whole.
  @Test(arguments: UInt64(1)...20)
  func areTheSameToldBitByBit(_ seed: UInt64) {
    var random = SimulationRandom(seed: seed)
    var whole: [Int64: PendingChange] = [:]
    var changes: PendingChanges = []
    for _ in 0..<200 {
      let changed = (0..<Int.random(in: 0...3, using: &random)).map { _ in Self.change(&random) }
      let removed = (0..<Int.random(in: 0...3, using: &random)).map { _ in Int64.random(in: 1...30, using: &random) }
        .filter { id in !changed.contains { $0.id == id } }
      for change in changed { whole[change.id] = change }
      for id in removed { whole[id] = nil }
      changes.take(changed, removed: removed)
      let expected = whole.values.sorted { $0.id < $1.id }
      #expect(Array(changes) == expected && changes == PendingChanges(expected))
      #expect(changes.stopped == Set(expected.filter(\.state.isStopped).map(\.id)))
      let task = Self.task(&random)
      #expect(changes.of(task) == expected.filter { $0.task == task })
      let id = Int64.random(in: 1...30, using: &random)
      #expect(changes[id: id] == whole[id])
    }
  }

  private static func task(_ random: inout SimulationRandom) -> TaskID {
    TaskID(rawValue: "T\(Int.random(in: 1...5, using: &random))")
  }

  private static func change(_ random: inout SimulationRandom) -> PendingChange {
    let states: [PendingState] = [.notSent, .sending, .unknown, .needsDecision, .refused]
    return PendingChange(
      id: .random(in: 1...30, using: &random), task: task(&random), title: "Sweep", edit: .setPriority(1),
      made: Timestamp(seconds: 0), state: states[Int.random(in: 0..<states.count, using: &random)])
  }
}
