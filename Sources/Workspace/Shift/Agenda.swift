import StoreModel
import TaskSync

/// Tasks in the order people work them, kept sorted while single tasks change: every task there is, of these the ones of a
/// tab or list, and of these the ones that are found, which are the rows.
///
/// The last two are numbers in the first, so that choosing among a hundred thousand tasks copies nothing of them.
struct Agenda: Equatable, Sendable {
  /// What a line of the list shows.
  enum Line: Hashable, Sendable {
    case heading(RowGroup.Kind)
    case task(Int)
  }

  /// A task that comes in, with what is searched in it.
  typealias Newcomer = (seen: VisibleTask, text: SearchTexts.Text)

  let order: RowOrder
  /// Completed tasks that stay where they were, for as long as the worker is there.
  private(set) var kept: Set<TaskID> = []
  private(set) var texts = SearchTexts()
  private var sorted: [Entry] = []
  /// For each of `sorted` where its text is.
  private var slots: [Int32] = []
  private var chosen: [Int32] = []
  private var found: [Int32] = []
  /// Groups that have rows, with the row of their first.
  private(set) var sections: [(group: RowGroup, start: Int)] = []

  /// Nothing yet.
  init(order: RowOrder) { self.order = order }

  /// The same tasks in another order; the rows have to be chosen anew.
  init(_ other: Agenda, order: RowOrder, seen: (TaskID) -> VisibleTask?) {
    self.init(order: order)
    texts = other.texts
    kept = other.kept
    let all = zip(other.sorted, other.slots).compactMap { old, slot in seen(old.id).map { (entry(of: $0), slot) } }
      .sorted { $0.0 < $1.0 }
    sorted = all.map(\.0)
    slots = all.map(\.1)
  }

  /// Rows there are.
  var count: Int { found.count }
  var isEmpty: Bool { found.isEmpty }
  var lineCount: Int { count + sections.count }
  /// The tasks of the rows, in order.
  var ids: [TaskID] { found.map { sorted[Int($0)].id } }

  /// The task of a row.
  subscript(row: Int) -> Entry { sorted[Int(found[row])] }

  /// The row of a task that stands here as it is given; nil when it does not.
  func index(of seen: VisibleTask) -> Int? {
    guard let index = place(of: seen) else { return nil }
    let row = found.sortedPlace(after: { $0 < index })
    return row < found.count && found[row] == index ? row : nil
  }

  /// A task with its place in the order; one that is kept has the place it had before it was completed.
  func entry(of seen: VisibleTask) -> Entry {
    Entry(seen, order, isKept: !kept.isEmpty && kept.contains(seen.id))
  }

  /// The tasks of a list in their order, rows or not; looked up as far as they are asked for.
  func entries(of list: ListID) -> LazyFilterSequence<[Entry]> { sorted.lazy.filter { $0.list == list } }

  /// The tasks in whose own words something stands, rows or not.
  func mentioning(_ code: String) -> [TaskID] {
    holding(TaskSearch(code)).map(\.id)
  }

  /// The tasks that hold what is searched for, rows or not.
  func holding(_ search: TaskSearch) -> [Entry] {
    texts.found(by: search, among: sorted.indices.map(Int32.init)) { slots[Int($0)] }.map { sorted[Int($0)] }
  }

  // MARK: Choosing rows

  /// Makes the tasks for which this is true the ones that are searched in, and all of them rows.
  mutating func choose(_ isChosen: (Entry) -> Bool) {
    chosen = sorted.indices.filter { isChosen(sorted[$0]) }.map(Int32.init)
    show(chosen)
  }

  /// Keeps tasks that are to be completed where they are now.
  mutating func keep(_ tasks: some Sequence<TaskID>) { kept.formUnion(tasks) }

  /// Makes those the rows in which everything is found that is searched for; all where nothing is.
  ///
  /// - Parameter isNarrower: whether only what is a row already can be found.
  mutating func find(_ search: TaskSearch?, isNarrower: Bool = false) {
    guard let search else { return show(chosen) }
    let candidates = isNarrower ? found : chosen
    show(texts.found(by: search, among: candidates) { slots[Int($0)] })
  }

  private mutating func show(_ rows: [Int32]) {
    found = rows
    findSections()
  }

  // MARK: Changing tasks

