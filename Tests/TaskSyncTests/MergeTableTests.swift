import StoreModel
import Testing

@testable import TaskSync

/// Each cell of the merge table: what the worker does, what somebody did since they looked, and what comes of it.
struct MergeCell: Sendable, CustomTestStringConvertible {
  enum Outcome: Sendable {
    /// Goes to the server over what is there; the task ends like this.
    case sent
    /// The server has it already: nothing is written.
    case dropped
    /// Goes to the server together with what is there, and the worker is told.
    case joined
    /// Nothing is written until its owner decides.
    case asks
  }

  /// What the task was when the worker looked.
  var before: [TaskWrite] = []
  var mine: TaskEdit
  var theirs: [TaskWrite]
  var outcome: Outcome
  /// What the server has in the end.
  var end: [TaskWrite]

  var testDescription: String { "\(mine) against \(theirs): \(outcome)" }
}

extension MergeCell {
  private static let due = EditKindTests.moment
  private static let later = due.advanced(by: .seconds(60))
  private static let sam = UserID(rawValue: "sam")
  private static let kim = UserID(rawValue: "kim")

  static let table: [MergeCell] = status + items + people + note + plain

  static let status: [MergeCell] = [
    MergeCell(
      mine: .setStatus(.complete), theirs: [.title("x")], outcome: .sent,
      end: [.percentComplete(100), .title("x")]),
    MergeCell(
      mine: .setStatus(.complete), theirs: [.percentComplete(100)], outcome: .dropped, end: [.percentComplete(100)]),
    MergeCell(
      mine: .setStatus(.complete), theirs: [.percentComplete(50)], outcome: .joined, end: [.percentComplete(100)]),
    MergeCell(
      before: [.percentComplete(50)], mine: .setStatus(.complete), theirs: [.percentComplete(0)], outcome: .joined,
      end: [.percentComplete(100)]),
    MergeCell(
      mine: .setStatus(.complete), theirs: [.percentComplete(100), .percentComplete(0)], outcome: .asks,
      end: [.percentComplete(0)]),
    MergeCell(
      before: [.percentComplete(100)], mine: .setStatus(.notStarted), theirs: [.title("x")], outcome: .sent,
      end: [.percentComplete(0), .title("x")]),
    MergeCell(
      before: [.percentComplete(100)], mine: .setStatus(.notStarted), theirs: [.percentComplete(0)], outcome: .dropped,
      end: [.percentComplete(0)]),
    MergeCell(
      before: [.percentComplete(100)], mine: .setStatus(.notStarted), theirs: [.percentComplete(50)], outcome: .asks,
      end: [.percentComplete(50)]),
    MergeCell(
      mine: .setStatus(.inProgress), theirs: [.percentComplete(100)], outcome: .asks, end: [.percentComplete(100)]),
  ]

  static let items: [MergeCell] = [
    MergeCell(
      mine: .check(item: "a", isChecked: true), theirs: [.ticked(item: "b", true)], outcome: .sent,
      end: [.ticked(item: "a", true), .ticked(item: "b", true)]),
    MergeCell(
      mine: .check(item: "a", isChecked: true), theirs: [.ticked(item: "a", true)], outcome: .dropped,
      end: [.ticked(item: "a", true)]),
    MergeCell(
      mine: .check(item: "a", isChecked: true), theirs: [.ticked(item: "a", true), .ticked(item: "a", false)],
      outcome: .asks, end: [.ticked(item: "a", false)]),
    MergeCell(
      mine: .check(item: "a", isChecked: true), theirs: [.itemTitle(item: "a", "other")], outcome: .asks,
      end: [.ticked(item: "a", false), .itemTitle(item: "a", "other")]),
    MergeCell(
      mine: .check(item: "a", isChecked: true), theirs: [.noItem("a")], outcome: .asks, end: [.noItem("a")]),
    MergeCell(
      mine: .addItem(id: "n", title: "new"),
      theirs: [.newItem("o", title: "other", isChecked: false, orderHint: "c !")],
      outcome: .sent,
      end: [
        .newItem("o", title: "other", isChecked: false, orderHint: "c !"),
        .newItem("n", title: "new", isChecked: false, orderHint: "cm !"),
      ]),
    MergeCell(
      mine: .renameItem(id: "a", title: "mine"), theirs: [.ticked(item: "a", true)], outcome: .sent,
      end: [.ticked(item: "a", true), .itemTitle(item: "a", "mine")]),
    MergeCell(
      mine: .renameItem(id: "a", title: "mine"), theirs: [.itemTitle(item: "a", "mine")], outcome: .dropped,
      end: [.itemTitle(item: "a", "mine")]),
    MergeCell(
      mine: .renameItem(id: "a", title: "mine"), theirs: [.itemTitle(item: "a", "theirs")], outcome: .asks,
      end: [.itemTitle(item: "a", "theirs")]),
    MergeCell(
      mine: .renameItem(id: "a", title: "mine"), theirs: [.noItem("a")], outcome: .asks, end: [.noItem("a")]),
    MergeCell(
      mine: .removeItem(id: "a"), theirs: [.noItem("a")], outcome: .dropped, end: [.noItem("a")]),
    MergeCell(
      mine: .removeItem(id: "a"), theirs: [.itemTitle(item: "a", "theirs")], outcome: .asks,
      end: [.itemTitle(item: "a", "theirs")]),
    MergeCell(
      mine: .moveItem(id: "a", after: "b"), theirs: [.noItem("a")], outcome: .dropped, end: [.noItem("a")]),
    MergeCell(
      before: [.newItem("c", title: "item c", isChecked: false, orderHint: "b !")],
      mine: .moveItem(id: "b", after: nil), theirs: [.itemPlace(item: "b", orderHint: "bm !")], outcome: .dropped,
      end: [.itemPlace(item: "b", orderHint: "bm !")]),
    MergeCell(
      mine: .moveItem(id: "b", after: nil), theirs: [.itemPlace(item: "b", orderHint: "z !")], outcome: .sent,
      end: [.itemPlace(item: "b", orderHint: " a!")]),
  ]

