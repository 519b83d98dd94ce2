import StoreModel
import Testing

@testable import TaskSync

@Suite struct RoundTests {
  private func ready(_ planner: ModelPlanner = ModelPlanner(lists: 3, tasksPerList: 10)) -> SyncStand {
    var stand = SyncStand(planner: planner)
    stand.begin()
    stand.settle()
    return stand
  }

  @Test func theFirstSyncShowsItsProgressAndThenEverything() {
    var stand = SyncStand(planner: ModelPlanner(lists: 3, tasksPerList: 10))
    stand.begin()
    stand.settle()
    let progress = stand.events.compactMap { event -> SyncStanding.Progress? in
      if case .standing(let standing) = event { standing.progress } else { nil }
    }
    #expect(progress.first == .init(done: 0, all: 4))
    #expect(stand.standing.progress == nil)
    #expect(stand.standing.lastSync == stand.now)
    #expect(stand.standing.connection == .online)
    #expect(stand.screen.count == 30 && stand.disk.tasks.count == 30)
  }

  @Test func aRoundThatFindsNothingNewWritesAndShowsNothing() {
    var stand = ready()
    let commits = stand.commitCount
    stand.events = []
    stand.wait(rounds: 3)
    #expect(stand.commitCount == commits)
    #expect(stand.planner.requests.filter { $0 == .teams }.count == 1)
    let others = stand.events.filter { if case .standing = $0 { false } else { true } }
    #expect(others == [])
  }

  @Test func onlyWhatChangedIsShownAndWritten() {
    var stand = ready()
    let task = TaskID(rawValue: "L1T4")
    stand.planner.set(task, percent: 50)
    stand.events = []
    stand.wait()
    let shown = stand.events.compactMap { event -> [TaskID]? in
      if case .tasks(let changed, let removed) = event { changed.map(\.id) + removed } else { nil }
    }
    #expect(shown == [[task]])
    #expect(stand.disk.tasks.first { $0.id == task }?.percentComplete == 50)
  }

  @Test func aListThatMayNotBeReadIsNamedAndOthersGoOn() {
    var stand = ready()
    stand.planner.hidden = [ListID(rawValue: "L1")]
    stand.planner.set(TaskID(rawValue: "L2T0"), percent: 50)
    stand.wait()
    #expect(stand.standing.listTrouble == [.init(title: "List 1", status: 403)])
    #expect(stand.screen[TaskID(rawValue: "L2T0")]?.task.percentComplete == 50)
    #expect(stand.screen.count == 30)
  }

  @Test func moreThanHalfVanishingIsAskedTwice() {
    var stand = ready()
    for number in 0..<6 { stand.planner.entries[TaskID(rawValue: "L0T\(number)")] = nil }
    stand.now.advance(to: stand.wake ?? stand.now.instant)
    stand.give(.timer)
    let list = ServerRequest.tasks(ListID(rawValue: "L0"))
    var answers = 0
    while !stand.asks.isEmpty {
      if stand.asks.first?.request == list {
        answers += 1
        #expect(stand.screen.count == 30)
      }
      stand.answer()
    }
    stand.settle()
    #expect(answers == 2)
    #expect(stand.screen.count == 24 && stand.disk.tasks.count == 24)
  }

  @Test func aVanishedTaskIsKeptWhenTheSecondAnswerHasIt() {
    var stand = ready(ModelPlanner(lists: 1, tasksPerList: 4))
    let list = ServerRequest.tasks(ListID(rawValue: "L0"))
    stand.give(.syncNow)
    while let next = stand.asks.first, next.request != list { stand.answer() }
    stand.answer(.tasks([]))
    #expect(stand.screen.count == 4)
    stand.settle()
    #expect(stand.screen.count == 4)
  }

  @Test func planIDsOfTheProfileChooseTheLists() {
    let profile = StoreProfile(
      storeNumber: "012", chain: "Contoso", storeName: "Store", register: "3", teamID: "team", planIDs: ["L1"])
    var stand = SyncStand(planner: ModelPlanner(lists: 3), profile: profile)
    stand.begin()
    stand.settle()
    #expect(Set(stand.screen.values.map(\.task.list.rawValue)) == ["L1"])
  }
}
