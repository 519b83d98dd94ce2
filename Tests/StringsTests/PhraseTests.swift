import Testing

@testable import Strings

@Suite struct PhraseTests {
  static let phrases: Set<String> = {
    var keys = Set(Phrase.allCases.map(\.rawValue))
    keys.formUnion(WorkPhrase.allCases.map(\.rawValue))
    keys.formUnion(CalendarPhrase.allCases.map(\.rawValue))
    keys.formUnion(CommandLinePhrase.allCases.map(\.rawValue))
    keys.formUnion(SignInPhrase.allCases.map(\.rawValue))
    keys.formUnion(SessionPhrase.allCases.map(\.rawValue))
    keys.formUnion(PlainPhrase.allCases.map(\.rawValue))
    keys.formUnion(BrowserPhrase.allCases.map(\.rawValue))
    keys.formUnion(ScanPhrase.allCases.map(\.rawValue))
    keys.formUnion(HandoutPhrase.allCases.map(\.rawValue))
    keys.formUnion(ChangePhrase.allCases.map(\.rawValue))
    keys.formUnion(PracticePhrase.allCases.map(\.rawValue))
    return keys
  }()

  /// Languages with words of their own; `en-US` only says what differs from `en`.
  static let languages = Words.languages.filter { !$0.contains("-") }

  @Test func everyPhraseHasEnglishWordsAndNoWordIsLeftOver() {
    let surplus = Words.english.keys.subtracting(Self.phrases).filter {
      !$0.hasPrefix("command.") && !$0.hasPrefix("operation.")
    }
    #expect(Self.phrases.subtracting(Words.english.keys).isEmpty, "phrases without words")
    #expect(surplus.isEmpty, "words without a phrase")
  }

  @Test(arguments: Self.languages) func noWordsForLinesAskForEsc(language: String) throws {
    let words = try #require(Words(language: language)?.forLines)
    #expect(words(.emptyFiltered).contains(":back "))
    for phrase in Phrase.allCases { #expect(!words(phrase).contains(/\bEsc\b/), "\(phrase)") }
    // A word that begins like the key stays.
    if language == "es" { #expect(words(.entryEmpty).hasPrefix("Escribe ")) }
  }

  @Test func englishGermanAndSpanishAreThere() { #expect(Self.languages == ["en", "de", "es"]) }

  @Test(arguments: Words.languages) func everyLanguageHasEveryWordAndNoOther(language: String) throws {
    let words = try #require(Words(language: language))
    #expect(Words.english.keys.subtracting(words.keys).sorted() == [], "missing in \(language)")
    #expect(words.keys.subtracting(Words.english.keys).sorted() == [], "left over in \(language)")
    #expect(words.language == language)
  }

  /// A text that loses a place loses a name or a number; one with another place shows nothing there.
  @Test(arguments: Words.languages) func everyTextHasThePlacesAndFormsOfTheEnglishOne(language: String) throws {
    let words = try #require(Words(language: language))
    for key in words.keys where !key.hasPrefix("format.") {
      let english = try #require(Words.english.text(key))
      let text = try #require(words.text(key))
      #expect(Self.places(text) == Self.places(english), "\(language): \(key)")
      #expect(text.split(separator: "|").count == english.split(separator: "|").count, "\(language): \(key)")
      #expect(!text.isEmpty && !text.hasSuffix(" "), "\(language): \(key)")
    }
  }

  /// A phrase that is the same everywhere was forgotten, unless it is a name, a sign or short.
  @Test(arguments: ["de", "es"]) func sentencesAreTranslated(language: String) throws {
    let words = try #require(Words(language: language))
    let same = words.keys.filter { key in
      guard let text = words.text(key), text == Words.english.text(key) else { return false }
      return text.filter(\.isLetter).count > 12 && !text.hasPrefix("{time}") && text.split(separator: " ").count > 3
        && !key.hasPrefix("format.")
    }
    #expect(same.sorted() == [])
  }

  @Test func placesAreFilledIn() { #expect(Words.english(.register, ["register": "3"]) == "register 3") }

  private static func places(_ text: String) -> Set<Substring> {
    Set(text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().map { $0.prefix { $0 != "}" } })
  }
}
