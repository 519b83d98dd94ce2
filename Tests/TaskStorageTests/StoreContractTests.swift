import StoreModel
import TaskStorage
import TaskSync
import Testing

/// What every store has to do, held against each of them.
@Suite struct StoreContractTests {
  enum Kind: CaseIterable, Sendable { case memory, sqlite }

  /// A store, and a way to the same store after a restart of the program.
  struct Stand {
    let folder: TemporaryFolder
    let memory = MemoryTaskStore()
    let kind: Kind

    init(_ kind: Kind) throws {
      self.kind = kind
      folder = try TemporaryFolder()
    }

    func store() throws -> any TaskStore {
      switch kind {
      case .memory: memory
      case .sqlite: SQLiteTaskStore(folder: try StateFolder(folder.path))
      }
    }
  }

  @Test(arguments: Kind.allCases) func everythingComesBackAfterARestart(_ kind: Kind) async throws {
    let stand = try Stand(kind)
    let store = try stand.store()
    #expect(try await store.open(for: Sample.anna) == StoreContents())
    let stops: [ChangeStop?] = [
      nil, .needsDecision(.conflict(remote: .inProgress, remoteCompletedBy: UserID(rawValue: "u"))),
      .needsDecision(.itemConflict(isChecked: nil)), .needsDecision(.itemConflict(isChecked: false)),
      .refused(.taskGone),
      .refused(.forbidden(limit: "MaximumTasksInProject")), .refused(.malformed),
    ]
    let rows = stops.enumerated().map { index, stop in
      Sample.row(
        Int64(index + 1), index % 2 == 0 ? .setStatus(.inProgress) : .check(item: "i", isChecked: false), stop: stop)
    }
    try await store.commit(
      StoreCommit(
        lists: Sample.lists, tasks: [Sample.task(1), Sample.task(2)], details: [Sample.details(1)],
        people: [UserID(rawValue: "u1"): "CANARY name"], rows: rows, hold: Timestamp(seconds: 99),
        locks: [TaskID(rawValue: "CANARYtask1"): [.title, .note]]), for: Sample.anna)
    await store.close()
    let contents = try await stand.store().open(for: Sample.anna)
    #expect(contents.lists == Sample.lists)
    #expect(contents.tasks == [Sample.task(1).task, Sample.task(2).task])
    #expect(contents.details == [Sample.details(1).details])
    #expect(contents.people == [UserID(rawValue: "u1"): "CANARY name"])
    #expect(contents.outbox == rows)
    #expect(contents.lastSequence == 7)
    #expect(contents.hold == Timestamp(seconds: 99))
    #expect(contents.locks == [TaskID(rawValue: "CANARYtask1"): [.title, .note]])
  }

  @Test(arguments: Kind.allCases) func puttingAgainReplacesAndRemovingRemoves(_ kind: Kind) async throws {
    let stand = try Stand(kind)
    let store = try stand.store()
    _ = try await store.open(for: Sample.anna)
    try await store.commit(
      StoreCommit(
        tasks: [Sample.task(1), Sample.task(2)], details: [Sample.details(2)], rows: [Sample.row(1), Sample.row(2)]),
      for: Sample.anna)
    try await store.commit(
      StoreCommit(
        tasks: [Sample.task(1, title: "new")], removedTasks: [TaskID(rawValue: "CANARYtask2")], removedRows: [2]),
      for: Sample.anna)
    let contents = try await stand.store().open(for: Sample.anna)
    #expect(contents.tasks == [Sample.task(1, title: "new").task])
    #expect(contents.details == [])
    #expect(contents.outbox == [Sample.row(1)])
    #expect(contents.lastSequence == 2)
  }

  @Test(arguments: Kind.allCases) func ofATaskThatComesTwiceInOneCommitTheLaterCounts(_ kind: Kind) async throws {
    let stand = try Stand(kind)
    let store = try stand.store()
    _ = try await store.open(for: Sample.anna)
    let tasks = [1, 2, 1].map { Sample.task($0) } + (3...40).map { Sample.task($0) } + [Sample.task(1, title: "Later")]
    try await store.commit(StoreCommit(tasks: tasks + [Sample.task(40, title: "Later")]), for: Sample.anna)
    let contents = try await stand.store().open(for: Sample.anna)
    #expect(contents.tasks.count == 40 && contents.notices.isEmpty)
    #expect(contents.tasks.filter { $0.title == "Later" }.map(\.id) == [1, 40].map { Sample.task($0).task.id })
  }

  @Test(arguments: Kind.allCases) func nobodySeesOrWritesAnothersCopy(_ kind: Kind) async throws {
    let stand = try Stand(kind)
    defer { withExtendedLifetime(stand) {} }
    let store = try stand.store()
    _ = try await store.open(for: Sample.anna)
    try await store.commit(
      StoreCommit(tasks: [Sample.task(1)], rows: [Sample.row(1), Sample.row(2)]), for: Sample.anna)
    let contents = try await store.open(for: Sample.boris)
    #expect(contents == StoreContents())
    await #expect(throws: StoreFault.notOpen) {
      try await store.commit(StoreCommit(tasks: [Sample.task(2)]), for: Sample.anna)
    }
    #expect(await store.unsentOfOthers(than: Sample.boris) == UnsentSummary(count: 2, oldest: Timestamp(seconds: 1001)))
    #expect(await store.unsentOfOthers(than: Sample.anna) == UnsentSummary())
    await store.close()
    await #expect(throws: StoreFault.notOpen) { try await store.commit(StoreCommit(), for: Sample.boris) }
  }

  @Test(arguments: Kind.allCases) func signOutDestroysTheCopyAndKeepsUnsentChanges(_ kind: Kind) async throws {
    let stand = try Stand(kind)
    let store = try stand.store()
    _ = try await store.open(for: Sample.anna)
    try await store.commit(
      StoreCommit(
        lists: Sample.lists, tasks: (1...30).map { Sample.task($0) }, details: [Sample.details(1)],
        rows: [Sample.row(4)]), for: Sample.anna)
    let destruction = try await store.destroyCopy(of: Sample.anna)
    #expect(destruction == CopyDestruction(tasksDestroyed: 30, tasksLeft: 0, changesKept: 1))
    let contents = try await stand.store().open(for: Sample.anna)
    #expect(contents.tasks == [] && contents.lists == [] && contents.details == [])
    #expect(contents.outbox == [Sample.row(4)])
    #expect(contents.lastSequence == 4)
  }
}
