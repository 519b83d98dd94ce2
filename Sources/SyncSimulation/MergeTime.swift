import StoreModel
import TaskSync

/// How long the machine takes to take in what others changed.
public enum MergeTime {
  /// Gives a machine that knows so many tasks an answer in which each of them is another, and times that.
  public static func measure(tasks count: Int) -> Duration {
    let list = TaskList(id: ListID(rawValue: "L"), etag: ETag(rawValue: "l"), title: "List", teamID: "team")
    func task(_ number: Int, _ version: Int) -> ServerTask {
      ServerTask(
        StoreTask(
          id: TaskID(rawValue: "task-number-\(number)-of-many"), etag: ETag(rawValue: "W/\"version-\(version)\""),
          list: list.id, title: "Task \(number), version \(version)", percentComplete: version > 1 ? 50 : 0))
    }
    let profile = StoreProfile(storeNumber: "1", chain: "C", storeName: "S", register: "1", teamID: "team")
    var machine = SyncMachine(profile: profile, random: SimulationRandom(seed: 1))
    let now = Now(instant: .start, wall: SyncWorld.start)
    let worker = Worker(id: PersonID(tenant: "t", object: "w"), username: "w", displayName: "W")
    let known = (0..<count).map { task($0, 1).task }
    let changed = (0..<count).map { task($0, 2) }
    var asks: [(AskID, ServerRequest)] = []
    func keep(_ actions: [SyncAction]) {
      for case .ask(let id, let request) in actions { asks.append((id, request)) }
    }
    keep(machine.handle(.begin(worker, StoreContents(lists: [list], tasks: known)), now: now))
    while let (id, request) = asks.popLast() {
      let answer: ServerAnswer
      switch request {
      case .lists: answer = .lists([list])
      case .tasks:
        let clock = ContinuousClock()
        let start = clock.now
        _ = machine.handle(.answered(id, ServerReply(.tasks(changed))), now: now)
        return clock.now - start
      default: continue
      }
      keep(machine.handle(.answered(id, ServerReply(answer)), now: now))
    }
    return .zero
  }
}
