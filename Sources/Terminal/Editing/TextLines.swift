/// A field's text as lines on the screen, wrapped at words; where the caret stands in them.
///
/// Each character takes at least one column, so that the caret can stand at each. The last column is kept for the caret
/// and for the blanks a line ends in.
public struct TextLines: Sendable {
  /// The characters of each line; line breaks belong to no line.
  public let lines: [Range<Int>]
  private let text: [Character]
  private let columns: Int

  /// The lines of a text in so many columns; fewer than 4 count as 4.
  public init(_ field: TextField, columns: Int) {
    text = field.text
    self.columns = max(4, columns)
    var lines: [Range<Int>] = []
    var start = 0
    while true {
      let end = text[start...].firstIndex(of: "\n") ?? text.count
      TextLines.wrap(text, start..<end, self.columns - 1, into: &lines)
      guard end < text.count else { break }
      start = end + 1
    }
    self.lines = lines
  }

  /// The line and the column the caret stands at, both from 0.
  public func place(of cursor: Int) -> (line: Int, column: Int) {
    var line = 0
    while line + 1 < lines.count, lines[line + 1].lowerBound <= cursor { line += 1 }
    let end = min(max(cursor, lines[line].lowerBound), text.count)
    let column = text[lines[line].lowerBound..<end].reduce(0) { $0 + $1.columns }
    return (line, min(column, columns - 1))
  }

  /// The caret's place nearest to a column of a line; beyond the first line it is the start, beyond the last the end.
  public func cursor(line: Int, column: Int) -> Int {
    guard line >= 0 else { return 0 }
    guard line < lines.count else { return text.count }
    var used = 0
    for index in lines[line] {
      let next = used + text[index].columns
      if next > column { return index }
      used = next
    }
    let end = lines[line].upperBound
    // Behind the last character of a wrapped line the caret would already stand in the next one.
    let isWrapped = line + 1 < lines.count && lines[line + 1].lowerBound == end
    return isWrapped ? max(lines[line].lowerBound, end - 1) : end
  }

  /// What is drawn for a line.
  public func shown(_ line: Int) -> SafeText {
    guard lines.indices.contains(line) else { return SafeText("") }
    return SafeText(characters: text[lines[line]])
  }

  private static func wrap(_ text: [Character], _ range: Range<Int>, _ limit: Int, into lines: inout [Range<Int>]) {
    var start = range.lowerBound
    var used = 0
    var blank: Int?
    var index = start
    while index < range.upperBound {
      let isBlank = text[index] == " " || text[index] == "\t"
      used += text[index].columns
      // Blanks may hang over the edge: the next word begins the next line.
      if used > limit, !isBlank, index > start {
        let next = blank.map { $0 + 1 } ?? index
        lines.append(start..<next)
        start = next
        used = text[next...index].reduce(0) { $0 + $1.columns }
        blank = nil
      }
      if isBlank { blank = index }
      index += 1
    }
    lines.append(start..<range.upperBound)
  }
}

extension Character {
  /// Columns it is drawn in, by the rules of `SafeText`; never 0.
  var columns: Int { utf8.count == 1 ? 1 : SafeText(String(self)).columns }
}

extension SafeText {
  /// Characters of a text being typed, each made safe by itself: one that hides in its neighbour is seen here.
  public init(characters: some Collection<Character>) {
    self.init(
      glyphs: characters.flatMap { character -> [Glyph] in
        guard character.utf8.count == 1 else { return SafeText(String(character)).glyphs }
        return [Glyph(character)]
      }, hidSomething: false)
  }
}
