import StoreModel

/// What the filter looks through: the texts of all tasks in small letters, one behind the other, and by number what a task has
/// in common with others, such as its list.
///
/// What stands in a slot never changes: a text that changed takes another slot, and slots that nobody asks for any more are
/// left out when they are many.
struct SearchTexts: Sendable {
  /// What many tasks share, by a name that is looked through once for all of them.
  enum Tag: Hashable, Sendable {
    case list(ListID)
    case person(UserID)
    case label(ListID, String)
  }

  /// What is searched in for one task.
  struct Text: Sendable {
    var words: String
    var tags: [Tag]
  }

  /// Every tag any task has, by its number.
  private(set) var tags: [Tag] = []
  private var numbers: [Tag: Int32] = [:]
  private var bytes: [UInt8] = []
  private var starts: [Int] = [0]
  private var slotTags: [Int32] = []
  private var tagStarts: [Int] = [0]
  private var gone = 0

  private var count: Int { starts.count - 1 }

  /// Whether more than half of it is of nobody.
  var isMostlyGone: Bool { gone > 1024 && gone > count / 2 }

  /// Adds a text; answers its slot.
  mutating func add(_ text: Text) -> Int32 {
    bytes.append(contentsOf: text.words.lowercased().utf8)
    starts.append(bytes.count)
    for tag in text.tags { slotTags.append(number(of: tag)) }
    tagStarts.append(slotTags.count)
    return Int32(count - 1)
  }

  /// Notes that so many slots are of nobody any more.
  mutating func forget(_ number: Int) { gone += number }

  /// Only the slots given, with their new numbers.
  func kept(_ slots: [Int32]) -> (SearchTexts, [Int32]) {
    var kept = SearchTexts()
    kept.tags = tags
    kept.numbers = numbers
    for slot in slots.map(Int.init) {
      kept.bytes += bytes[starts[slot]..<starts[slot + 1]]
      kept.starts.append(kept.bytes.count)
      kept.slotTags += slotTags[tagStarts[slot]..<tagStarts[slot + 1]]
      kept.tagStarts.append(kept.slotTags.count)
    }
    return (kept, slots.indices.map(Int32.init))
  }

  /// Whether everything searched for is in a slot.
  func holds(_ search: TaskSearch, _ slot: Int32) -> Bool {
    bytes.withUnsafeBufferPointer { holds(search, Int(slot), $0) }
  }

  /// Those of some rows in whose slots everything is found.
  func found(by search: TaskSearch, among rows: [Int32], slot: (Int32) -> Int32) -> [Int32] {
    bytes.withUnsafeBufferPointer { bytes in
      // Many are looked through in the order in which they lie, few where they are.
      guard rows.count > count / 8 else { return rows.filter { holds(search, Int(slot($0)), bytes) } }
      let isFound = (0..<count).map { holds(search, $0, bytes) }
      return rows.filter { isFound[Int(slot($0))] }
    }
  }

  private func holds(_ search: TaskSearch, _ slot: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for word in search.words where !holds(word, slot, bytes) { return false }
    return true
  }

  private func holds(_ word: TaskSearch.Word, _ slot: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if word.bytes.isIn(bytes, from: starts[slot], to: starts[slot + 1]) { return true }
    guard word.hasTags else { return false }
    for place in tagStarts[slot]..<tagStarts[slot + 1] where word.isTagged[Int(slotTags[place])] { return true }
    return false
  }

  private mutating func number(of tag: Tag) -> Int32 {
    if let known = numbers[tag] { return known }
    let next = Int32(tags.count)
    numbers[tag] = next
    tags.append(tag)
    return next
  }
}
