import StoreModel
import Testing

@testable import TaskSync

/// Details read before anybody asks, so that they are there offline.
@Suite struct AheadTests {
  private func asked(_ stand: SyncStand) -> [[TaskID]] {
    stand.planner.requests.compactMap { if case .detailsOf(let tasks) = $0 { tasks } else { nil } }
  }

  @Test func detailsAreReadTwentyAtATimeAndThenLeftAlone() {
    var stand = SyncStand(planner: ModelPlanner(lists: 2, tasksPerList: 15))
    stand.begin()
    stand.settle()
    #expect(asked(stand).map(\.count) == [20, 10])
    #expect(stand.disk.details.count == 30)
    stand.planner.requests = []
    let commits = stand.commitCount
    stand.wait(rounds: 3)
    #expect(asked(stand).isEmpty && stand.commitCount == commits)
  }

  @Test func whatIsMineOrDueSoonComesFirst() {
    var planner = ModelPlanner(lists: 1, tasksPerList: 30)
    let due = TaskID(rawValue: "L0T29")
    let mine = TaskID(rawValue: "L0T28")
    planner.write(due, .due(Timestamp(seconds: 1_800_000_600)))
    planner.write(mine, .assigned(SyncStand.user, true))
    var stand = SyncStand(planner: planner, settings: SyncSettings(detailsPerRound: 2))
    stand.begin()
    stand.settle()
    #expect(asked(stand) == [[mine, due]])
  }

  @Test func aTaskThatChangedIsReadAgain() {
    var stand = EditKindTests.ready()
    stand.planner.requests = []
    stand.planner.write(EditKindTests.task, .note("new"))
    stand.wait()
    #expect(asked(stand) == [[EditKindTests.task]])
    #expect(stand.disk.details.first { $0.task == EditKindTests.task }?.note == "new")
  }

  @Test func notesNobodyHasReadAreCounted() {
    var planner = ModelPlanner(lists: 1, tasksPerList: 5)
    for number in 0..<5 { planner.write(TaskID(rawValue: "L0T\(number)"), .note("note \(number)")) }
    var stand = SyncStand(planner: planner, settings: SyncSettings(detailsPerRound: 3))
    stand.begin()
    stand.settle()
    #expect(stand.standing.notesNotRead == 2)
    stand.wait()
    #expect(stand.standing.notesNotRead == 0)
  }

  @Test func theyAreThereAfterARestartWithoutANetwork() {
    let stand = EditKindTests.ready()
    var next = SyncStand(planner: stand.planner)
    next.disk = stand.disk
    next.begin()
    next.answer(.failed(.offline))
    next.give(.loadDetails(EditKindTests.task))
    #expect(next.details[EditKindTests.task]?.checklist.count == 2)
  }

  @Test func tasksThatVanishAtOnceAreInDoubtUntilTheyAreAskedForAgain() {
    var stand = EditKindTests.ready()
    for number in 0..<2 { stand.planner.entries[TaskID(rawValue: "L0T\(number)")] = nil }
    stand.events = []
    stand.wait()
    let doubts = stand.events.compactMap { if case .standing(let standing) = $0 { standing.tasksInDoubt } else { nil } }
    #expect(doubts.contains(2))
    #expect(stand.standing.tasksInDoubt == 0 && stand.screen.count == 1)
  }
}
