/// Lists of tasks as the bytes that were answered last; a write forgets those it may have changed.
struct WrittenLists: Sendable {
  private var plans: [String: Entry] = [:]
  private var people: [String: Entry] = [:]

  private struct Entry {
    var base: String
    var bytes: [UInt8]
  }

  func plan(_ id: String, base: String) -> [UInt8]? { bytes(plans[id], base) }
  func person(_ id: String, base: String) -> [UInt8]? { bytes(people[id], base) }

  private func bytes(_ entry: Entry?, _ base: String) -> [UInt8]? {
    entry.flatMap { $0.base == base ? $0.bytes : nil }
  }

  mutating func keep(plan id: String, base: String, _ bytes: [UInt8]) {
    plans[id] = Entry(base: base, bytes: bytes)
  }

  mutating func keep(person id: String, base: String, _ bytes: [UInt8]) {
    people[id] = Entry(base: base, bytes: bytes)
  }

  mutating func forget(plan id: String) {
    plans[id] = nil
    people = [:]
  }
}
