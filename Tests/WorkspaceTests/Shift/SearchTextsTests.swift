import StoreModel
import Testing

@testable import Workspace

/// What the filter looks through finds just what a plain search in each text would find.
@Suite struct SearchTextsTests {
  struct Numbers: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  private static func text(_ length: Int, _ letters: String, _ numbers: inout Numbers) -> String {
    String((0..<length).map { _ in letters.randomElement(using: &numbers) ?? "a" })
  }

  @Test(arguments: ["ab", "aàß€ ", "abcdefgh"])
  func findsWhatAPlainSearchFinds(letters: String) {
    var numbers = Numbers(state: 7)
    var texts = SearchTexts()
    let all = (0..<400).map { _ in Self.text(Int.random(in: 0...70, using: &numbers), letters, &numbers) }
    for text in all { _ = texts.add(.init(words: text, tags: [])) }
    var hits = 0
    for length in [1, 1, 2, 3, 5, 9, 15, 16, 17, 18, 33] {
      let source = all.filter { $0.count >= length }.randomElement(using: &numbers) ?? "a"
      let start = Int.random(in: 0...(source.count - length), using: &numbers)
      let word = String(Array(source)[start..<start + length])
      let wanted = all.indices.filter { Array(all[$0].utf8).contains(Array(word.utf8)) }.map(Int32.init)
      let rows = all.indices.map(Int32.init)
      #expect(texts.found(by: TaskSearch(word), among: rows) { $0 } == wanted, "\(word)")
      let few = Array(rows.prefix(20))
      #expect(texts.found(by: TaskSearch(word), among: few) { $0 } == wanted.filter { $0 < 20 }, "\(word)")
      hits += wanted.count
    }
    #expect(hits > 11)
  }

  private static func finds(_ word: String, in text: String) -> Bool {
    var texts = SearchTexts()
    let slot = texts.add(.init(words: text, tags: []))
    return texts.holds(TaskSearch(word), slot)
  }

  @Test(arguments: [
    ("dairy", "Receive the DAIRY delivery", true), ("über", "Überprüfen", true), ("ÄPFEL", "äpfel und Birnen", true),
    ("x", "", false), ("", "anything", true), ("aa", "Aaa", true), ("delivery!", "delivery", false),
    ("привет", "ПРИВЕТ, мир", true), ("ñ", "mañana", true), ("mañana", "MAÑANA", true), ("÷", "×", false),
    ("牛奶", "搬牛奶", true),
  ]) func wordsAreFoundWhateverTheirCase(word: String, text: String, isFound: Bool) {
    #expect(Self.finds(word, in: text) == isFound)
  }

  /// Beside what Swift itself says of small letters, for all of Latin-1.
  @Test func everyLetterOfLatin1MatchesItsOtherCase() {
    for value in UInt32(0x41)...0xFF {
      guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic, value != 0xDF else { continue }
      let letter = String(Character(scalar))
      let isBeyond = letter.uppercased().unicodeScalars.first.map { $0.value > 0xFF } ?? true
      #expect(isBeyond || Self.finds(letter, in: "a\(letter.uppercased())b"), "\(letter)")
      #expect(Self.finds(letter, in: "a\(letter.lowercased())b"), "\(letter)")
    }
  }

  @Test func aTextThatNobodyAsksForIsLeftOut() {
    let id = ListID(rawValue: "l")
    let list = SearchTexts.Tag.list(id)
    var texts = SearchTexts()
    let slots = ["Äpfel", "Brot", "Milch"].map { texts.add(.init(words: $0, tags: $0 == "Brot" ? [] : [list])) }
    let (kept, places) = texts.kept([slots[2], slots[0]])
    let search = TaskSearch(["äpf"], kept.tags, TagNames())
    #expect(kept.found(by: search, among: places) { $0 } == [places[1]])
    let names = TagNames(lists: [id: TaskList(id: id, etag: ETag(rawValue: "1"), title: "Obst und Gemüse", buckets: [])]
    )
    let byList = TaskSearch(["obst"], kept.tags, names)
    #expect(kept.found(by: byList, among: places) { $0 } == places)
    let both = TaskSearch(["obst", "milch"], kept.tags, names)
    #expect(kept.found(by: both, among: places) { $0 } == [places[0]])
  }
}
