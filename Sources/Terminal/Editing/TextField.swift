/// Text a worker is typing, in one line or in many, with its caret and its own undo.
///
/// The caret stands between characters as people see them: no key ever splits one, and what joins becomes one character
/// wherever it came from. Pasted text is data: controls are left out, and in one line line breaks become blanks.
public struct TextField: Hashable, Sendable {
  /// Whether Enter begins a new line.
  public enum Shape: Hashable, Sendable { case oneLine, manyLines }

  /// What was typed, raw, character by character.
  public internal(set) var text: [Character]
  /// Where the next character goes, 0 to `text.count`.
  public internal(set) var cursor: Int
  /// The most it takes, in UTF-16 units, which is how the cloud counts.
  public let limit: Int
  /// One line or many.
  public let shape: Shape
  /// How many characters of what the last key or paste put in had no room and were left out.
  public internal(set) var leftOut = 0
  var history = TextHistory()
  /// The column that moving up and down keeps to.
  var goal: Int?
  private var length: Int

  /// A field with a first text, cut at the limit; the caret stands behind it.
  public init(_ text: String = "", limit: Int = 120, shape: Shape = .oneLine) {
    self.limit = limit
    self.shape = shape
    self.text = []
    cursor = 0
    length = 0
    insert(text)
    history = TextHistory()
  }

  /// Fields are equal that show the same; how it was typed does not matter.
  public static func == (a: TextField, b: TextField) -> Bool {
    a.cursor == b.cursor && a.text == b.text && a.limit == b.limit && a.shape == b.shape
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(text)
    hasher.combine(cursor)
  }

  /// What was typed.
  public var string: String { String(text) }
  /// Whether nothing was typed.
  public var isEmpty: Bool { text.isEmpty }

  /// Puts text in at the caret, as a paste does; what is over the limit is left out.
  public mutating func insert(_ string: String) { replace(cursor..<cursor, with: string, .other) }

  /// Puts the caret before a character, kept inside the text.
  public mutating func place(cursor: Int) {
    self.cursor = max(0, min(cursor, text.count))
    goal = nil
  }

  /// Puts text in the place of characters; the caret goes behind it.
  mutating func replace(_ range: Range<Int>, with string: String, _ kind: TextHistory.Kind) {
    goal = nil
    let room = limit - length + units(text[range])
    let added: String
    (added, leftOut) = fitting(string, into: room)
    if range.isEmpty, added.isEmpty { return }
    let around = paragraph(around: range)
    let before = String(text[around.lowerBound..<range.lowerBound]) + added
    let joined = Array(before + String(text[range.upperBound..<around.upperBound]))
    let change = TextHistory.Change(from: text[around], to: joined, at: around.lowerBound, caret: cursor)
    apply(change.at..<change.at + change.removed.count, change.inserted)
    cursor = around.lowerBound + characters(of: joined, covering: before.utf8.count)
    history.keep(change, kind, caret: cursor)
  }

  mutating func apply(_ range: Range<Int>, _ characters: [Character]) {
    length += units(characters[...]) - units(text[range])
    text.replaceSubrange(range, with: characters)
  }

  /// Text as this field takes it, as many whole characters from the start as have room, and how many have none.
  private func fitting(_ string: String, into room: Int) -> (kept: String, leftOut: Int) {
    var room = room
    var kept = ""
    var leftOut = 0
    for character in string {
      guard let taken = accepted(character) else { continue }
      room -= taken.utf16.count
      if room < 0 { leftOut += 1 } else { kept.append(taken) }
    }
    return (kept, leftOut)
  }

  /// A character as the field keeps it; nil for what has no place in a text.
  private func accepted(_ character: Character) -> Character? {
    if character.isNewline { return shape == .manyLines ? "\n" : " " }
    guard character.unicodeScalars.count == 1, let scalar = character.unicodeScalars.first else { return character }
    if scalar == "\t" { return shape == .manyLines ? character : " " }
    return scalar.properties.generalCategory == .control ? nil : character
  }

  /// The characters that a change there can join or part: those of its line.
  private func paragraph(around range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start > 0, text[start - 1] != "\n" { start -= 1 }
    var end = range.upperBound
    while end < text.count, text[end] != "\n" { end += 1 }
    return start..<end
  }

  private func units(_ characters: ArraySlice<Character>) -> Int { characters.reduce(0) { $0 + $1.utf16.count } }

  /// How many characters from the start hold so many bytes of UTF-8.
  private func characters(of characters: [Character], covering bytes: Int) -> Int {
    var left = bytes
    var count = 0
    while left > 0, count < characters.count {
      left -= characters[count].utf8.count
      count += 1
    }
    return count
  }
}
