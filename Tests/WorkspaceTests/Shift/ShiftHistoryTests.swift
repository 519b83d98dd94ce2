import StoreModel
import TaskSync
import Testing

@testable import Workspace

/// The history follows the outbox bit by bit, and is what following it whole makes of it.
@Suite struct ShiftHistoryTests {
  @Test(arguments: 0..<10)
  func isTheSameAsFollowingTheWholeOutbox(seed: UInt64) {
    var random = Seeded(seed)
    var history = ShiftHistory()
    var plain = PlainHistory()
    var outbox: [Int64: PendingChangeRecord] = [:]
    var last: Int64 = 0
    for step in 0..<150 {
      var made: [PendingChangeRecord] = []
      for _ in 0..<random.below(4) {
        // Many are made in one moment, and a clock may be set back.
        last += 1
        let record = Self.record(at: Int64(step / 10) - Int64(random.below(2)), change: last)
        made.append(PendingChangeRecord(id: last, record: record))
      }
      // A change that stays may be made anew, at another moment.
      for id in outbox.keys.sorted() where random.below(8) == 0 {
        made.append(PendingChangeRecord(id: id, record: Self.record(at: Int64(step / 10), change: id)))
      }
      let gone = outbox.keys.sorted().filter { _ in random.below(4) == 0 }
        .filter { id in !made.contains { $0.id == id } }
      let confirmed = gone.filter { _ in random.below(3) > 0 }
        .compactMap { outbox[$0] }
      for change in made { outbox[change.id] = change }
      for id in gone { outbox[id] = nil }
      history.follow(made.filter { !history.knows($0.id) }, removed: gone)
      plain.follow(outbox.values.sorted { $0.id < $1.id })
      #expect(history.records == plain.records)
      for change in confirmed {
        let (kept, expected) = (history.confirm(change), plain.confirm(change))
        #expect(kept == expected)
      }
      if random.below(5) == 0 {
        let other = Self.record(at: Int64(step / 10), change: nil)
        let (kept, expected) = (history.add(other), plain.add(other))
        #expect(kept == expected)
      }
      #expect(history.records == plain.records)
      let task = Self.task(Int64(random.below(7)))
      #expect(history.last(of: task) { $0 == .created } == plain.records.last { $0.task == task && $0.who == .worker })
    }
  }

  private static func task(_ number: Int64) -> TaskID { TaskID(rawValue: "T\(number % 7)") }

  private static func record(at second: Int64, change: Int64?) -> HistoryRecord {
    HistoryRecord(
      at: Timestamp(seconds: second), who: change == nil ? .unknown : .worker, task: task(change ?? 0),
      title: "Sweep", deed: .created, unsent: change, number: change ?? 0)
  }

  /// As simple as can be: everything is looked through with every step.
  private struct PlainHistory {
    var records: [HistoryRecord] = []

    mutating func put(_ record: HistoryRecord) {
      let place = records.lastIndex { !record.isBefore($0) }
      records.insert(record, at: place.map { $0 + 1 } ?? 0)
    }

    mutating func add(_ record: HistoryRecord) -> HistoryRecord {
      var record = record
      record.number = records.map(\.number).max() ?? 0
      put(record)
      return record
    }

    mutating func follow(_ outbox: [PendingChangeRecord]) {
      let open = Set(outbox.map(\.id))
      records.removeAll { record in record.unsent.map { !open.contains($0) } ?? false }
      let known = Set(records.compactMap(\.unsent))
      for change in outbox where !known.contains(change.id) { put(change.record) }
    }

    mutating func confirm(_ change: PendingChangeRecord) -> HistoryRecord {
      records.removeAll { $0.unsent == change.id }
      var record = change.record
      record.unsent = nil
      put(record)
      return record
    }
  }
}
