import StoreModel
import TaskSync
import Terminal
import Testing
import Workspace

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
    guard case .sync(.edit(.addItem(let id, let title, false), Self.t3)) = effects.first else {
      Issue.record("\(effects)")
      return
    }
    #expect(title == "Move to the cold store")
    #expect(id.utf8.count == 36)
    state.type("Tell the office")
    guard case .sync(.edit(.addItem(let next, _, _), _)) = state.work("Enter").first else {
      Issue.record("no second item")
      return
    }
    #expect(next != id)
    state.work("Escape")
    #expect(state.work("u") == [.sync(.edit(.removeItem(id: next), Self.t3))])
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
    #expect(state.work("Enter") == [.sync(.edit(.renameItem(id: "c2", title: "Below 5 degrees"), Self.t3))])
    #expect(state.work("D") == [.sync(.edit(.removeItem(id: "c2"), Self.t3))])
    #expect(state.shows("Removed: Below 7 degrees"))
    #expect(state.work("u") == [.sync(.edit(.addItem(id: "c2", title: "Below 7 degrees", isChecked: false), Self.t3))])
  }

  @Test func anItemIsMovedAndTheSelectionGoesWithIt() {
    var state = Self.open()
    state.work("Down", "Down")
    #expect(state.work("K") == [.sync(.edit(.moveItem(id: "c2", after: nil), Self.t3))])
    state = Self.open()
    state.work("Down", "Down")
    #expect(state.work("Alt+Down") == [.sync(.edit(.moveItem(id: "c2", after: "c3"), Self.t3))])
    guard case .task(let page) = state.page else { return }
    #expect(page.cursor.row == 3)
    #expect(state.work("u") == [.sync(.edit(.moveItem(id: "c2", after: "c1"), Self.t3))])
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
