import StoreModel
import TaskSync

/// Tasks in the order people work them, kept sorted while single tasks change.
struct Agenda: Equatable, Sendable {
  /// A task and its place: group, then due, then title. An object, because rows are copied whole and often.
  final class Entry: Sendable, Comparable {
    let group: RowGroup
    let due: Int64
    let seen: VisibleTask

    init(_ seen: VisibleTask, _ order: RowOrder) {
      group = order.group(of: seen)
      due = order.arrangement == .title ? 0 : seen.task.due?.ticks ?? .max
      self.seen = seen
    }

    var title: String { seen.task.title }
    var id: TaskID { seen.task.id }

    static func < (a: Entry, b: Entry) -> Bool {
      if a.group.rank != b.group.rank { return a.group.rank < b.group.rank }
      if a.due != b.due { return a.due < b.due }
      if a.title != b.title { return a.title < b.title }
      return a.id.rawValue < b.id.rawValue
    }

    static func == (a: Entry, b: Entry) -> Bool {
      a.group == b.group && a.due == b.due && a.id == b.id && a.title == b.title
    }
  }

  /// What a line of the list shows.
  enum Line: Hashable, Sendable {
    case heading(RowGroup.Kind)
    case task(Int)
  }

  let order: RowOrder
  private(set) var entries: [Entry]
  /// Groups that have tasks, with the index of their first.
  private(set) var sections: [(group: RowGroup, start: Int)] = []

  init(_ tasks: some Sequence<VisibleTask>, order: RowOrder) {
    self.init(sorted: tasks.map { Entry($0, order) }.sorted(), order: order)
  }

  private init(sorted entries: [Entry], order: RowOrder) {
    self.order = order
    self.entries = entries
    findSections()
  }

  var isEmpty: Bool { entries.isEmpty }
  var lineCount: Int { entries.count + sections.count }

  /// The same order with only some of the tasks.
  func keeping(_ isKept: (VisibleTask) -> Bool) -> Agenda {
    Agenda(sorted: entries.filter { isKept($0.seen) }, order: order)
  }

  /// The index of a task that stands here as it is given; nil when it does not.
  func index(of seen: VisibleTask) -> Int? {
    let entry = Entry(seen, order)
    let index = place(of: entry)
    return index < entries.count && entries[index] == entry ? index : nil
  }

  /// Takes out what stood here, puts in what stands here now.
  mutating func replace(_ old: [VisibleTask], with new: [VisibleTask]) {
    for seen in old {
      if let index = index(of: seen) { entries.remove(at: index) }
    }
    for seen in new {
      let entry = Entry(seen, order)
      entries.insert(entry, at: place(of: entry))
    }
    findSections()
  }

  /// The line a task stands on.
  func line(ofEntry index: Int) -> Int { index + sections.count { $0.start <= index } }

  /// What stands on a line; nil below the last.
  func line(_ number: Int) -> Line? {
    for (place, section) in sections.enumerated().reversed() {
      let heading = section.start + place
      if number == heading { return .heading(section.group.kind) }
      if number > heading {
        let index = number - place - 1
        return index < entries.count ? .task(index) : nil
      }
    }
    guard sections.isEmpty, entries.indices.contains(number) else { return nil }
    return .task(number)
  }

  private func place(of entry: Entry) -> Int { entries.sortedPlace(after: { $0 < entry }) }

  private mutating func findSections() {
    sections = []
    if order.arrangement == .title { return }
    var start = 0
    while start < entries.count {
      let group = entries[start].group
      sections.append((group, start))
      start = entries.sortedPlace(after: { $0.group.rank <= group.rank })
    }
  }

  static func == (a: Agenda, b: Agenda) -> Bool { a.order == b.order && a.entries == b.entries }
}

extension Array {
  /// The first index whose element is not before what is looked for, in a sorted array. Its name is its own, so that no
  /// `firstIndex` with a closure behind it means this one.
  func sortedPlace(after isBefore: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
