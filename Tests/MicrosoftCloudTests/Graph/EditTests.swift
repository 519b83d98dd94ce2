import PracticeCloud
import StoreModel
import TaskSync
import Testing

@testable import MicrosoftCloud

/// Every kind of edit on the wire, judged by a practice cloud that is as strict as Planner about types and hints.
@Suite(.timeLimit(.minutes(1))) struct EditTests {
  private func client(_ stand: ShiftStand) -> GraphClient {
    GraphClient(
      base: "https://practice.example/v1.0", transport: stand.cloud, authorization: stand.tokens, clock: stand.clock)
  }

  private func task(_ title: String, _ log: EventLog) throws -> StoreTask {
    try #require(log.seen.tasks.values.first { $0.task.title == title }).task
  }

  private func act(_ engine: SyncEngine, _ log: EventLog, _ edits: [TaskEdit], _ task: TaskID) async throws {
    for edit in edits {
      await engine.edit(edit, task: task)
      let seen = await log.wait { $0.refusal != nil || $0.accepted.contains(edit) }
      #expect(seen.refusal == nil)
    }
    let seen = await log.wait { $0.outbox.allSatisfy { $0.trouble != nil } }
    #expect(seen.outbox.map(\.trouble) == [])
  }

  @Test func fieldsOfATask() async throws {
    let stand = try await ShiftStand()
    let (engine, log) = try await stand.synced()
    let task = try task("Count the till float", log)
    let bucket = log.seen.lists.first { $0.id == task.list }?.buckets.last { $0.id != task.bucketID }?.id
    let colleague = try #require(
      log.seen.tasks.values.flatMap(\.task.assignees).first { !task.assignees.contains($0) })
    let due = Timestamp(seconds: 1_900_000_000)
    try await act(
      engine, log,
      [
        .setTitle("Count it \"twice\""), .setDue(due), .setStart(due.advanced(by: .seconds(-60))), .setPriority(1),
        .moveToBucket(bucket), .assign(colleague), .setCategory("category3", applies: true), .setStatus(.complete),
      ], task.id)
    guard case .task(let server) = await client(stand).answer(.task(task.id)).answer else {
      Issue.record("the task cannot be read")
      return
    }
    #expect(server.task.title == "Count it \"twice\"" && server.task.due == due && server.task.priority == 1)
    #expect(server.task.start == due.advanced(by: .seconds(-60)) && server.task.bucketID == bucket)
    #expect(server.task.assignees.contains(colleague) && server.task.categories == ["category3"])
    try await act(
      engine, log,
      [.setDue(nil), .unassign(colleague), .setCategory("category3", applies: false), .moveToBucket(nil)], task.id)
    guard case .task(let after) = await client(stand).answer(.task(task.id)).answer else {
      Issue.record("the task cannot be read")
      return
    }
    #expect(after.task.due == nil && !after.task.assignees.contains(colleague))
    #expect(after.task.categories == [] && after.task.bucketID == nil)
    await engine.end()
  }

  @Test func noteAndChecklist() async throws {
    let stand = try await ShiftStand()
    let (engine, log) = try await stand.synced()
    let task = try task("Count the till float", log)
    await engine.loadDetails(task.id)
    let before = try #require(await log.wait { $0.details[task.id] != nil }.details[task.id])
    let new = "0f8fad5b-d9cb-469f-a165-70867728950e"
    let first = try #require(before.checklist.first)
    let last = try #require(before.checklist.last)
    try await act(
      engine, log,
      [
        .setNote("two lines\nof it"), .addItem(id: new, title: "weigh the coins"), .check(item: new, isChecked: true),
        .renameItem(id: first.id, title: "count the notes"), .moveItem(id: new, after: nil), .removeItem(id: last.id),
      ], task.id)
    guard case .details(let server) = await client(stand).answer(.details(task.id)).answer else {
      Issue.record("the details cannot be read")
      return
    }
    #expect(server.details.note == "two lines\nof it")
    #expect(server.details.checklist.map(\.id) == [new] + before.checklist.dropLast().map(\.id))
    #expect(server.details.checklist.first?.isChecked == true)
    #expect(server.details.checklist.first { $0.id == first.id }?.title == "count the notes")
    await engine.end()
  }

  @Test func aTaskIsMadeAndDeleted() async throws {
    let stand = try await ShiftStand()
    let (engine, log) = try await stand.synced()
    let list = try task("Count the till float", log).list
    let item = TaskDetails.ChecklistItem(id: "7c9e6679-7425-40de-944b-e07fc1f90ae7", title: "broom", isChecked: true)
    let new = NewTask(
      list: list, title: "Sweep the yard", priority: 3, due: Timestamp(seconds: 1_900_000_000),
      assignees: [UserID(rawValue: stand.worker.id.object)], categories: ["category1"], note: "all of it",
      checklist: [item])
    await engine.edit(.create(new), task: .local("k"))
    let seen = await log.wait { seen in
      seen.outbox.isEmpty && seen.tasks.values.contains { $0.task.title == "Sweep the yard" && !$0.id.isLocal }
    }
    let made = try #require(seen.tasks.values.first { $0.task.title == "Sweep the yard" }).task
    #expect(made.priority == 3 && made.due == new.due && made.assignees == new.assignees)
    guard case .details(let details) = await client(stand).answer(.details(made.id)).answer else {
      Issue.record("the details cannot be read")
      return
    }
    #expect(details.details.note == "all of it" && details.details.checklist.map(\.isChecked) == [true])
    await engine.edit(.delete, task: .local("k"))
    await log.wait { $0.accepted.contains(.delete) && $0.outbox.isEmpty && $0.tasks[made.id] == nil }
    #expect(await client(stand).answer(.task(made.id)).answer == .gone)
    await engine.end()
  }

  @Test func whatHeadOfficePublishedKeepsItsTitle() async throws {
    let stand = try await ShiftStand()
    let (engine, log) = try await stand.synced()
    let task = try task("Replace price labels, aisle 4", log)
    await engine.edit(.setTitle("mine"), task: task.id)
    let seen = await log.wait { $0.outbox.contains { $0.trouble != nil } }
    #expect(seen.outbox.map(\.trouble) == [.forbidden(limit: nil)])
    #expect(seen.tasks[task.id]?.locked == [.title])
    await engine.edit(.setStatus(.inProgress), task: task.id)
    let after = await log.wait { $0.outbox.count == 1 && $0.tasks[task.id]?.task.status == .inProgress }
    #expect(after.outbox.map(\.edit) == [.setTitle("mine")])
    await engine.end()
  }

  @Test func detailsOfManyTasksComeInOneAnswer() async throws {
    let stand = try await ShiftStand()
    let (engine, log) = try await stand.synced()
    let tasks = Array(log.seen.tasks.keys.prefix(20))
    await engine.end()
    let missing = TaskID(rawValue: "AAAAAAAAAAAAAAAAAAAAAAAAAAAA")
    let reply = await client(stand).answer(.detailsOf(tasks.dropLast() + [missing]))
    guard case .detailsOf(let details) = reply.answer else {
      Issue.record("no details: \(reply)")
      return
    }
    #expect(Set(details.map(\.details.task)) == Set(tasks.dropLast()))
  }
}
