import StoreModel
import TaskSync

/// What the filter looks for: each word must stand in a task's title, list, people, labels or note that was read.
///
/// Lists, people and labels are few and are looked through once; of a task only the title, and its note, is left to search.
struct TaskSearch {
  private struct Word {
    let bytes: FoldedBytes
    let lists: Set<ListID>
    let people: Set<UserID>
    let labels: [ListID: Set<String>]
  }

  private let words: [Word]
  private let notes: NoteTexts

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
    notes = shift.notes
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
    return seen.task.hasNote && notes.hold(word.bytes, seen.id)
  }
}

/// The notes that were read, in the form they are searched in.
struct NoteTexts: Equatable, Sendable {
  private var texts: [TaskID: String] = [:]

  mutating func learn(_ details: TaskDetails) { texts[details.task] = details.note.isEmpty ? nil : details.note }
  mutating func forget(_ id: TaskID) { texts[id] = nil }

  func hold(_ word: FoldedBytes, _ id: TaskID) -> Bool { texts[id].map(word.isIn) ?? false }
}
