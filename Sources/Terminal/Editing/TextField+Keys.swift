extension TextField {
  /// Takes an editing key; answers false when the key is not one of the field's.
  ///
  /// - Parameters:
  ///   - columns: the width the text is shown in, for up and down in many lines.
  ///   - rows: the rows in view, for Page Up and Page Down.
  public mutating func take(_ key: Key, columns: Int = .max, rows: Int = 1) -> Bool {
    leftOut = 0
    if case .character(let character) = key.code, key.modifiers == [] {
      replace(cursor..<cursor, with: String(character), .typing)
      return true
    }
    return erase(key) || takeBack(key) || shape == .manyLines && moveLines(key, columns, rows) || move(key)
  }

  private mutating func erase(_ key: Key) -> Bool {
    switch (key.code, key.modifiers) {
    case (.enter, []) where shape == .manyLines: replace(cursor..<cursor, with: "\n", .typing)
    case (.backspace, []): replace(max(0, cursor - 1)..<cursor, with: "", .erasing)
    case (.delete, []): replace(cursor..<min(text.count, cursor + 1), with: "", .erasing)
    case (.character("w"), .control), (.backspace, .alt), (.backspace, .control):
      replace(wordStart(before: cursor)..<cursor, with: "", .other)
    case (.character("d"), .alt), (.delete, .control): replace(cursor..<wordEnd(after: cursor), with: "", .other)
    case (.character("u"), .control): replace(lineStart..<cursor, with: "", .other)
    case (.character("k"), .control): replace(cursor..<lineEnd, with: "", .other)
    default: return false
    }
    return true
  }

  private mutating func takeBack(_ key: Key) -> Bool {
    switch (key.code, key.modifiers) {
    case (.character("_"), .control), (.character("u"), .alt):
      guard let change = history.undo() else { return true }
      apply(change.at..<change.at + change.inserted.count, change.removed)
      cursor = change.caretBefore
    case (.character("r"), .control), (.character("r"), .alt):
      guard let change = history.redo() else { return true }
      apply(change.at..<change.at + change.removed.count, change.inserted)
      cursor = change.caretAfter
    default: return false
    }
    goal = nil
    return true
  }

  private mutating func move(_ key: Key) -> Bool {
    switch (key.code, key.modifiers) {
    case (.left, []): cursor = max(0, cursor - 1)
    case (.right, []): cursor = min(text.count, cursor + 1)
    case (.left, .control), (.left, .alt), (.character("b"), .alt): cursor = wordStart(before: cursor)
    case (.right, .control), (.right, .alt), (.character("f"), .alt): cursor = wordEnd(after: cursor)
    case (.home, []), (.character("a"), .control): cursor = lineStart
    case (.end, []), (.character("e"), .control): cursor = lineEnd
    case (.home, .control): cursor = 0
    case (.end, .control): cursor = text.count
    default: return false
    }
    goal = nil
    history.rest()
    return true
  }

  private mutating func moveLines(_ key: Key, _ columns: Int, _ rows: Int) -> Bool {
    guard key.modifiers == [], [.up, .down, .pageUp, .pageDown, .home, .end].contains(key.code) else { return false }
    let lines = TextLines(self, columns: columns)
    let (line, column) = lines.place(of: cursor)
    let wanted = goal ?? column
    let page = max(2, rows) - 1
    goal = wanted
    switch key.code {
    case .up: cursor = lines.cursor(line: line - 1, column: wanted)
    case .down: cursor = lines.cursor(line: line + 1, column: wanted)
    case .pageUp: cursor = lines.cursor(line: line - page, column: wanted)
    case .pageDown: cursor = lines.cursor(line: line + page, column: wanted)
    case .home: place(cursor: lines.lines[line].lowerBound)
    default: place(cursor: lines.cursor(line: line, column: .max))
    }
    history.rest()
    return true
  }
}

extension TextField {
  /// The start of the line the caret is in, by line breaks.
  private var lineStart: Int { text[..<cursor].lastIndex(of: "\n").map { $0 + 1 } ?? 0 }
  private var lineEnd: Int { text[cursor...].firstIndex(of: "\n") ?? text.count }

  private func wordStart(before index: Int) -> Int {
    var index = index
    while index > 0, !text[index - 1].isPartOfWord { index -= 1 }
    while index > 0, text[index - 1].isPartOfWord { index -= 1 }
    return index
  }

  private func wordEnd(after index: Int) -> Int {
    var index = index
    while index < text.count, !text[index].isPartOfWord { index += 1 }
    while index < text.count, text[index].isPartOfWord { index += 1 }
    return index
  }
}

extension Character {
  fileprivate var isPartOfWord: Bool { isLetter || isNumber || self == "_" }
}
