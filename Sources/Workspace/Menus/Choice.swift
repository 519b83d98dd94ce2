import StoreModel
import Strings
public import Terminal

/// A list to choose from, over the page: the order of the rows, a priority, a bucket, people.
public struct Choice: Equatable, Sendable {
  /// What is chosen, with what it is chosen for.
  public enum Purpose: Equatable, Sendable {
    case order
  }

  /// One line of it.
  public struct Option: Equatable, Sendable {
    /// What it says. Untrusted text.
    public var text: String
    /// Whether it is what holds now.
    public var isCurrent: Bool
    /// Its place among all options, which is what the purpose knows it by.
    public var number: Int

    init(_ text: String, isCurrent: Bool = false, number: Int) {
      self.text = text
      self.isCurrent = isCurrent
      self.number = number
    }
  }

  public var purpose: Purpose
  /// The question. Untrusted text.
  public var title: String
  /// All lines.
  public var options: [Option]
  /// The selected line among those that match.
  public var cursor = ListCursor()
  /// What is searched for, where the list may be long; short ones go by number.
  public var search: TextField?

  init(_ purpose: Purpose, title: String, options: [Option], isSearched: Bool = false) {
    self.purpose = purpose
    self.title = title
    self.options = options
    search = isSearched ? TextField(limit: 40) : nil
    cursor.select(options.firstIndex { $0.isCurrent } ?? 0, of: options.count)
  }

  /// The lines that match what was typed.
  var shown: [Option] {
    guard let words = search?.string.lowercased().split(separator: " "), !words.isEmpty else { return options }
    return options.filter { option in
      let text = option.text.lowercased()
      return words.allSatisfy { text.contains($0) }
    }
  }

  /// The selected line.
  var selected: Option? { shown.indices.contains(cursor.row) ? shown[cursor.row] : nil }

  /// The options one after the other, numbered from 0.
  static func options(_ texts: [String], current: Int?) -> [Option] {
    texts.enumerated().map { Option($1, isCurrent: $0 == current, number: $0) }
  }
}

/// Rows the options get at most.
func choiceRows(_ size: Size) -> Int { max(3, min(12, size.rows - 10)) }

/// Keys into a choice: a digit picks a line, letters search where the list may be long.
func typeChoice(_ key: Key, _ choice: Choice, _ state: inout AppState) -> Bool {
  var choice = choice
  if choice.search != nil {
    guard choice.search?.take(key) == true else { return false }
    choice.cursor = ListCursor()
  } else {
    guard case .character(let character) = key.code, key.modifiers == [], let number = character.wholeNumberValue,
      choice.options.indices.contains(number - 1)
    else { return false }
    choice.cursor.select(number - 1, of: choice.options.count)
  }
  state.overlay = .choice(choice)
  return true
}

func choiceCommand(_ id: CommandID, _ state: inout AppState) -> [Effect] {
  guard case .choice(var choice) = state.overlay else { return [] }
  if id == .open {
    guard let option = choice.selected else { return [] }
    state.overlay = nil
    return chosen(option, choice, &state)
  }
  guard choice.cursor.take(id, of: choice.shown.count, height: choiceRows(state.size)) else { return [] }
  state.overlay = .choice(choice)
  return []
}

private func chosen(_ option: Choice.Option, _ choice: Choice, _ state: inout AppState) -> [Effect] {
  switch choice.purpose {
  case .order: return orderChosen(option.number, &state)
  }
}