  static let people: [MergeCell] = [
    MergeCell(
      mine: .assign(sam), theirs: [.assigned(kim, true)], outcome: .sent,
      end: [.assigned(kim, true), .assigned(sam, true)]),
    MergeCell(mine: .assign(sam), theirs: [.assigned(sam, true)], outcome: .dropped, end: [.assigned(sam, true)]),
    MergeCell(
      mine: .assign(sam), theirs: [.assigned(sam, true), .assigned(sam, false)], outcome: .asks, end: []),
    MergeCell(
      before: [.assigned(sam, true)], mine: .unassign(sam), theirs: [.assigned(kim, true)], outcome: .sent,
      end: [.assigned(kim, true), .assigned(sam, false)]),
    MergeCell(
      before: [.assigned(sam, true)], mine: .unassign(sam), theirs: [.assigned(sam, false)], outcome: .dropped,
      end: [.assigned(sam, false)]),
    MergeCell(
      mine: .setCategory("category1", applies: true), theirs: [.category("category2", true)], outcome: .sent,
      end: [.category("category1", true), .category("category2", true)]),
    MergeCell(
      mine: .setCategory("category1", applies: true), theirs: [.category("category1", true)], outcome: .dropped,
      end: [.category("category1", true)]),
  ]

  static let note: [MergeCell] = [
    MergeCell(
      before: [.note("one\ntwo\nthree")], mine: .setNote("one\ntwo\nthree\nfour"), theirs: [.ticked(item: "a", true)],
      outcome: .sent, end: [.note("one\ntwo\nthree\nfour"), .ticked(item: "a", true)]),
    MergeCell(
      before: [.note("one")], mine: .setNote("one two"), theirs: [.note("one two")], outcome: .dropped,
      end: [.note("one two")]),
    MergeCell(
      before: [.note("one\ntwo\nthree")], mine: .setNote("one\ntwo\nthree, said I"),
      theirs: [.note("zero\none\ntwo\nthree")], outcome: .joined, end: [.note("zero\none\ntwo\nthree, said I")]),
    MergeCell(
      before: [.note("one")], mine: .setNote("one\nmine"), theirs: [.note("one\ntheirs")], outcome: .asks,
      end: [.note("one\ntheirs")]),
    MergeCell(
      before: [.note("one")], mine: .setNote("mine"), theirs: [.note("theirs")], outcome: .asks, end: [.note("theirs")]),
    MergeCell(
      before: [.note("café")], mine: .setNote("cafe\u{301}"), theirs: [.ticked(item: "a", true)], outcome: .dropped,
      end: [.note("café"), .ticked(item: "a", true)]),
  ]

