import Strings

/// Names of days and months: the short one that is drawn, and the whole one that people may type the beginning of.
enum TimeNames {
  struct Name: Sendable {
    let short: Phrase
    let whole: CalendarPhrase
  }

  /// Monday first.
  static let weekdays = [
    Name(short: .weekdayMonday, whole: .monday), Name(short: .weekdayTuesday, whole: .tuesday),
    Name(short: .weekdayWednesday, whole: .wednesday), Name(short: .weekdayThursday, whole: .thursday),
    Name(short: .weekdayFriday, whole: .friday), Name(short: .weekdaySaturday, whole: .saturday),
    Name(short: .weekdaySunday, whole: .sunday),
  ]

  static let months = [
    Name(short: .monthJanuary, whole: .january), Name(short: .monthFebruary, whole: .february),
    Name(short: .monthMarch, whole: .march), Name(short: .monthApril, whole: .april),
    Name(short: .monthMay, whole: .may), Name(short: .monthJune, whole: .june), Name(short: .monthJuly, whole: .july),
    Name(short: .monthAugust, whole: .august), Name(short: .monthSeptember, whole: .september),
    Name(short: .monthOctober, whole: .october), Name(short: .monthNovember, whole: .november),
    Name(short: .monthDecember, whole: .december),
  ]

  /// 1 for Monday.
  static func weekday(_ text: String, _ words: Words) -> Int? { number(text, weekdays, words) }
  /// 1 for January.
  static func month(_ text: String, _ words: Words) -> Int? { number(text, months, words) }

  /// The place of the name that a text begins, at least as long as its short form: `fri`, `frid`, `friday`.
  private static func number(_ text: String, _ names: [Name], _ words: Words) -> Int? {
    let typed = plainLetters(text.last == "." ? String(text.dropLast()) : text)
    guard typed.allSatisfy(\.isLetter) else { return nil }
    return names.firstIndex { name in
      let short = plainLetters(words(name.short))
      let whole = plainLetters(words(name.whole))
      return typed == short || typed.count >= short.count && whole.hasPrefix(typed)
    }.map { $0 + 1 }
  }
}

/// A text as a keyboard without accents types it, in small letters: `mié` is `mie`, `März` is `maerz`.
func plainLetters(_ text: String) -> String {
  var plain = ""
  for character in text.lowercased() {
    if let base = baseLetters[character] { plain += base } else { plain.append(character) }
  }
  return plain
}

private let baseLetters: [Character: String] = [
  "á": "a", "à": "a", "â": "a", "ä": "ae", "ç": "c", "é": "e", "è": "e", "ê": "e", "í": "i", "ì": "i", "î": "i",
  "ñ": "n", "ó": "o", "ò": "o", "ô": "o", "ö": "oe", "ú": "u", "ù": "u", "û": "u", "ü": "ue", "ß": "ss",
]
