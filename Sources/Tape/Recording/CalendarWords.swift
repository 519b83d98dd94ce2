import Strings

/// Words of a language that hang on the day: where they stand, another play on another day shows something else.
struct CalendarWords {
  private let groups: Set<String>
  private let days: Set<String>
  private let names: Set<String>

  init(_ words: Words) {
    let phrases: [Phrase] = [.groupOverdue, .groupToday, .groupThisWeek, .groupLater, .groupNoDate, .groupDone]
    groups = Set(phrases.map { words($0) })
    let typed: [CalendarPhrase] = [.today, .tomorrow, .dayAfterTomorrow, .yesterday]
    days = Set(typed.flatMap { words($0).lowercased().split(separator: " ").map(String.init) }.filter { $0.count > 3 })
    let short: [Phrase] = [
      .weekdayMonday, .weekdayTuesday, .weekdayWednesday, .weekdayThursday, .weekdayFriday, .weekdaySaturday,
      .weekdaySunday, .monthJanuary, .monthFebruary, .monthMarch, .monthApril, .monthMay, .monthJune, .monthJuly,
      .monthAugust, .monthSeptember, .monthOctober, .monthNovember, .monthDecember,
    ]
    names = Set(short.map { words($0).lowercased() })
  }

  /// Whether a text is a heading of the agenda, names today or its neighbours, or holds a date.
  func isNamed(in text: String) -> Bool {
    if groups.contains(text) { return true }
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    if words.contains(where: days.contains) { return true }
    return text.contains(where: \.isNumber) && words.contains { names.contains($0) }
  }
}

/// Words of the truth line that stand there only until the cloud has answered.
struct PassingWords {
  /// How the truth line begins while the cloud answers.
  let online: String
  private let connecting: String
  private let reading: String
  private let unsent: String

  init(_ words: Words) {
    online = words(Phrase.truthOnline)
    connecting = words(Phrase.truthConnecting)
    reading = String(words(Phrase.truthProgress).prefix { $0 != "{" && $0 != "," })
    unsent = words(Phrase.truthNotSent, ["n": ""])
  }

  /// Whether a text will be gone in a moment; unsent changes are on their way while the cloud answers.
  func isPassing(_ text: String, whileOnline isOnline: Bool) -> Bool {
    text == connecting || text.hasPrefix(reading) || isOnline && isUnsent(text)
  }

  /// Whether a text counts what is not sent.
  func isUnsent(_ text: String) -> Bool { text.hasSuffix(unsent) }
}
