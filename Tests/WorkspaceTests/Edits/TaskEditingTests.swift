import StoreModel
import Strings
import TaskSync
import Terminal
import Testing

@testable import Workspace

@Suite struct TaskEditingTests {
  static let t1 = TaskID(rawValue: "t1")

  static func manager() -> AppState {
    var state = SampleShift.started(SampleShift.manager)
    state.work("3", "Home")
    return state
  }

  @Test func aDueDateIsTypedAndSaidInFull() {
    var state = Self.manager()
    state.work("d")
    #expect(state.shows("When is it due? Check cold-store temperature"))
    #expect(state.shows("Mon 2 Mar 2026, 07:41"))
    state.work("Ctrl+U")
    state.type("fri 17:00")
    #expect(state.shows("Fri 6 Mar 2026, 17:00"))
    let due = Timestamp(seconds: AppState.morning.wall.seconds + 4 * 86_400 + 7 * 3600 + 19 * 60)
    let before = SampleShift.tasks[0].task.due
    #expect(state.work("Enter") == [.sync(.edit(.setDue(due), Self.t1, seen: .moment(before)))])
    #expect(state.work("u") == [.sync(.edit(.setDue(before), Self.t1, seen: .moment(due)))])
    #expect(state.shows("Taken back (due date: Fri 6 17:00): Check cold-store temperature"))
  }

  @Test func aDateThatHasPassedIsNotTakenForNextYears() {
    var state = Self.manager()
    state.sync(.tasks(changed: [SampleShift.task("t1", "Check cold-store temperature", hours: -50)], removed: []))
    state.work("Home", "d")
    #expect(state.shows("Sat 28 Feb 2026, 07:41"))
    #expect(state.work("Enter") == [])
  }

  @Test func whatIsNoDateIsSaidAndKept() {
    var state = Self.manager()
    state.work("d", "Ctrl+U")
    state.type("someday")
    #expect(state.work("Enter") == [])
    #expect(state.rows.count { $0.contains("Not understood. For example: fri") } == 1, "once is enough")
    state.notice = Notice(state.look.words(.dateUnreadable), role: .warning)
    #expect(state.rows.count { $0.contains("Not understood. For example: fri") } == 2, "that is about something else")
    state.work("Ctrl+U")
    #expect(state.shows("No date."))
    #expect(state.work("Enter") == [.sync(.edit(.setDue(nil), Self.t1, seen: .moment(SampleShift.tasks[0].task.due)))])
  }

  @Test func aTaskDoesNotStartAfterItIsDue() {
    var state = Self.manager()
    state.work("e", "3")
    state.type("tomorrow")
    #expect(state.work("Enter") == [])
    #expect(state.shows("It would start after it is due."))
  }

  @Test func priorityAndBucketAreChosen() {
    var state = Self.manager()
    state.work("p")
    #expect(state.current == "medium")
    #expect(state.work("1") == [.sync(.edit(.setPriority(1), Self.t1, seen: .number(5)))], "a digit chooses at once")
    #expect(state.work("m") == [])
    #expect(state.shows("Opening has no buckets."))
    state.work("/")
    state.type("dairy")
    state.work("Enter", "m")
    #expect(state.shows("Bucket of Receive the dairy delivery"))
    #expect(state.current == "Morning")
    state.work("Escape", "p")
    #expect(state.current == "important")
    state.work("Escape", "m")
    #expect(state.work("Enter") == [], "it is there already")
  }

