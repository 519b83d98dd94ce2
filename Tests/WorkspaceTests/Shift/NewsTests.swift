import SessionCore
import StoreModel
import TaskSync
import Terminal
import Testing

@testable import Workspace

@Suite struct NewsTests {
  static func told() -> AppState {
    var state = SampleShift.started(size: .smallest)
    state.sync(
      .tasks(
        changed: [
          SampleShift.task("n1", "Answer the recall", hours: 30),
          SampleShift.task("n2", "Order till rolls", hours: 3, who: ["omar"]),
          SampleShift.task("t4", "Replace price labels, aisle 5", hours: 3) { $0.linkCount = 1 },
          SampleShift.task("t8", "Write the rota", hours: 2, who: ["omar", "mei"]),
        ], removed: []))
    return state
  }

  @Test func whatOthersDoIsNews() {
    var state = Self.told()
    #expect(state.rows[1].contains("4 new"))
    state.work("F3")
    let counts = state.rows[5...10].map { $0.split(separator: " ").last.map(String.init) ?? "" }
    #expect(counts == ["2", "0", "1", "1", "2", "0"])
    #expect(state.shows("Answer the recall"))
    #expect(!state.shows("Order till rolls"))
  }

  @Test func whatDoesNotFitIsCounted() {
    var state = SampleShift.started(size: .smallest)
    let many = (0..<13).map { SampleShift.task("m\($0)", "Count shelf \($0)", hours: 30) }
    state.sync(.tasks(changed: many, removed: []))
    state.work("F3")
    #expect(state.rows.count { $0.contains("Count shelf") } == 9)
    #expect(state.shows("4 more lines"), "\(state.rows)")
  }

  @Test func anEmptyGroupSaysNothingOfOtherTasks() {
    var state = Self.told()
    state.work("F3", "Down", "Enter")
    #expect(state.shows("> Published") && state.shows("Nothing here."))
  }

  @Test func aGroupOpensAsRowsAndIsSeenThen() {
    var state = Self.told()
    state.work("b", "Enter")
    #expect(state.shows("> New for you"))
    #expect(state.shows("Write the rota"))
    #expect(!state.shows("Count the till float"))
    #expect(state.rows[1].contains("2 new"))
    state.work("Escape")
    #expect(state.shows("Count the till float"))
  }

  @Test func whatTheWorkerDoesIsNoNews() {
    var state = SampleShift.started()
    var mine = SampleShift.tasks[0]
    mine.task.percentComplete = 100
    mine.pending = .notSent
    state.sync(.tasks(changed: [mine], removed: []))
    mine.pending = nil
    mine.task.etag = ETag(rawValue: "2")
    state.sync(.tasks(changed: [mine], removed: []))
    #expect(!state.rows[1].contains("new"))
  }

  /// What the worker had written before the program was killed was kept with the details, not yet with the task.
  @Test(arguments: [1, 2]) func whatTheDetailsKeptSayAlreadyIsNoNews(_ isOpen: Int) {
    var state = SampleShift.signedIn()
    var mine = SampleShift.task("t3", "Receive the dairy delivery", hours: 1, list: "l2") {
      $0.checklistCount = 2
      $0.openChecklistCount = 2
    }
    state.sync(
      .lists(SampleShift.lists), .tasks(changed: [mine], removed: []), .details(SampleShift.details), .outbox([]))
    mine.task.count(SampleShift.details)
    mine.task.etag = ETag(rawValue: "2")
    mine.task.openChecklistCount = isOpen
    state.sync(.tasks(changed: [mine], removed: []), .standing(SampleShift.online))
    // Somebody has ticked one more.
    #expect(state.rows[1].contains("1 new") == (isOpen == 1))
    #expect(state.shift?.history.records.count == (isOpen == 1 ? 1 : 0))
  }

  @Test func aTaskIsDueSoonAnHourBefore() {
    var state = SampleShift.started()
    func soon() -> String? { state.rows[8].split(separator: " ").last.map(String.init) }
    state.work("F3")
    #expect(soon() == "1")
    state.wait(.seconds(7200))
    #expect(soon() == "1")
    #expect(state.rows[9].hasSuffix("3"))
  }

  /// Head office's tasks are told by who made them, where the profile lists the store's people, or by what is locked.
  @Test func whatHeadOfficePublishesIsAGroupOfItsOwn() {
    var state = AppState.sample()
    let member = StoreProfile.Member(
      user: UserID(rawValue: "mei"), username: "mei@contoso.example", displayName: "Mei", role: .worker)
    let profile = StoreProfile(
      storeNumber: "012", chain: "Contoso", storeName: "Harbour Street", register: "3", members: [member])
    _ = update(&state, .profileRead(profile, domain: "contoso.example"))
    _ = update(&state, .session(.signedIn(SampleShift.mei, .works, since: AppState.morning)))
    state.sync(
      .lists(SampleShift.lists), .tasks(changed: SampleShift.tasks, removed: []), .standing(SampleShift.online))
    let published = SampleShift.task("p1", "Change the window", hours: 30, who: []) {
      $0.createdBy = UserID(rawValue: "priya")
    }
    let own = SampleShift.task("p2", "Own idea", hours: 30) { $0.createdBy = UserID(rawValue: "mei") }
    state.sync(.tasks(changed: [published, own], removed: []))
    state.work("F3")
    #expect(state.rows[6].hasSuffix(" 1"))
    state.work("Enter")
    #expect(state.shows("Change the window"))
    #expect(!state.shows("Own idea"))
    state.work("Enter")
    #expect(state.shows("from head office"))
  }

  @Test func withoutAnIntervalNothingIsMarkedAsNew() {
    var state = Self.told()
    state.till.pullsNews = false
    #expect(!state.rows[1].contains("new"))
    #expect(!state.rows.contains { $0.contains(" *") })
    state.work("F3")
    #expect(state.shows("News comes only when you ask: F5."))
  }

  @Test func whatNeedsADecisionLeadsToTheStateOfThings() {
    var state = SampleShift.started()
    state.sync(.outbox([SampleShift.change(1, .needsDecision)]))
    state.work("F3", "End", "Enter")
    #expect(state.shows("1 change not sent"))
  }

  @Test func groupsOnBothScreens() {
    var state = Self.told()
    state.work("F3")
    GoldenScreen.expect("news-80x24", state)
    state.size = ShiftScreenTests.wide
    GoldenScreen.expect("news-120x40", state)
  }
}
