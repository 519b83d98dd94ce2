import StoreModel
import TaskSync
import Terminal
import Testing

@testable import Workspace

/// Whatever sync tells, in whatever order: the worker stays on the task they had selected for as long as it is among the
/// rows, and on a neighbour of it after that; nothing they had chosen jumps.
@Suite struct PositionPropertyTests {
  @Test(arguments: 0..<60) func theSelectionSurvivesEverySync(seed: UInt64) throws {
    var random = Seeded(seed)
    var state = SampleShift.started(size: seed % 3 == 0 ? Size(columns: 200, rows: 50) : .smallest)
    var known = Dictionary(uniqueKeysWithValues: SampleShift.tasks.map { ($0.id, $0.task) })
    for step in 0..<120 {
      if step % 5 == 0 { Self.move(&state, &random) }
      guard let before = state.shift, !before.board.showsLists else { continue }
      let rows = before.board.agenda.ids
      let (changed, removed) = Self.news(&known, &random)
      state.sync(.tasks(changed: changed.map { VisibleTask(task: $0) }, removed: removed))
      let after = try #require(state.shift)
      let left = Set(after.board.agenda.ids)
      guard let selected = before.board.selected else { continue }
      if left.contains(selected) {
        #expect(after.board.selected == selected, "seed \(seed), step \(step)")
      } else if !left.isEmpty {
        let now = try #require(after.board.selected)
        #expect(left.contains(now), "seed \(seed), step \(step)")
        let row = rows.firstIndex(of: selected) ?? 0
        #expect(after.board.row == min(row, left.count - 1), "seed \(seed), step \(step)")
      }
      #expect(
        after.board.agenda.isEmpty || after.board.agenda[after.board.row].id == after.board.selected)
      #expect(state.rows.count { $0.contains(">") } > 0 || left.isEmpty, "seed \(seed), step \(step)")
    }
  }

  private static func move(_ state: inout AppState, _ random: inout Seeded) {
    let keys = ["Down", "Up", "1", "2", "3", "x", "End", "Home", "PageDown"]
    state.work(keys[random.below(keys.count)])
    if random.below(8) == 0 {
      state.work("o")
      state.work(["1", "2", "3", "4", "5"][random.below(5)])
    }
  }

  /// A few tasks changed in any way, some new, some gone.
  private static func news(
    _ known: inout [TaskID: StoreTask], _ random: inout Seeded
  ) -> (changed: [StoreTask], removed: [TaskID]) {
    var changed: [StoreTask] = []
    var removed: [TaskID] = []
    for _ in 0...random.below(4) {
      let ids = known.keys.sorted { $0.rawValue < $1.rawValue }
      switch random.below(8) {
      case 0:
        let task = SampleShift.task("n\(random.below(1_000_000))", "New \(random.below(99))", hours: random.below(60))
          .task
        known[task.id] = task
        changed.append(task)
      case 1 where ids.count > 3:
        let id = ids[random.below(ids.count)]
        guard !changed.contains(where: { $0.id == id }) else { continue }
        known[id] = nil
        removed.append(id)
      default:
        let id = ids[random.below(ids.count)]
        guard var task = known[id] else { continue }
        switch random.below(5) {
        case 0: task.percentComplete = [0, 50, 100][random.below(3)]
        case 1: task.due = AppState.morning.wall.advanced(by: .seconds((random.below(200) - 50) * 3600))
        case 2: task.title = String(task.title.reversed())
        case 3: task.assignees = random.below(2) == 0 ? [] : [UserID(rawValue: "mei")]
        default: task.list = SampleShift.lists[random.below(3)].id
        }
        known[id] = task
        changed.removeAll { $0.id == id }
        changed.append(task)
      }
    }
    return (changed.filter { !removed.contains($0.id) }, removed)
  }
}

/// The same numbers for the same seed (xorshift).
struct Seeded {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func below(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(limit))
  }
}
