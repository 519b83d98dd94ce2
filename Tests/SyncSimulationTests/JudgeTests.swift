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
    try ledger.put(key, row, by: [act])
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

  /// A worker's edit of the task, by a row number, accepted on what was there first.
  private func accept(
    _ edit: TaskEdit, _ number: Int64 = 1, on value: EditBase.Value, seen: FieldValue, _ ledger: inout Ledger
  ) throws -> OutboxRow {
    let etag = ETag(rawValue: edit.isOnDetails ? "D1" : "T1")
    let row = OutboxRow(
      id: number, task: id, list: state.task.list, title: "Task", edit: edit, base: EditBase(etag: etag, value: value),
      made: SyncWorld.start)
    var act = Act(
      edit: edit, task: id, taskEtag: ETag(rawValue: "T1"), detailsEtag: ETag(rawValue: "D1"), value: seen,
      seen: state.task, title: .text("a"), tick: .flag(false))
    act.names = [id]
    try ledger.put(Deed.Key(till: 0, worker: 0, row: number), row, by: [act])
    return row
  }

  private func change(_ row: OutboxRow) -> PendingChange {
    PendingChange(
      id: row.id, task: id, title: "Task", edit: row.edit, before: row.base.value, made: row.made, state: .notSent,
      trouble: nil)
  }

  /// The server does what a row asks for.
  private func does(_ request: ServerRequest, _ ledger: inout Ledger) throws {
    let author = Author(till: 0, worker: 0, row: 1)
    let call = ServerCall(author: author, user: user, request: request, fate: .clean, moment: SyncWorld.start)
    try ledger.done(call, CallOutcome(reply: ServerReply(.done), isDone: true, task: id, state: state))
  }

  /// A worker takes the first of two lines out of a note; others leave it as given, and the terminal calls it confirmed.
  private func takesALineOut(others left: String) throws {
    var (before, after) = (state, state)
    before.details.note = "#one\n#two"
    after.details.note = left
    after.details.etag = ETag(rawValue: "D2")
    var ledger = Ledger(users: [user])
    ledger.history.note(id, before, by: Author())
    let note = before.details.note
    let row = try accept(.setNote("#two"), on: .text(note), seen: .text(note), &ledger)
    ledger.history.note(id, after, by: Author())
    try ledger.confirmed(key, change(row))
  }

  @Test func aLineThatOthersTookOutWithMoreIsOut() throws {
    try takesALineOut(others: "")
  }

  @Test func aLineThatOthersLeftIsNotOut() {
    #expect(throws: Violation.self) { try takesALineOut(others: "#one") }
  }

  /// A worker ticks an item; others tick it and take it away, and it is added once more, or it is still theirs.
  private func ticks(_ isAddedAnew: Bool) throws {
    var ledger = Ledger(users: [user])
    ledger.history.note(id, state, by: Author())
    let base = EditBase.Value.item(title: "a", isChecked: false)
    _ = try accept(.check(item: "a", isChecked: true), on: base, seen: .flag(false), &ledger)
    var (ticked, removed) = (state, state)
    ticked.details.checklist[0].isChecked = true
    removed.details.checklist.removeFirst()
    for next in isAddedAnew ? [ticked, removed, state] : [ticked, state] {
      ledger.history.note(id, next, by: Author())
    }
    try does(.write(id, .ticked(item: "a", true), seen: ETag(rawValue: "D1")), &ledger)
  }

  @Test func whatWasDoneToAnItemBeforeItWasAddedAnewIsGone() throws {
    try ticks(true)
    #expect(throws: Violation.self) { try ticks(false) }
  }

  /// A worker deletes a task of one title; a card shows another; what is deleted has the title given.
  private func deletes(_ title: String) throws {
    var ledger = Ledger(users: [user])
    ledger.history.note(id, state, by: Author())
    let row = try accept(.delete, on: .task(state.task), seen: .flag(true), &ledger)
    for (number, title) in ["shown", title].enumerated() {
      var next = state
      next.task.title = title
      next.task.etag = ETag(rawValue: "T\(number + 2)")
      ledger.history.note(id, next, by: Author())
      if number == 0 { try ledger.decided(key, change(row), seeing: .flag(true), next.task) }
    }
    try does(.delete(id, seen: ETag(rawValue: "T3")), &ledger)
  }

  /// A decision that was lost with the power leaves what was seen before it.
  @Test func whoeverDeletesHasSeenTheTaskAtFirstAndOnTheCard() throws {
    try deletes("Task")
    try deletes("shown")
    #expect(throws: Violation.self) { try deletes("of others") }
  }

  /// A worker does the same twice before anything is written, and deletes the task they have just made.
  @Test func onlyWhatTakesBackAllOfItIsWhatATransactionIsAbout() throws {
    var ledger = Ledger(users: [user])
    let new = NewTask(list: state.task.list, title: "Task")
    var made = Act(edit: .create(new), task: id, value: .absent)
    made.names = [id]
    let creation = OutboxRow(
      id: 1, task: id, list: new.list, title: "Task", edit: .create(new),
      base: EditBase(etag: ETag(rawValue: ""), value: .nothing), made: SyncWorld.start)
    try ledger.put(key, creation, by: [made])
    _ = try accept(.setPriority(1), 2, on: .number(1), seen: .number(1), &ledger)
    let all = StoreCommit(removedRows: [1, 2])
    for (edit, isIt) in [(TaskEdit.setPriority(1), false), (.delete, true)] {
      var act = Act(edit: edit, task: id, value: .absent)
      act.names = [id]
      #expect(ledger.isAbout(act, all, till: 0, worker: 0) == isIt)
    }
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
