import Strings
import Testing

@Suite struct PhraseTests {
  @Test func everyPhraseHasEnglishWordsAndNoWordIsLeftOver() {
    let phrases = Set(
      Phrase.allCases.map(\.rawValue) + CommandLinePhrase.allCases.map(\.rawValue)
        + SignInPhrase.allCases.map(\.rawValue) + SessionPhrase.allCases.map(\.rawValue)
        + SignInPhrase.allCases.map(\.rawValue) + SessionPhrase.allCases.map(\.rawValue)
        + ChangePhrase.allCases.map(\.rawValue) + WorkPhrase.allCases.map(\.rawValue))
    #expect(phrases.subtracting(Words.english.keys).isEmpty, "phrases without words")
    #expect(
      Words.english.keys.subtracting(phrases).filter { !$0.hasPrefix("command.") }.isEmpty, "words without a phrase")
  }

  @Test func placesAreFilledIn() {
    #expect(Words.english(.register, ["register": "3"]) == "register 3")
  }
}