  /// Takes out what stood here, puts in what stands here now, one by one.
  ///
  /// - Parameters:
  ///   - kept: the tasks that stay where they were although they are completed.
  ///   - search: what is searched for, in texts with the tags given; they may be more than before.
  mutating func replace(
    _ old: [VisibleTask], with new: [Newcomer], keeping kept: Set<TaskID>, _ isChosen: (Entry) -> Bool,
    search: ([SearchTexts.Tag]) -> TaskSearch?
  ) {
    for seen in old { if let index = place(of: seen) { remove(at: index) } }
    self.kept = kept
    let places = new.map { texts.add($0.text) }
    let search = search(texts.tags)
    for (newcomer, slot) in zip(new, places) {
      let entry = entry(of: newcomer.seen)
      let isChosen = isChosen(entry)
      insert(entry, slot, isChosen: isChosen, isFound: isChosen && (search.map { texts.holds($0, slot) } ?? true))
    }
    tidyTexts()
    findSections()
  }

  /// The same for many; the rows have to be chosen anew.
  mutating func merge(_ old: [VisibleTask], with new: [Newcomer], keeping kept: Set<TaskID>) {
    var isGone = Set<Int32>()
    for seen in old { if let index = place(of: seen) { isGone.insert(index) } }
    texts.forget(isGone.count)
    self.kept = kept
    let coming = new.map { (entry: entry(of: $0.seen), text: $0.text) }.sorted { $0.entry < $1.entry }
    var entries: [Entry] = []
    var places: [Int32] = []
    entries.reserveCapacity(sorted.count + coming.count)
    places.reserveCapacity(sorted.count + coming.count)
    var next = coming.startIndex
    func take(before entry: Entry?) {
      while next < coming.endIndex, entry.map({ coming[next].entry < $0 }) ?? true {
        entries.append(coming[next].entry)
        places.append(texts.add(coming[next].text))
        next += 1
      }
    }
    for index in sorted.indices where !isGone.contains(Int32(index)) {
      take(before: sorted[index])
      entries.append(sorted[index])
      places.append(slots[index])
    }
    take(before: nil)
    (sorted, slots) = (entries, places)
    tidyTexts()
  }

  /// More of a task can be searched in now.
  mutating func learn(_ text: SearchTexts.Text, of seen: VisibleTask) {
    guard let index = place(of: seen) else { return }
    texts.forget(1)
    slots[Int(index)] = texts.add(text)
    tidyTexts()
  }

  private mutating func remove(at index: Int32) {
    sorted.remove(at: Int(index))
    slots.remove(at: Int(index))
    texts.forget(1)
    Self.close(&chosen, at: index)
    Self.close(&found, at: index)
  }

  private mutating func insert(_ entry: Entry, _ slot: Int32, isChosen: Bool, isFound: Bool) {
    let index = sorted.sortedPlace(after: { $0 < entry })
    sorted.insert(entry, at: index)
    slots.insert(slot, at: index)
    Self.open(&chosen, at: Int32(index), isIn: isChosen)
    Self.open(&found, at: Int32(index), isIn: isFound)
  }

  private static func close(_ rows: inout [Int32], at index: Int32) {
    let start = rows.sortedPlace(after: { $0 < index })
    if start < rows.count, rows[start] == index { rows.remove(at: start) }
    for row in start..<rows.count { rows[row] -= 1 }
  }

  private static func open(_ rows: inout [Int32], at index: Int32, isIn: Bool) {
    let start = rows.sortedPlace(after: { $0 < index })
    for row in start..<rows.count { rows[row] += 1 }
    if isIn { rows.insert(index, at: start) }
  }

  private mutating func tidyTexts() {
    guard texts.isMostlyGone else { return }
    (texts, slots) = texts.kept(slots)
  }

  private func place(of seen: VisibleTask) -> Int32? {
    let entry = entry(of: seen)
    let index = sorted.sortedPlace(after: { $0 < entry })
    return index < sorted.count && sorted[index] == entry ? Int32(index) : nil
  }

  // MARK: Lines

  /// The line a row stands on.
  func line(ofEntry index: Int) -> Int { index + sections.count { $0.start <= index } }

  /// What stands on a line; nil below the last.
  func line(_ number: Int) -> Line? {
    for (place, section) in sections.enumerated().reversed() {
      let heading = section.start + place
      if number == heading { return .heading(section.group.kind) }
      if number > heading {
        let index = number - place - 1
        return index < count ? .task(index) : nil
      }
    }
    guard sections.isEmpty, found.indices.contains(number) else { return nil }
    return .task(number)
  }

  private mutating func findSections() {
    sections = []
    if order.arrangement == .title { return }
    var start = 0
    while start < count {
      let group = self[start].group
      sections.append((group, start))
      start = found.sortedPlace(after: { sorted[Int($0)].group.rank <= group.rank })
    }
  }

  static func == (a: Agenda, b: Agenda) -> Bool {
    a.order == b.order && a.sorted == b.sorted && a.chosen == b.chosen && a.found == b.found
  }
}