  @Test func peopleAreTickedForSeveralTasksAtOnce() {
    var state = Self.manager()
    state.work("v", "v", "a")
    #expect(state.shows("Who works on 2 tasks?"))
    state.type("omar")
    state.work("Space", "Ctrl+U")
    state.type("mei")
    state.work("Space")
    let omar = UserID(rawValue: "omar")
    let mei = UserID(rawValue: "mei")
    let t2 = TaskID(rawValue: "t2")
    #expect(
      state.work("Enter") == [
        .sync(.edit(.assign(omar), Self.t1)), .sync(.edit(.unassign(mei), Self.t1)),
        .sync(.edit(.assign(omar), t2)), .sync(.edit(.unassign(mei), t2)),
      ])
    #expect(state.work("u").count == 4)
    #expect(state.shows("Taken back (people): 2 tasks"))
  }

  /// Mei works on the first of the two alone: from some to all, from all to none.
  @Test func whoWorksOnSomeOfTheMarkedIsTakenOffAllOfThem() {
    var state = Self.manager()
    let rota = TaskID(rawValue: "t8")
    let mei = UserID(rawValue: "mei")
    func choosing() -> AppState {
      var state = state
      state.work("v", "Down", "Down", "v", "a")
      state.type("mei")
      return state
    }
    state.work("Home")
    var some = choosing()
    #expect(some.shows("[-] Mei Lindqvist"))
    #expect(some.work("Enter") == [], "nothing was ticked")
    some = choosing()
    some.work("Space")
    #expect(some.shows("[x] Mei Lindqvist"))
    #expect(some.work("Enter") == [.sync(.edit(.assign(mei), rota))])
    some = choosing()
    some.work("Space", "Space")
    #expect(some.shows("[ ] Mei Lindqvist"))
    #expect(some.work("Enter") == [.sync(.edit(.unassign(mei), Self.t1))])
  }

  @Test func aTaskIsMadeOpensAndIsTakenBack() {
    var state = SampleShift.started(SampleShift.manager)
    state.work("4", "Down", "Down", "Enter", "n")
    #expect(state.shows("New task in Receiving › Morning"))
    state.type("Return the empty crates")
    let effects = state.work("Enter")
    guard case .sync(.edit(.create(let new), let id, _)) = effects.first else {
      Issue.record("\(effects)")
      return
    }
    #expect(new.title == "Return the empty crates")
    #expect(new.bucketID == "b1")
    #expect(id.isLocal)
    var made = SampleShift.task(id.rawValue, new.title, list: "l2", who: [])
    made.pending = .notSent
    state.sync(.tasks(changed: [made], removed: []))
    #expect(state.page == .task(TaskPage(task: id)))
    let server = TaskID(rawValue: "server")
    state.sync(.identified(id, as: server))
    let known = SampleShift.task("server", new.title, list: "l2", who: []) { $0.bucketID = "b1" }
    state.sync(.tasks(changed: [known], removed: [id]))
    #expect(state.page == .task(TaskPage(task: server)))
    #expect(state.work("u") == [.sync(.edit(.delete, server))])
  }

  @Test func whereNoListIsOpenItIsAsked() {
    var state = Self.manager()
    state.work("n")
    #expect(state.shows("In which list?"))
    state.type("clos")
    state.work("Enter")
    #expect(state.shows("New task in Closing"))
  }

  @Test func deletingAsksAndUndoBringsItBack() {
    var state = Self.manager()
    #expect(state.work("D") == [])
    #expect(state.shows("Delete Check cold-store temperature?"))
    state.work("Escape", "Delete")
    #expect(state.work("Enter") == [.sync(.edit(.delete, Self.t1))])
    state.sync(.tasks(changed: [], removed: [Self.t1]))
    #expect(!state.shows("somebody deleted it"))
    guard case .sync(.edit(.create(let again), Self.t1, _)) = state.work("u").first else {
      Issue.record("not brought back")
      return
    }
    #expect(again.title == "Check cold-store temperature")
    #expect(state.shows("Taken back (deleted): Check cold-store temperature"))
    state.work("End")
    state.sync(.tasks(changed: [SampleShift.task("t1", again.title, hours: -1)], removed: []))
    #expect(state.pointed?.contains(again.title) == true, "it is selected again")
  }

  @Test func theMenuOfFieldsLeadsToEach() {
    var state = Self.manager()
    state.work("e")
    #expect(state.shows("Change Check cold-store temperature"))
    state.work("1", "Ctrl+U")
    state.type("Check the freezer")
    let seen = EditBase.Value.text("Check cold-store temperature")
    #expect(state.work("Enter") == [.sync(.edit(.setTitle("Check the freezer"), Self.t1, seen: seen))])
    state.work("e", "7")
    #expect(state.shows("Labels of"))
    state.type("3")
    #expect(state.shows("[ ]"))
  }

  @Test func aWorkerIsToldWhoMakesAndAssigns() {
    var state = SampleShift.started()
    for key in ["n", "e", "a", "d", "p", "m", "D"] {
      #expect(state.work(key) == [])
      #expect(state.shows("Managers do this"), "\(key)")
      state.work("Escape")
      #expect(state.overlay == nil, "\(key)")
    }
    var trusted = SampleShift.mei
    trusted.mayManageTasks = true
    state = SampleShift.started(trusted)
    #expect(state.work("p", "1") == [.sync(.edit(.setPriority(1), Self.t1, seen: .number(5)))])
  }

  @Test func headOfficesFieldsAreRefusedWithTheReason() {
    var state = Self.manager()
    var locked = SampleShift.tasks[0]
    locked.locked = [.due, .title]
    state.sync(.tasks(changed: [locked], removed: []))
    #expect(state.work("d") == [])
    #expect(state.shows("Head office keeps this to itself."))
    state.work("Enter")
    state.sync(.details(TaskDetails(task: Self.t1, etag: ETag(rawValue: "1"))))
    #expect(state.shows("Head office keeps to itself: title, due date"))
  }

  @Test func screens() {
    var state = Self.manager()
    state.work("d")
    GoldenScreen.expect("due-80x24", state)
    state.work("Escape", "a")
    GoldenScreen.expect("people-80x24", state)
    state.work("Escape", "e")
    GoldenScreen.expect("edit-80x24", state)
  }
}

extension AppState {
  /// The line of a menu that says what holds now, where the selection stands on it too.
  fileprivate var current: String? {
    guard case .choice(let choice) = overlay, let option = choice.options.first(where: \.isCurrent) else { return nil }
    return choice.selected == option ? option.text : nil
  }
}
