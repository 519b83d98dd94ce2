import Terminal
import Testing

@Suite struct TextLinesTests {
  static func lines(_ text: String, _ columns: Int) -> [String] {
    let lines = TextLines(TextField(text, limit: 1000, shape: .manyLines), columns: columns)
    return lines.lines.indices.map { lines.shown($0).text }
  }

  @Test func wordsAreKeptWhole() {
    #expect(Self.lines("Check the seal number", 12) == ["Check the ", "seal number"])
    #expect(Self.lines("abcdefghijklmnop", 7) == ["abcdef", "ghijkl", "mnop"])
    #expect(Self.lines("one\n\ntwo\n", 12) == ["one", "", "two", ""])
    #expect(Self.lines("", 12) == [""])
  }

  @Test func blanksHangOverTheEdge() {
    #expect(Self.lines("abcd      efgh", 6) == ["abcd      ", "efgh"])
  }

  @Test func wideAndHiddenCharactersHaveTheirPlace() {
    #expect(Self.lines("日本語日本語", 7) == ["日本語", "日本語"])
    #expect(Self.lines("a\u{202E}b\u{1B}", 12) == ["a·b"])
  }

  @Test func theCaretIsWhereTheNextLetterGoes() {
    var field = TextField("Check the seal number", limit: 100, shape: .manyLines)
    func place() -> [Int] {
      let (line, column) = TextLines(field, columns: 12).place(of: field.cursor)
      return [line, column]
    }
    #expect(place() == [1, 11])
    field.press("Home")
    #expect(place() == [1, 0])
    field.press("Up", "End")
    #expect(place() == [0, 9])
    field.press("Ctrl+A")
    #expect(place() == [0, 0])
    field.place(cursor: 10)
    #expect(place() == [1, 0])
    field.place(cursor: 9)
    #expect(place() == [0, 9])
  }

  @Test func upAndDownKeepTheColumn() {
    var field = TextField("abcdefgh\nab\nabcdefgh", limit: 100, shape: .manyLines)
    field.place(cursor: 6)
    field.press("Down")
    #expect(field.cursor == 11)
    field.press("Down")
    #expect(field.cursor == 18)
    field.press("Up", "Up")
    #expect(field.cursor == 6)
    field.press("Up")
    #expect(field.cursor == 0)
    field.press("PageDown")
    #expect(field.cursor == 18)
    field.press("Down")
    #expect(field.cursor == 20)
  }

  @Test(arguments: 4..<30)
  func everyPlaceIsReached(columns: Int) {
    let text = "Came short: 2 crates of 日本 milk.\n\nSeal é number 👩‍👧 4711, driver signed   "
    let field = TextField(text, limit: 1000, shape: .manyLines)
    let lines = TextLines(field, columns: columns)
    #expect(lines.lines.flatMap { Array($0) } == field.text.indices.filter { field.text[$0] != "\n" })
    for cursor in 0...field.text.count {
      let (line, column) = lines.place(of: cursor)
      #expect((0..<columns).contains(column))
      if column < columns - 1 { #expect(lines.cursor(line: line, column: column) == cursor) }
    }
  }
}
