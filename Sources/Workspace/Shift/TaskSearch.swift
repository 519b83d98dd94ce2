import StoreModel

/// What the filter looks for: each word must stand in a task's title, list, people, labels, or in what was read of its note,
/// checklist and links.
struct TaskSearch: Sendable {
  struct Word: Sendable {
    let bytes: WordBytes
    /// For each tag by its number whether the word stands in its name.
    let isTagged: [Bool]
    let hasTags: Bool
  }

  let words: [Word]

  /// A code as it was scanned, in the words of tasks only.
  init(_ code: String) { words = [Word(bytes: WordBytes(code), isTagged: [], hasTags: false)] }

  /// Words in small letters, for texts with these tags and no others.
  init(_ words: [String], _ tags: [SearchTexts.Tag], _ name: TagNames) {
    let names = tags.map { name[$0]?.lowercased() }
    self.words = words.map { word in
      let isTagged = names.map { $0?.contains(word) ?? false }
      return Word(bytes: WordBytes(word), isTagged: isTagged, hasTags: isTagged.contains(true))
    }
  }
}

/// What lists, people and labels are called. Untrusted text.
struct TagNames {
  var lists: [ListID: TaskList] = [:]
  var people: [UserID: String] = [:]

  subscript(tag: SearchTexts.Tag) -> String? {
    switch tag {
    case .list(let id): lists[id]?.title
    case .person(let id): people[id]
    case .label(let id, let key): lists[id]?.labels[key]
    }
  }
}
