import Strings

/// What was typed for a date, in parts a language apart: small letters without accents, units joined to their numbers,
/// words that mean nothing left out.
struct TypedDate {
  enum Unit: CaseIterable {
    case minutes, hours, days, weeks

    fileprivate var names: CalendarPhrase {
      switch self {
      case .minutes: .minutes
      case .hours: .hours
      case .days: .days
      case .weeks: .weeks
      }
    }
  }

  struct Clock {
    let hour: Int
    let minute: Int
  }

  let parts: [String]
  /// Whether `12/24` is the day before Christmas.
  let isMonthFirst: Bool
  /// Whether a dash or a word for it was typed, which means no date.
  let meansNoDate: Bool
  private let signs: [String]
  private let units: [(name: String, unit: Unit)]
  private let near: [(distance: Int, name: [String])]

  init(_ text: String, _ words: Words) {
    func list(_ phrase: CalendarPhrase) -> [String] {
      plainLetters(words(phrase)).split(separator: " ").map(String.init)
    }
    isMonthFirst = words(CalendarPhrase.order) == "mdy"
    let signs = list(.hourSigns)
    let units = Unit.allCases.flatMap { unit in list(unit.names).map { (name: $0, unit: unit) } }
    near = [(2, list(.dayAfterTomorrow)), (1, list(.tomorrow)), (0, list(.today)), (-1, list(.typedYesterday))]
    self.signs = signs
    self.units = units
    let fillers = list(.fillers)
    let fromNow = list(.fromNow)
    var parts: [String] = []
    for part in TypedDate.withHalvesOfDay(plainLetters(text)).split(separator: " ") {
      let part = part.last == "," ? String(part.dropLast()) : String(part)
      if let last = parts.last, last.last?.isNumber == true, signs.contains(part) || ["am", "pm"].contains(part) {
        parts[parts.count - 1] = last + part
      } else if let last = parts.last, last.first == "+", last.last?.isNumber == true,
        units.contains(where: { $0.name == part })
      {
        parts[parts.count - 1] = last + part
      } else if parts.last == "+", Int(part) != nil {
        parts[parts.count - 1] = "+" + part
      } else if fromNow.contains(part) {
        parts.append("+")
      } else if !fillers.contains(part), !part.isEmpty {
        parts.append(part)
      }
    }
    meansNoDate = parts == ["-"] || parts.count == 1 && list(.noDate).contains(parts[0])
    self.parts = meansNoDate ? [] : parts
  }

  /// `today`, `tomorrow`, the day after it, `yesterday`: how many days away, and how many parts it takes.
  func nearDay(_ parts: ArraySlice<String>) -> (Int, Int)? {
    near.first { !$0.name.isEmpty && parts.starts(with: $0.name) }.map { ($0.distance, $0.name.count) }
  }

  /// `+2d`, `+3`, `+1w`, `+2 tage`.
  func step(_ part: String) -> (Int, Unit)? {
    guard part.first == "+" else { return nil }
    let digits = part.dropFirst().prefix { $0.isASCII && $0.isNumber }
    guard digits.count < 5, let number = Int(digits) else { return nil }
    let name = part.dropFirst(digits.count + 1)
    if name.isEmpty { return (number, .days) }
    return units.first { $0.name == name }.map { (number, $0.unit) }
  }

  /// A bare hour, which means something only behind a day: `tomorrow 9`.
  static func hour(_ part: String) -> Clock? {
    guard part.count < 3, let hour = Int(part), (0...23).contains(hour) else { return nil }
    return Clock(hour: hour, minute: 0)
  }

  /// `17:00`, `17.30`, `17.30h`, `17uhr`, `5pm`, `5.30pm`.
  ///
  /// - Parameter isDayKnown: whether a day stands before it, so that `17.10` is no date.
  func clock(_ part: String, isDayKnown: Bool) -> Clock? {
    var text = Substring(part)
    var shift: Int?
    for (ending, hours) in [("am", 0), ("pm", 12)] where text.hasSuffix(ending) {
      shift = hours
      text = text.dropLast(2)
    }
    let sign = signs.filter { text.hasSuffix($0) }.max { $0.count < $1.count }
    if let sign { text = text.dropLast(sign.count) }
    let hasSign = sign != nil || shift != nil
    let isDotted = text.contains(".") && (hasSign || isTime(text, isDayKnown: isDayKnown))
    let separator: Character = isDotted ? "." : ":"
    let numbers = text.split(separator: separator, omittingEmptySubsequences: false).map { Int($0) }
    guard let first = numbers[0], numbers.count == 2 || numbers.count == 1 && (shift ?? sign.map(\.count)) != nil
    else { return nil }
    guard let minute = numbers.count == 2 ? numbers[1] : 0, (0...59).contains(minute) else { return nil }
    if let shift {
      guard (1...12).contains(first) else { return nil }
      return Clock(hour: first % 12 + shift, minute: minute)
    }
    return (0...23).contains(first) ? Clock(hour: first, minute: minute) : nil
  }

  /// Whether two numbers with a dot between them are no date: because there is one already, or no such day.
  private func isTime(_ text: Substring, isDayKnown: Bool) -> Bool {
    let numbers = text.split(separator: ".", omittingEmptySubsequences: false)
    guard numbers.count == 2, numbers[1].count == 2, let first = Int(numbers[0]), let second = Int(numbers[1]) else {
      return false
    }
    if isDayKnown { return true }
    func isDate(day: Int, month: Int) -> Bool { (1...31).contains(day) && (1...12).contains(month) }
    return !isDate(day: first, month: second) && !(isMonthFirst && isDate(day: second, month: first))
  }

  /// `5 p. m.` and `5 p.m.` as `5 pm`.
  private static func withHalvesOfDay(_ text: String) -> String {
    var text = text
    for (letter, half) in [("a", "am"), ("p", "pm")] {
      for spelling in [letter + ". m.", letter + ".m."] {
        while let range = text.firstRange(of: spelling) { text.replaceSubrange(range, with: half) }
      }
    }
    return text
  }
}
