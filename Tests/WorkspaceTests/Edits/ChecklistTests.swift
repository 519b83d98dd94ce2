import StoreModel
import TaskSync
import Terminal
import Testing

@testable import Workspace

@Suite struct ChecklistTests {
  static let t3 = TaskID(rawValue: "t3")

  static func open(_ worker: Worker = SampleShift.manager) -> AppState {
    var state = SampleShift.started(worker)
    state.work("3", "/")
    state.type("dairy")
    state.work("Enter", "Enter")
    state.sync(.details(SampleShift.details))
    return state
  }

  @Test func itemsAreAddedOneAfterTheOther() {
    var state = Self.open()
    state.work("n")
    state.type("Move to the cold store")
    let effects = state.work("Enter")
    #expect(effects.count == 1)
    guard case .sync(.edit(.addItem(let id, let title, false), Self.t3, _)) = effects.first else {
      Issue.record("\(effects)")
      return
    }
    #expect(title == "Move to the cold store")
    #expect(id.utf8.count == 36)
    state.type("Tell the office")
    guard case .sync(.edit(.addItem(let next, _, _), _, _)) = state.work("Enter").first else {
      Issue.record("no second item")
      return
    }
    #expect(next != id)
    state.work("Escape")
    #expect(
      state.work("u") == [
        .sync(.edit(.removeItem(id: next), Self.t3, seen: .item(title: "Tell the office", isChecked: false)))
      ])
  }

  @Test func enterTicksAnItemAsSpaceDoes() {
    var state = Self.open()
    state.work("Down", "Down")
    let tick: [Effect] = [.sync(.edit(.check(item: "c2", isChecked: true), Self.t3))]
    #expect(state.rows[23].contains("Space tick") && !state.rows[23].contains("Enter"))
    #expect(state.work("Enter") == tick)
    state = Self.open()
    state.work("Down", "Down")
    #expect(state.work("Space") == tick)
  }

  @Test func anItemIsRenamedAndRemoved() {
    var state = Self.open()
    state.work("Down", "Down", "e", "Ctrl+U")
    state.type("Below 5 degrees")
    let seen = EditBase.Value.item(title: "Below 7 degrees", isChecked: false)
    #expect(state.work("Enter") == [.sync(.edit(.renameItem(id: "c2", title: "Below 5 degrees"), Self.t3, seen: seen))])
    #expect(state.work("D") == [.sync(.edit(.removeItem(id: "c2"), Self.t3))])
    #expect(state.shows("Removed: Below 7 degrees"))
    #expect(
      state.work("u") == [
        .sync(.edit(.addItem(id: "c2", title: "Below 7 degrees", isChecked: false), Self.t3)),
        .sync(.edit(.moveItem(id: "c2", after: "c1"), Self.t3)),
      ])
    #expect(
      state.notice?.text == "Taken back (checklist: Below 7 degrees, item removed): Receive the dairy delivery")
  }

  @Test func anItemIsMovedAndTheSelectionGoesWithIt() {
    var state = Self.open()
    state.work("Down", "Down")
    #expect(state.work("K") == [.sync(.edit(.moveItem(id: "c2", after: nil), Self.t3))])
    state = Self.open()
    state.work("Down", "Down")
    #expect(state.work("Alt+Down") == [.sync(.edit(.moveItem(id: "c2", after: "c3"), Self.t3))])
    var moved = SampleShift.details
    moved.checklist.swapAt(1, 2)
    state.sync(.details(moved))
    #expect(state.itemAtHand?.id == "c2")
    #expect(state.work("u") == [.sync(.edit(.moveItem(id: "c2", after: "c1"), Self.t3))])
  }

  /// Space would tick another step than the one that was read.
  @Test func aColleagueWhoTakesAnItemOffMovesNobodyToAnother() {
    var state = Self.open()
    state.work("Down", "Down")
    var fewer = SampleShift.details
    fewer.checklist.removeFirst()
    state.sync(.details(fewer))
    #expect(state.work("Space") == [.sync(.edit(.check(item: "c2", isChecked: true), Self.t3))])
    state.work("Down", "Down")
    fewer.checklist.removeAll()
    state.sync(.details(fewer))
    state.work("Enter")
    #expect(state.shows("intranet.contoso.example/dairy"))
  }

  @Test func whoeverStoodAtTheEndStandsAtTheEnd() {
    var state = Self.open()
    state.work("G")
    var fewer = SampleShift.details
    fewer.links = []
    fewer.checklist.removeLast()
    state.sync(.details(fewer))
    #expect(state.itemAtHand?.id == "c2")
    #expect(draw(state).cursor != nil)
  }

  /// What is selected is out of view then; a screen reader still finds where to read.
  @Test func theCursorStaysOnAPageThatIsReadOn() {
    var state = Self.open()
    var long = SampleShift.details
    long.note = (1...60).map { "line \($0)" }.joined(separator: "\n")
    state.sync(.details(long))
    state.work("PageDown")
    #expect(!state.shows("line 1 "))
    #expect(draw(state).cursor != nil)
    state.work("G")
    _ = update(&state, .terminal(.resize(Size(columns: 120, rows: 40))))
    #expect(draw(state).cursor != nil)
    #expect(state.rows.contains { $0.contains("Dairy rules") })
  }

  @Test func aWorkerTicksAndIsToldWhoDoesTheRest() {
    var state = Self.open(SampleShift.mei)
    state.work("Down", "Down")
    #expect(state.work("Space") == [.sync(.edit(.check(item: "c2", isChecked: true), Self.t3))])
    for key in ["n", "e", "D", "K"] {
      #expect(state.work(key) == [])
      #expect(state.shows("Managers do this"), "\(key)")
    }
  }

  @Test func anEmptyItemIsNotAdded() {
    var state = Self.open()
    state.work("n")
    state.type("  ")
    #expect(state.work("Enter") == [])
    #expect(state.shows("Type something first"))
  }
}
