import Terminal
import Testing

extension TextField {
  mutating func press(_ keys: String...) {
    for spelling in keys { if let key = Key(spelling) { _ = take(key, columns: 12, rows: 3) } }
  }

  mutating func type(_ text: String) {
    // As the terminal sends it: one key a scalar.
    for scalar in text.unicodeScalars { _ = take(Key(.character(Character(scalar)))) }
  }
}

@Suite struct TextFieldTests {
  @Test func lettersGoInAtTheCaret() {
    var field = TextField("milk")
    field.press("Left", "Left", "X", "Home", "Y", "End", "Z")
    #expect(field.string == "YmiXlkZ")
    #expect(field.cursor == 7)
  }

  @Test func aCharacterIsNeverSplit() {
    var field = TextField()
    field.type("e\u{301}👨‍👩‍👧🇸🇪")
    #expect(field.text.count == 3)
    field.press("Left", "Backspace")
    #expect(field.string == "é🇸🇪".decomposed)
    #expect(field.cursor == 1)
    field.press("Delete", "Backspace")
    #expect(field.isEmpty)
  }

  @Test func whatHasNoRoomIsLeftOutAndCounted() {
    var field = TextField("", limit: 5)
    field.insert("milk😀, eggs\u{7}")
    #expect(field.string == "milk")
    #expect(field.leftOut == 7)
    field.press("Left")
    #expect(field.leftOut == 0)
    field.insert("!")
    #expect(field.string == "mil!k")
    #expect(field.leftOut == 0)
    field.press("x")
    #expect(field.leftOut == 1)
  }

  @Test func whatComesTogetherBecomesOneCharacter() {
    var field = TextField("ab")
    field.press("Left")
    field.type("\u{308}")
    #expect(field.text == ["a\u{308}", "b"])
    #expect(field.cursor == 1)
    var flags = TextField("🇸x🇪")
    flags.press("Left", "Backspace")
    #expect(flags.text == ["🇸🇪"])
    flags.press("Ctrl+_")
    #expect(flags.string == "🇸x🇪")
  }

  @Test func wordsAreMovedOverAndErased() {
    var field = TextField("Check the seal, twice")
    field.press("Ctrl+Left", "Ctrl+Left")
    #expect(field.cursor == 10)
    field.press("Ctrl+Right")
    #expect(field.cursor == 14)
    field.press("Ctrl+W")
    #expect(field.string == "Check the , twice")
    field.press("Alt+d")
    #expect(field.string == "Check the ")
    field.press("Ctrl+U")
    #expect(field.isEmpty)
  }

  @Test func aPasteIsTextAndNothingElse() {
    var line = TextField()
    line.insert("one\r\ntwo\u{1B}[2J\u{7}\tthree")
    #expect(line.string == "one two[2J three")
    var note = TextField(shape: .manyLines)
    note.insert("one\r\ntwo\u{1B}[2J\u{85}three\u{2028}four")
    #expect(note.string == "one\ntwo[2J\nthree\nfour")
  }

  @Test func theLimitCountsAsTheCloudDoes() {
    var field = TextField("abcd", limit: 6)
    field.insert("é👍")
    #expect(field.string == "abcdé")
    field.insert("xyz")
    #expect(field.string == "abcdéx")
    field.press("Backspace", "Backspace")
    field.insert("👍👍")
    #expect(field.string == "abcd👍")
    #expect(TextField("12345678", limit: 3).string == "123")
  }

  @Test func keysOfOthersAreLeftToThem() {
    var field = TextField("a")
    for spelling in ["Enter", "Escape", "Up", "F5", "Ctrl+S", "Tab", "PageDown"] {
      #expect(Key(spelling).map { field.take($0) } == false)
    }
    #expect(field.string == "a")
  }
}

extension String {
  fileprivate var decomposed: String { String(flatMap { $0 == "é" ? "e\u{301}" : String($0) }) }
}
