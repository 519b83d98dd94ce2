public import StoreModel
import Strings
import TaskSync
public import Terminal

/// A list to choose from, over the page: the order of the rows, a priority, a bucket, people.
public struct Choice: Equatable, Sendable {
  /// What is chosen, with what it is chosen for.
  public enum Purpose: Equatable, Sendable {
    case order
    case edit(TaskID)
    case priority([TaskID])
    case bucket([TaskID], ListID)
    case newList
    /// Several of the people given.
    case people([TaskID], [UserID])
    /// Several of the label keys given.
    case labels(TaskID, [String])
    /// Several of the changes given, to be given up.
    case discard([Int64])
    /// Trouble for the practice cloud.
    case trouble
    /// A colleague's change, in practice.
    case remote(TaskID)
  }

  /// One line of it.
  public struct Option: Equatable, Sendable {
    /// What it says. Untrusted text.
    public var text: String
    /// Whether it is what holds now.
    public var isCurrent: Bool
    /// Why it cannot be chosen; nil where it can.
    var reason: TextKey?
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
  /// The title of the task in the question, which gives way where there is no room for all of it. Untrusted text.
  let about: String
  /// All lines.
  public var options: [Option]
  /// The selected line among those that match.
  public var cursor = ListCursor()
  /// What is searched for, where the list may be long; short ones go by number.
  public var search: TextField?
  /// Where several can be chosen: the lines that are, and those that were at first.
  public var ticked: Set<Int> = []
  /// The lines that hold for some of what is chosen for, until they are ticked for all of it.
  var partly: Set<Int> = []
  var before: Set<Int> = []
  /// What the worker saw of the field when they were asked, where one value of it is chosen.
  let seen: [TaskID: EditBase.Value]

  init(
    _ purpose: Purpose, title: String, about: String = "", options: [Option], isSearched: Bool = false,
    seen: [TaskID: EditBase.Value] = [:]
  ) {
    self.purpose = purpose
    self.title = title
    self.about = about
    self.options = options
    self.seen = seen
    search = isSearched ? TextField(limit: 40) : nil
    cursor.select(options.firstIndex { $0.isCurrent } ?? 0, of: options.count)
  }

  /// Whether several can be chosen.
  var takesSeveral: Bool {
    switch purpose {
    case .people, .labels, .discard: true
    default: false
    }
  }

  /// From some to all, from all to none, from none to all.
  mutating func tick(_ number: Int) {
    partly.remove(number)
    ticked.formSymmetricDifference([number])
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
