public import Terminal

/// One line the worker is typing, with its cursor.
public struct TextField: Hashable, Sendable {
  /// What was typed, raw.
  public private(set) var text: [Character]
  /// Where the next character goes, 0 to `text.count`.
  public private(set) var cursor: Int
  /// The most characters it takes.
  public let limit: Int

  /// A field with a first text; the cursor stands behind it.
  public init(_ text: String = "", limit: Int = 120) {
    self.text = Array(text.prefix(limit))
    self.limit = limit
    cursor = self.text.count
  }

  /// What was typed.
  public var string: String { String(text) }
  /// Whether nothing was typed.
  public var isEmpty: Bool { text.isEmpty }

  /// Types text at the cursor; line breaks become blanks, what is over the limit is left out.
  public mutating func insert(_ string: String) {
    for character in string where text.count < limit {
      text.insert(character.isNewline ? " " : character, at: cursor)
      cursor += 1
    }
  }

  /// Takes an editing key; answers false when the key is not one of the field's.
  public mutating func take(_ key: Key) -> Bool {
    switch (key.code, key.modifiers) {
    case (.character(let character), []): insert(String(character))
    case (.backspace, []):
      guard cursor > 0 else { return true }
      cursor -= 1
      text.remove(at: cursor)
    case (.delete, []):
      if cursor < text.count { text.remove(at: cursor) }
    case (.left, []): cursor = max(0, cursor - 1)
    case (.right, []): cursor = min(text.count, cursor + 1)
    case (.home, []), (.character("a"), .control): cursor = 0
    case (.end, []), (.character("e"), .control): cursor = text.count
    case (.character("u"), .control):
      text.removeFirst(cursor)
      cursor = 0
    case (.character("w"), .control): removeWord()
    default: return false
    }
    return true
  }

  private mutating func removeWord() {
    while cursor > 0, text[cursor - 1] == " " { text.remove(at: cursor - 1); cursor -= 1 }
    while cursor > 0, text[cursor - 1] != " " { text.remove(at: cursor - 1); cursor -= 1 }
  }
}
