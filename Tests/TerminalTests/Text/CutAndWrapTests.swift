import Testing

@testable import Terminal

@Suite struct CutAndWrapTests {
  @Test(arguments: [
    ("Count the till float", 20, "Count the till float"), ("Count the till float", 10, "Count the…"),
    ("Count", 1, "…"), ("Count", 0, ""), ("漢字漢字", 8, "漢字漢字"), ("漢字漢字", 7, "漢字漢…"), ("漢字漢字", 6, "漢字…"),
    ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"), ("", 0, ""),
  ]) func cutEndsInAnEllipsis(text: String, columns: Int, expected: String) {
    let cut = SafeText(text).cut(to: columns)
    #expect(cut.text == expected)
    #expect(cut.columns <= columns)
  }

  @Test func cutStaysASCIIWhereAsked() {
    #expect(SafeText("Count the float").cut(to: 6, ellipsis: .asciiEllipsis).text == "Coun..")
  }

  @Test func hiddenCharactersAreRememberedByACut() {
    #expect(SafeText("abc\u{200B}def").cut(to: 3).hidSomething)
  }

  @Test(arguments: [
    ("Check the seal number", 10, ["Check the", "seal", "number"]),
    ("one\n\ntwo\r\nthree", 10, ["one", "", "two", "three"]),
    ("abcdefghij", 4, ["abcd", "efgh", "ij"]), ("a abcdefgh b", 4, ["a", "abcd", "efgh", "b"]), ("", 5, [""]),
    ("exactly ten", 11, ["exactly ten"]), ("abcd efgh", 4, ["abcd", "efgh"]), ("漢字漢字", 5, ["漢字", "漢字"]),
    ("  - indented words", 10, ["  -", "indented", "words"]), ("ab", 0, ["ab"]), ("trailing   ", 8, ["trailing"]),
  ]) func wrapBreaksAtWords(text: String, columns: Int, expected: [String]) {
    #expect(SafeText.wrap(text, columns: columns).map(\.text) == expected)
  }

  @Test func noLineIsTooWideAndNoWordIsLost() {
    let text = "Bitte die Kühlkette prüfen, 漢字 too, before signing: seals 12-4711 and 12-4712 are missing."
    for columns in 2...90 {
      let lines = SafeText.wrap(text, columns: columns)
      #expect(lines.allSatisfy { $0.columns <= columns })
      #expect(lines.map(\.text).joined().filter { $0 != " " } == text.filter { $0 != " " })
    }
  }

  @Test func onlyLineBreaksOfNotesAreKept() {
    #expect(SafeText.wrap("a\rb\u{2028}c", columns: 10).map(\.text) == ["a·b·c"])
  }
}
