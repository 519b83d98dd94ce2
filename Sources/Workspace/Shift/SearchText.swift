import StoreModel

/// What tasks are searched in, made once for each and kept until it changes.
struct SearchText: Equatable, Sendable {
  private var texts: [TaskID: [UInt8]] = [:]

  /// What is kept says nothing new.
  static func == (a: SearchText, b: SearchText) -> Bool { true }

  /// Whether all words are in a task's text; nil while that is not known.
  func holds(_ words: [[UInt8]], _ id: TaskID) -> Bool? {
    texts[id].map { text in words.allSatisfy { SearchText.contains($0, in: text) } }
  }

  /// Keeps what a task is searched in.
  mutating func learn(_ id: TaskID, _ parts: [String]) {
    texts[id] = Array(parts.joined(separator: "\n").lowercased().utf8)
  }

  mutating func forget(_ id: TaskID) { texts[id] = nil }
  mutating func forgetAll() { texts = [:] }

  /// Whether a word is in some text.
  static func holds(_ word: [UInt8], _ text: String) -> Bool { contains(word, in: bytes(text)) }

  /// A word as it is looked for.
  static func bytes(_ word: String) -> [UInt8] { Array(word.lowercased().utf8) }

  private static func contains(_ word: [UInt8], in text: [UInt8]) -> Bool {
    guard let first = word.first else { return true }
    return text.withUnsafeBufferPointer { text in
      word.withUnsafeBufferPointer { word in
        var start = 0
        while start + word.count <= text.count {
          if text[start] == first {
            var length = 1
            while length < word.count, text[start + length] == word[length] { length += 1 }
            if length == word.count { return true }
          }
          start += 1
        }
        return false
      }
    }
  }
}
