import Terminal
import Testing

@Suite struct TextUndoTests {
  @Test func aWordIsOneStep() {
    var field = TextField(shape: .manyLines)
    field.type("Came short, 2 crates")
    field.press("Ctrl+_")
    #expect(field.string == "Came short, 2 ")
    field.press("Ctrl+_", "Ctrl+_")
    #expect(field.string == "Came ")
    field.press("Ctrl+R")
    #expect(field.string == "Came short, ")
    #expect(field.cursor == 12)
    field.press("Alt+u", "Alt+u", "Alt+u")
    #expect(field.isEmpty)
  }

  @Test func movingAwayBeginsANewStep() {
    var field = TextField()
    field.type("ab")
    field.press("Left")
    field.type("cd")
    field.press("Ctrl+_")
    #expect(field.string == "ab")
    #expect(field.cursor == 1)
  }

  @Test func erasingComesBackAtOnceAndTypingForgetsWhatWasUndone() {
    var field = TextField("seal number")
    field.press("Backspace", "Backspace", "Backspace")
    field.press("Ctrl+_")
    #expect(field.string == "seal number")
    #expect(field.cursor == 11)
    field.type("!")
    field.press("Ctrl+R")
    #expect(field.string == "seal number!")
  }

  @Test func theFirstTextIsNotUndone() {
    var field = TextField("as it was")
    field.press("Ctrl+_")
    #expect(field.string == "as it was")
  }

  /// Any keys, then as many steps back as there are: what was there at first is there again; and forward again.
  @Test(arguments: 0..<40)
  func everythingCanBeTakenBackAndMadeAgain(seed: UInt64) {
    var random = Seeded(seed)
    var field = TextField("First line é\nsecond 👍 line", limit: 60, shape: .manyLines)
    let first = field.text
    let keys = [
      "a", "b", " ", "Enter", "Backspace", "Delete", "Left", "Right", "Up", "Down", "Ctrl+W", "Alt+d", "Ctrl+K",
      "Ctrl+U", "Home", "End", "Ctrl+Left", "Ctrl+_", "Ctrl+R", "PageDown", "PageUp",
    ]
    let pieces = ["\u{301}", "🇸", "🇪", "👩‍👧", "x\ny", "\u{200D}"]
    for _ in 0..<200 {
      let choice = Int(random.next() % UInt64(keys.count + pieces.count))
      if choice < keys.count {
        if let key = Key(keys[choice] == " " ? "Space" : keys[choice]) { _ = field.take(key, columns: 12, rows: 3) }
      } else {
        field.insert(pieces[choice - keys.count])
      }
      #expect(Array(field.string) == field.text, "seed \(seed)")
      #expect((0...field.text.count).contains(field.cursor), "seed \(seed)")
      #expect(field.string.utf16.count <= 60, "seed \(seed)")
    }
    for _ in 0..<220 { field.press("Ctrl+R") }
    let last = field.text
    for _ in 0..<220 { field.press("Ctrl+_") }
    #expect(field.text == first, "seed \(seed)")
    for _ in 0..<220 { field.press("Ctrl+R") }
    #expect(field.text == last, "seed \(seed)")
  }
}

/// A small generator: the same seed gives the same walk.
struct Seeded {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }
  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
