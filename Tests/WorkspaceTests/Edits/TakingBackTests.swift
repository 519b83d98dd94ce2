import StoreModel
import TaskSync
import Terminal
import Testing

@testable import Workspace

/// What is taken back, made again, typed or chosen goes over nothing that somebody else did meanwhile.
@Suite struct TakingBackTests {
  static let t1 = TaskEditingTests.t1
  static let t3 = ChecklistTests.t3
  static let title = "Check cold-store temperature"

  /// A task as it comes from the server.
  static func now(
    percent: Int = 0, _ title: String = title, _ change: (inout StoreTask) -> Void = { _ in }
  ) -> SyncEvent {
    .tasks(changed: [SampleShift.task("t1", title, hours: -2, percent: percent, change)], removed: [])
  }

  static func change(_ id: Int64, _ edit: TaskEdit, _ state: PendingState, _ trouble: ChangeTrouble? = nil)
    -> PendingChange
  {
    PendingChange(
      id: id, task: t1, title: title, edit: edit, before: .percentComplete(0), made: AppState.morning.wall,
      state: state, trouble: trouble)
  }

  // MARK: Undo and redo

  @Test func aFieldIsTakenBackFromWhatTheWorkerMadeOfIt() {
    var state = SampleShift.started()
    state.work("s", "2")
    state.sync(Self.now(percent: 100))
    #expect(state.work("u") == [.sync(.edit(.setStatus(.notStarted), Self.t1, seen: .percentComplete(50)))])
    #expect(state.work("Ctrl+R") == [.sync(.edit(.setStatus(.inProgress), Self.t1, seen: .percentComplete(0)))])
  }

