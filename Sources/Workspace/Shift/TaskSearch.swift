import StoreModel
import TaskSync

/// What the filter looks for: each word must stand in a task's title, list, people, labels, or in what was read of its
/// note, checklist and links.
///
/// Lists, people and labels are few and are looked through once; of a task only the title, and its details, are left to search.
struct TaskSearch {
  private struct Word {
    let bytes: FoldedBytes
    let lists: Set<ListID>
    let people: Set<UserID>
    let labels: [ListID: Set<String>]
  }

  private let words: [Word]
  private let details: DetailTexts

  init(_ words: [String], _ shift: Shift) {
    self.words = words.map { word in
      let bytes = FoldedBytes(word)
      return Word(
        bytes: bytes, lists: Set(shift.lists.lazy.filter { bytes.isIn($0.title) }.map(\.id)),
        people: Set(shift.people.lazy.filter { bytes.isIn($0.value) }.map(\.key)),
        labels: shift.lists.reduce(into: [:]) { found, list in
          let keys = list.labels.filter { bytes.isIn($0.value) }.keys
          if !keys.isEmpty { found[list.id] = Set(keys) }
        })
    }
    details = shift.detailTexts
  }

  func holds(_ seen: VisibleTask) -> Bool {
    for word in words where !holds(word, seen) { return false }
    return true
  }

  private func holds(_ word: Word, _ seen: VisibleTask) -> Bool {
    if word.bytes.isIn(seen.task.title) { return true }
    if !word.lists.isEmpty, word.lists.contains(seen.task.list) { return true }
    if !word.people.isEmpty, seen.task.assignees.contains(where: word.people.contains) { return true }
    if !word.labels.isEmpty, let keys = word.labels[seen.task.list], seen.task.categories.contains(where: keys.contains)
    {
      return true
    }
    return seen.task.hasDetails && details.hold(word.bytes, seen.id)
  }
}

extension StoreTask {
  /// Whether there is something to read beside the task itself.
  fileprivate var hasDetails: Bool { hasNote || checklistCount > 0 || linkCount > 0 }
}

/// What was read of notes, checklists and links, in the form it is searched in.
struct DetailTexts: Equatable, Sendable {
  private var texts: [TaskID: String] = [:]

  mutating func learn(_ details: TaskDetails) {
    let parts = [details.note] + details.checklist.map(\.title) + details.links.flatMap { [$0.alias, $0.address] }
    let text = parts.joined(separator: "\n")
    texts[details.task] = text.isEmpty ? nil : text
  }
  mutating func forget(_ id: TaskID) { texts[id] = nil }

  func hold(_ word: FoldedBytes, _ id: TaskID) -> Bool { texts[id].map(word.isIn) ?? false }
}