  /// Title, dates, priority and bucket: the same by both is dropped, another asks.
  static let plain: [MergeCell] =
    [
      (TaskEdit.setTitle("mine"), TaskWrite.title("mine"), TaskWrite.title("theirs")),
      (.setDue(due), .due(due), .due(later)), (.setDue(due), .due(due), .due(due.advanced(by: .seconds(-60)))),
      (.setStart(due), .start(due), .start(later)), (.setPriority(1), .priority(1), .priority(9)),
      (.moveToBucket("mine"), .bucket("mine"), .bucket("theirs")),
    ].flatMap { (edit, same, other) in
      [
        MergeCell(mine: edit, theirs: [.note("x")], outcome: .sent, end: [same, .note("x")]),
        MergeCell(mine: edit, theirs: [same], outcome: .dropped, end: [same]),
        MergeCell(mine: edit, theirs: [other], outcome: .asks, end: [other]),
      ]
    } + [
      MergeCell(mine: .delete, theirs: [.title("theirs")], outcome: .asks, end: [.title("theirs")]),
      MergeCell(mine: .delete, theirs: [.note("theirs")], outcome: .asks, end: [.note("theirs")]),
    ]
}

@Suite struct MergeTableTests {
  /// Who else changed the task.
  enum Other: String, CaseIterable, Sendable {
    case sameWorkerElsewhere, otherWorker, web
    var user: UserID? {
      switch self {
      case .sameWorkerElsewhere: SyncStand.user
      case .otherWorker: EditKindTests.colleague
      case .web: nil
      }
    }
  }
  let task = EditKindTests.task

  private func seen(_ cell: MergeCell) -> SyncStand {
    var planner = ModelPlanner()
    for write in cell.before { planner.write(task, write) }
    return EditKindTests.ready(planner)
  }

  private func expect(_ cell: MergeCell, _ stand: SyncStand, _ writesBefore: Int) {
    var end = ModelPlanner()
    for write in cell.before + cell.end { end.write(task, write) }
    let expected = EditKindTests.unordered(EditKindTests.seen(end.entries[task]))
    #expect(EditKindTests.unordered(EditKindTests.seen(stand.planner.entries[task])) == expected)
    let joined = stand.events.contains { if case .merged = $0 { true } else { false } }
    #expect(joined == (cell.outcome == .joined))
    #expect(stand.outbox.map(\.state) == (cell.outcome == .asks ? [.needsDecision] : []))
    #expect(stand.disk.outbox.count == stand.outbox.count)
    if cell.outcome == .dropped || cell.outcome == .asks {
      #expect(stand.planner.entries[task]?.version == writesBefore)
    }
  }

  /// The server knows before we do: it says so when the edit arrives.
  @Test(arguments: MergeCell.table, Other.allCases)
  func theServerObjects(_ cell: MergeCell, _ other: Other) {
    var stand = seen(cell)
    for write in cell.theirs { stand.planner.write(task, write, by: other.user) }
    let version = stand.planner.entries[task]?.version ?? 0
    stand.give(.edit(cell.mine, task))
    stand.settle()
    expect(cell, stand, version)
  }

  /// Made offline; a round brings their change before the edit leaves.
  @Test(arguments: MergeCell.table, Other.allCases)
  func theChangeIsReadFirst(_ cell: MergeCell, _ other: Other) {
    var stand = seen(cell)
    stand.give(.syncNow)
    stand.answer(.failed(.offline))
    stand.give(.edit(cell.mine, task))
    stand.settle()
    for write in cell.theirs { stand.planner.write(task, write, by: other.user) }
    let version = stand.planner.entries[task]?.version ?? 0
    stand.give(.loadDetails(task))
    stand.wait(rounds: 3)
    expect(cell, stand, version)
  }

  /// Made offline, before a restart.
  @Test(arguments: MergeCell.table, Other.allCases)
  func theTerminalWasOff(_ cell: MergeCell, _ other: Other) {
    var stand = seen(cell)
    stand.give(.syncNow)
    stand.answer(.failed(.offline))
    stand.give(.edit(cell.mine, task))
    stand.write()
    for write in cell.theirs { stand.planner.write(task, write, by: other.user) }
    let version = stand.planner.entries[task]?.version ?? 0
    var next = SyncStand(planner: stand.planner)
    next.disk = stand.disk
    next.now = stand.now
    next.begin()
    next.settle()
    next.wait(rounds: 2)
    expect(cell, next, version)
  }

  /// The power went while a completion was on its way: an open task may have been reopened behind it.
  @Test func aCompletionCutOffOnItsWayIsAskedAbout() {
    var stand = EditKindTests.ready(ModelPlanner())
    stand.give(.edit(.setStatus(.complete), task))
    stand.write()
    #expect(stand.asks.contains { $0.request.isWrite })
    stand.planner.set(task, percent: 50)
    var next = SyncStand(planner: stand.planner)
    next.disk = stand.disk
    next.now = stand.now
    next.begin()
    next.settle()
    #expect(next.outbox.map(\.state) == [.needsDecision])
    #expect(next.planner.entries[task]?.task.percentComplete == 50)
  }
}
