/// What was typed into a field, so that it can be taken back; letters of one word go together.
struct TextHistory: Hashable, Sendable {
  /// How a change came about: changes of one kind in one place are one step.
  enum Kind: Hashable, Sendable { case typing, erasing, other }

  /// Characters that took the place of others.
  struct Change: Hashable, Sendable {
    var at: Int
    var removed: [Character]
    var inserted: [Character]
    var caretBefore: Int
    var caretAfter = 0

    /// The smallest change that turns one run of characters into another.
    init(from old: ArraySlice<Character>, to new: [Character], at start: Int, caret: Int) {
      var head = 0
      let shorter = min(old.count, new.count)
      while head < shorter, old[old.startIndex + head] == new[head] { head += 1 }
      var tail = 0
      while tail < shorter - head, old[old.endIndex - 1 - tail] == new[new.count - 1 - tail] { tail += 1 }
      at = start + head
      removed = Array(old.dropFirst(head).dropLast(tail))
      inserted = Array(new[head..<new.count - tail])
      caretBefore = caret
    }
  }

  private(set) var done: [Change] = []
  private(set) var undone: [Change] = []
  private var last: Kind?

  mutating func keep(_ change: Change, _ kind: Kind, caret: Int) {
    var change = change
    change.caretAfter = caret
    undone = []
    defer { last = kind }
    if kind == last, let before = done.last, let joined = TextHistory.join(before, change, kind) {
      done[done.count - 1] = joined
      return
    }
    done.append(change)
    if done.count > 200 { done.removeFirst() }
  }

  /// The caret was moved by hand: what is typed next is a step of its own.
  mutating func rest() { last = nil }

  mutating func undo() -> Change? {
    last = nil
    guard let change = done.popLast() else { return nil }
    undone.append(change)
    return change
  }

  mutating func redo() -> Change? {
    last = nil
    guard let change = undone.popLast() else { return nil }
    done.append(change)
    return change
  }

  private static func join(_ first: Change, _ second: Change, _ kind: Kind) -> Change? {
    var joined = first
    joined.caretAfter = second.caretAfter
    switch kind {
    case .typing:
      guard second.removed.isEmpty, second.at == first.at + first.inserted.count else { return nil }
      // A new word begins a new step.
      if first.inserted.last?.isWhitespace == true, second.inserted.first?.isWhitespace == false { return nil }
      joined.inserted += second.inserted
    case .erasing:
      guard first.inserted.isEmpty, second.inserted.isEmpty else { return nil }
      if second.at + second.removed.count == first.at {
        joined.at = second.at
        joined.removed = second.removed + first.removed
      } else if second.at == first.at {
        joined.removed += second.removed
      } else {
        return nil
      }
    case .other: return nil
    }
    return joined
  }
}
