import StoreModel
import Strings
import TaskSync
import Terminal
import Testing

@testable import Workspace

@Suite struct LabelTests {
  static func state(_ worker: Worker = SampleShift.manager) -> AppState {
    var state = SampleShift.started(worker)
    var lists = SampleShift.lists
    lists[1].labels = ["category1": "Cold chain", "category4": "Two people"]
    let task = SampleShift.task("t3", "Receive the dairy", hours: 1, list: "l2", who: ["omar", "mei"]) {
      $0.categories = ["category1", "category2"]
    }
    state.sync(.lists(lists), .tasks(changed: [task], removed: []), .details(SampleShift.details))
    state.work("3", "/")
    state.type("receive")
    state.work("Enter")
    return state
  }

  @Test func rowAndTaskShowThePlansOwnNames() {
    var state = Self.state()
    #expect(state.shows("Receive the dairy [Cold chain]"))
    state.work("Enter")
    #expect(state.shows("labels: Cold chain, label 2"))
  }

  @Test func theFilterFindsTasksByLabel() {
    var state = Self.state()
    state.work("Escape", "/")
    state.type("cold chain")
    #expect(state.shows("Receive the dairy"))
    #expect(!state.shows("Write the rota"))
  }

  @Test func theMenuOffersNamedLabelsFirst() throws {
    var state = Self.state()
    state.work("e", "7")
    let rows = state.rows
    let first = rows.firstIndex { $0.contains("[x] Cold chain") } ?? 0
    #expect(first > 0)
    #expect(rows[first + 1].contains("[ ] Two people"))
    #expect(rows[first + 2].contains("label 2"))
    state.work("Down", "Space")
    let effects = state.work("Enter")
    #expect(effects == [.sync(.edit(.setCategory("category4", applies: true), TaskID(rawValue: "t3")))])
  }

  @Test func peopleStandBeforeLabels() {
    var state = Self.state()
    state.work("Enter")
    #expect(state.shows("you, Mei Lindqvist · labels: Cold chain, label 2"))
  }

  @Test(arguments: Words.languages) func aLongTitleLeavesTheInstructionWhole(language: String) throws {
    var state = Self.state()
    state.look.words = try #require(Words(language: language))
    var task = try #require(SampleShift.tasks.first { $0.id.rawValue == "t3" })
    task.task.title = "Receive the trolleys at the entrance and those behind the loading dock"
    state.sync(.tasks(changed: [task], removed: []))
    state.work("e", "7")
    let ending = try #require(state.look.words(.chooseLabels, ["title": "#"]).split(separator: "#").last)
    #expect(state.rows.contains { $0.contains("Receive the t") && $0.hasSuffix("…" + ending) }, "\(state.rows)")
  }
}