  @Test func aNoteSomebodyRewroteIsNotEmptiedUnasked() {
    var state = SampleShift.started()
    state.sync(.details(TaskDetails(task: Self.t1, etag: ETag(rawValue: "1"))))
    state.work("c")
    state.type("Mine.")
    state.work("Ctrl+S")
    state.sync(.details(TaskDetails(task: Self.t1, etag: ETag(rawValue: "2"), note: "Theirs.")))
    #expect(state.work("u") == [.sync(.edit(.setNote(""), Self.t1, seen: .text("Mine.")))])
    #expect(state.shows("Taken back (note): Check cold-store temperature"))
    var stopped = Self.change(3, .setNote(""), .needsDecision, .changed(remote: .text("Theirs."), by: nil))
    stopped.before = .text("Mine.")
    state.sync(.outbox([stopped]))
    #expect(
      state.notice?.text
        == "Not taken back: somebody changed \"\(Self.title)\" since (note: Theirs.). F2 asks what shall stay.")
    state.work("F2", "Enter")
    #expect(state.shows("(empty)") && !state.shows("3  both"))
    #expect(state.work("3") == [])
    #expect(state.work("2") == [.sync(.decide(3, .theirs))])
    #expect(state.shift?.undo.done.isEmpty == true && state.shift?.undo.undone.isEmpty == true)
  }

  /// The server may keep a text in another form: that is no change of somebody else's.
  @Test func whatTheServerMadeOfATextIsTheWorkersOwn() {
    var state = TaskEditingTests.manager()
    state.work("e", "1", "Ctrl+U")
    state.type("Freezer  now")
    #expect(
      state.work("Enter") == [.sync(.edit(.setTitle("Freezer  now"), Self.t1, seen: .text(Self.title)))])
    state.sync(Self.now("Freezer now"), .confirmed(Self.change(1, .setTitle("Freezer  now"), .sending)))
    #expect(state.work("u") == [.sync(.edit(.setTitle(Self.title), Self.t1, seen: .text("Freezer now")))])
  }

  @Test func whatIsStoppedIsWithdrawnAndNothingIsSentBehindIt() {
    var state = SampleShift.started()
    state.work("Space")
    state.sync(.outbox([Self.change(7, .setStatus(.complete), .refused, .forbidden(limit: nil))]))
    #expect(state.shows("A change of yours needs you."))
    #expect(state.work("u") == [.sync(.discard([7]))])
    #expect(state.shows("Taken back (status: Complete): Check cold-store temperature"))
    state.sync(.outbox([]))
    #expect(state.work("Ctrl+R") == [.sync(.edit(.setStatus(.complete), Self.t1, seen: .percentComplete(0)))])
  }

  /// One change in the place of another that was not sent: only the later one is taken back.
  @Test func whatTookAnothersPlaceFallsBackToThat() {
    var state = TaskEditingTests.manager()
    state.work("p", "1")
    state.sync(Self.now { $0.priority = 1 })
    state.work("p", "2")
    var stopped = Self.change(7, .setPriority(3), .refused, .malformed)
    stopped.before = .number(5)
    state.sync(Self.now { $0.priority = 3 }, .outbox([stopped]))
    #expect(
      state.work("u") == [.sync(.discard([7])), .sync(.edit(.setPriority(1), Self.t1, seen: .number(5)))])
  }

  @Test func aTaskMadeHereThatOthersChangedIsNotDeletedUnasked() {
    var state = TaskEditingTests.manager()
    state.work("4", "Enter", "n")
    state.type("Return the crates")
    guard case .sync(.edit(.create(let new), let id, _)) = state.work("Enter").first else {
      Issue.record("nothing made")
      return
    }
    func made(_ change: (inout StoreTask) -> Void = { _ in }) -> VisibleTask {
      SampleShift.task(id.rawValue, new.title, list: new.list.rawValue, who: [], change)
    }
    state.sync(.tasks(changed: [made()], removed: []))
    var other = state
    #expect(other.work("u") == [.sync(.edit(.delete, id))])
    #expect(other.shows("Taken back (new task): Return the crates"))
    state.sync(.tasks(changed: [made { $0.hasNote = true }], removed: []))
    #expect(state.work("u") == [])
    #expect(state.overlay == .question(.deleteChanged([id])))
    #expect(state.shows("Somebody changed Return the crates since. Delete it all the same?"))
    state.work("Escape")
    #expect(state.shift?.undo.done.count == 1)
    #expect(state.work("u", "Enter") == [.sync(.edit(.delete, id))])
    #expect(state.shift?.undo.done.count == 2)
  }

  @Test func aRemovedItemComesBackToItsPlace() {
    for (row, above) in [(1, nil), (2, "c1")] as [(Int, String?)] {
      var state = ChecklistTests.open()
      for _ in 0..<row { state.work("Down") }
      state.work("D")
      var details = SampleShift.details
      let item = details.checklist.remove(at: row - 1)
      state.sync(.details(details))
      #expect(
        state.work("u") == [
          .sync(.edit(.addItem(id: item.id, title: item.title, isChecked: item.isChecked), Self.t3)),
          .sync(.edit(.moveItem(id: item.id, after: above), Self.t3)),
        ])
    }
  }

  @Test func theLastItemAndOneWhoseNeighbourIsGoneComeBackToo() {
    var state = ChecklistTests.open()
    state.work("End", "Up", "D")
    var details = SampleShift.details
    let last = details.checklist.removeLast()
    state.sync(.details(details))
    let added = Effect.sync(.edit(.addItem(id: last.id, title: last.title), Self.t3))
    #expect(state.work("u") == [added])
    state = ChecklistTests.open()
    state.work("End", "Up", "D")
    details.checklist[1].id = "other"
    state.sync(.details(details))
    #expect(state.work("u") == [added, .sync(.edit(.moveItem(id: last.id, after: "c1"), Self.t3))])
  }

  // MARK: Prompts

  @Test func aTitleIsTypedOverWhatTheWorkerSaw() {
    var state = TaskEditingTests.manager()
    state.work("e", "1", "End", "!")
    state.sync(Self.now("Renamed elsewhere"))
    #expect(
      state.work("Enter") == [.sync(.edit(.setTitle(Self.title + "!"), Self.t1, seen: .text(Self.title)))])
    state.work("e", "1")
    state.sync(Self.now("Once more"))
    #expect(state.work("Enter") == [], "nothing was typed: theirs stays")
    #expect(state.overlay == nil)
  }

  @Test func datesPriorityBucketAndStatusAreChosenOverWhatTheWorkerSaw() {
    let due = SampleShift.tasks[0].task.due
    var state = TaskEditingTests.manager()
    state.work("d", "Ctrl+U")
    state.sync(Self.now { $0.due = AppState.morning.wall })
    #expect(state.work("Enter") == [.sync(.edit(.setDue(nil), Self.t1, seen: .moment(due)))])
    state = TaskEditingTests.manager()
    state.work("e", "3")
    state.sync(Self.now { $0.start = AppState.morning.wall.advanced(by: .seconds(-86_400)) })
    #expect(state.work("Enter") == [])
    state.work("p")
    state.sync(Self.now { $0.priority = 9 })
    #expect(state.work("1") == [.sync(.edit(.setPriority(1), Self.t1, seen: .number(5)))])
    state.work("s")
    state.sync(Self.now(percent: 100))
    #expect(state.work("2") == [.sync(.edit(.setStatus(.inProgress), Self.t1, seen: .percentComplete(0)))])
    state = TaskEditingTests.manager()
    state.work("/")
    state.type("dairy")
    state.work("Enter", "m")
    let moved = SampleShift.task("t3", "Receive the dairy delivery", hours: 1, list: "l2", percent: 50)
    state.sync(.tasks(changed: [moved], removed: []))
    #expect(state.work("Enter") == [], "what they saw they leave as it is")
  }

  @Test func theWordsOfAnItemAreTypedOverThoseTheWorkerSaw() {
    var state = ChecklistTests.open()
    state.work("Down", "e", "End", "!")
    var theirs = SampleShift.details
    theirs.checklist[0].title = "Count all crates"
    state.sync(.details(theirs))
    let seen = EditBase.Value.item(title: "Count the crates", isChecked: true)
    #expect(
      state.work("Enter") == [.sync(.edit(.renameItem(id: "c1", title: "Count the crates!"), Self.t3, seen: seen))])
  }

  @Test func aLineBeingTypedFollowsItsTaskToTheServersId() {
    var state = TaskEditingTests.manager()
    state.work("e", "1", "End", "!")
    let new = TaskID(rawValue: "server")
    state.sync(.identified(Self.t1, as: new))
    state.sync(.tasks(changed: [SampleShift.task("server", Self.title, hours: -2)], removed: [Self.t1]))
    #expect(state.work("Enter") == [.sync(.edit(.setTitle(Self.title + "!"), new, seen: .text(Self.title)))])
  }
}
