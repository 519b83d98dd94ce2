import StoreModel
import TaskSync
import Testing

@testable import SyncSimulation

/// What the judge of the simulation lets pass, and what not.
@Suite struct JudgeTests {
  private let id = TaskID(rawValue: "P1")
  private let user = UserID(rawValue: "worker")
  private let key = Deed.Key(till: 0, worker: 0, row: 1)

  private var state: ServerState {
    let items = ["a", "b"].map { TaskDetails.ChecklistItem(id: $0, title: $0, isChecked: false, orderHint: $0) }
    return ServerState(
      task: StoreTask(id: id, etag: ETag(rawValue: "T1"), list: ListID(rawValue: "L"), title: "Task"),
      details: TaskDetails(task: id, etag: ETag(rawValue: "D1"), checklist: items))
  }

  /// A worker moves an item to the top, and the terminal calls it confirmed although nothing was sent.
  private func movesToTheTop(_ item: String) throws {
    var ledger = Ledger(users: [user])
    ledger.history.note(id, state, by: Author())
    let edit = TaskEdit.moveItem(id: item, after: nil)
    let base = EditBase(etag: ETag(rawValue: "D1"), value: .place(after: "b"))
    let row = OutboxRow(
      id: 1, task: id, list: state.task.list, title: "Task", edit: edit, base: base, made: SyncWorld.start)
    var act = Act(
      edit: edit, task: id, detailsEtag: ETag(rawValue: "D1"), value: .key("b"), seen: state.task)
    act.names = [id]
    try ledger.put(key, row, by: act)
    let change = PendingChange(
      id: 1, task: id, title: "Task", edit: edit, before: base.value, made: row.made, state: .notSent, trouble: nil)
    try ledger.confirmed(key, change)
  }

  /// An edit before it, that would have moved the item away, came to nothing.
  @Test func aPlaceThatWasAlwaysAsWantedIsConfirmed() throws {
    try movesToTheTop("a")
  }

  @Test func aPlaceThatNobodyGaveAnItemIsNotConfirmed() {
    #expect(throws: Violation.self) { try movesToTheTop("b") }
  }

  @Test func whatWasAskedForUnderAnEarlierNameIsExpected() {
    let local = TaskID.local("k1")
    let machine = SyncMachine(profile: nil, random: SimulationRandom(seed: 1))
    var till = Till(number: 0, workers: 1, machine: machine)
    till.show(.tasks(changed: [VisibleTask(task: state.task)], removed: []))
    till.waitingActs = [Act(edit: .setStatus(.inProgress), task: local, value: .number(0))]
    till.show(.identified(local, as: id))
    #expect(till.seen(.setStatus(.complete), id).expected == [.setStatus(.inProgress)])
  }
}
