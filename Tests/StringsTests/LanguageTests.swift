import Strings
import Testing

@Suite struct LanguageTests {
  @Test(arguments: [
    ("de", "de"), ("de-AT", "de"), ("de_DE.UTF-8", "de"), ("DE", "de"), ("es_MX", "es"), ("es@euro", "es"),
    ("en", "en"), ("en-GB", "en"), ("en_US.UTF-8", "en-US"), ("en-us", "en-US"),
  ]) func codesAsPeopleWriteThem(code: String, language: String) {
    #expect(Words(language: code)?.language == language)
  }

  @Test(arguments: ["", "-", "C", "C.UTF-8", "POSIX", "fr_FR.UTF-8", "deu", "../en"]) func whatIsNotSpoken(code: String)
  {
    #expect(Words(language: code) == nil)
  }

  @Test func theLocaleDecidesByPOSIXsOrder() {
    #expect(Words.spoken(in: [:]).language == "en")
    #expect(Words.spoken(in: ["LANG": "es_ES.UTF-8"]).language == "es")
    #expect(Words.spoken(in: ["LANG": "es_ES.UTF-8", "LC_MESSAGES": "de_DE"]).language == "de")
    #expect(Words.spoken(in: ["LANG": "es_ES.UTF-8", "LC_ALL": "C.UTF-8"]).language == "en")
    #expect(Words.spoken(in: ["LANG": "de_DE.UTF-8", "LC_ALL": ""]).language == "de")
    #expect(Words.spoken(in: ["LANG": "xx_YY"]).language == "en")
  }

  @Test func oneAndManyHaveFormsOfTheirOwn() throws {
    let german = try #require(Words(language: "de"))
    let spanish = try #require(Words(language: "es"))
    #expect(german.counted(WorkPhrase.markedCount, 1) == "1 Aufgabe")
    #expect(german.counted(WorkPhrase.markedCount, 0) == "0 Aufgaben")
    #expect(spanish.counted(.truthNeedsYou, 1) == "1 te espera")
    #expect(spanish.counted(.truthNeedsYou, 2) == "2 te esperan")
  }

  @Test func digitsAreGroupedAsTheLanguageGroupsThem() throws {
    let german = try #require(Words(language: "de"))
    #expect(Words.english.number(1234) == "1234")
    #expect(Words.english.number(10_000) == "10,000")
    #expect(Words.english.number(-1_234_567) == "-1,234,567")
    #expect(german.number(100_000) == "100.000")
    #expect(german.counted(WorkPhrase.markedCount, 12_345) == "12.345 Aufgaben")
  }

  @Test func theUnitedStatesWriteSomeThingsTheirOwnWay() throws {
    let words = try #require(Words(language: "en-US"))
    #expect(words(.register, ["register": "3"]) == "register 3")
    #expect(words(CalendarPhrase.order) == "mdy")
    #expect(Words.english(CalendarPhrase.order) == "dmy")
  }
}
