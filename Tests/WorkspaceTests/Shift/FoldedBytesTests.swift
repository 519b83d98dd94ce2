import Testing

@testable import Workspace

@Suite struct FoldedBytesTests {
  @Test(arguments: [
    ("dairy", "Receive the DAIRY delivery", true), ("über", "Überprüfen", true), ("ÄPFEL", "äpfel und Birnen", true),
    ("x", "", false), ("", "anything", true), ("aa", "Aaa", true), ("delivery!", "delivery", false),
    ("привет", "ПРИВЕТ, мир", true), ("ñ", "mañana", true), ("mañana", "MAÑANA", true), ("÷", "×", false),
    ("牛奶", "搬牛奶", true),
  ]) func wordsAreFoundWhateverTheirCase(word: String, text: String, isFound: Bool) {
    #expect(FoldedBytes(word).isIn(text) == isFound)
  }

  /// Beside what Swift itself says of small letters, for all of Latin-1.
  @Test func everyLetterOfLatin1MatchesItsOtherCase() {
    for value in UInt32(0x41)...0xFF {
      guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic, value != 0xDF else { continue }
      let letter = String(Character(scalar))
      #expect(
        FoldedBytes(letter).isIn("a\(letter.uppercased())b")
          || letter.uppercased().unicodeScalars.first?.value ?? 0 > 0xFF)
      #expect(FoldedBytes(letter).isIn("a\(letter.lowercased())b"), "\(letter)")
    }
  }
}
