/// The words of one language; every word a person sees comes from here.
///
/// A text may hold `{name}` places. A text with `|` has a singular and a plural form for `{n}`.
public struct Words: Equatable, Sendable {
  /// Code of the language, `en`, `en-US`.
  public let language: String
  private var texts: [String: String]
  private var witness: WordWitness?

  /// English: what a terminal speaks that is told nothing else.
  public static let english = Words(language: "en", files: [Words.file("en") ?? []])

  /// - Parameter files: the language's own file; for the usage of one country what differs there after it.
  init(language: String, files: [[UInt8]]) {
    self.language = language
    texts = files.reduce(into: [:]) { $0.merge(Words.parse($1)) { _, own in own } }
  }

  /// The same words, with somebody who notes which texts are asked for.
  public func witnessed(by witness: WordWitness) -> Words {
    var words = self
    words.witness = witness
    return words
  }

  /// The same words for a terminal where no key is pressed by itself: what Esc does elsewhere is typed as `:back`.
  public var forLines: Words {
    var words = self
    words.texts = texts.mapValues(Words.withoutEscape)
    return words
  }

  private static func withoutEscape(_ text: String) -> String {
    guard text.contains("Esc") else { return text }
    var parts: [Substring] = []
    var rest = text[...]
    while let word = rest.firstIndex(where: \.isLetter) {
      let end = rest[word...].firstIndex { !$0.isLetter } ?? rest.endIndex
      parts += [rest[..<word], rest[word..<end] == "Esc" ? ":back" : rest[word..<end]]
      rest = rest[end...]
    }
    return (parts + [rest]).joined()
  }

  private func wanted(_ key: String) -> String {
    witness?.note(key)
    return texts[key] ?? key
  }

  /// The text of a phrase, places filled in; the phrase's own key where the file lacks it, which a test forbids.
  public func callAsFunction(_ phrase: Phrase, _ parts: [String: String] = [:]) -> String {
    self(TextKey(named: phrase.rawValue), parts)
  }

  /// The text of a phrase about signing in, places filled in.
  public func callAsFunction(_ phrase: SignInPhrase, _ parts: [String: String] = [:]) -> String {
    self(TextKey(named: phrase.rawValue), parts)
  }

  /// The text of a practice command, places filled in.
  public func callAsFunction(_ phrase: PracticePhrase, _ parts: [String: String] = [:]) -> String {
    self(TextKey(named: phrase.rawValue), parts)
  }

  /// The text of a phrase about a change, places filled in.
  public func callAsFunction(_ phrase: ChangePhrase, _ parts: [String: String] = [:]) -> String {
    self(TextKey(named: phrase.rawValue), parts)
  }

  /// The text of a phrase of the command line, places filled in.
  public func callAsFunction(_ phrase: CommandLinePhrase, _ parts: [String: String] = [:]) -> String {
    self(TextKey(named: phrase.rawValue), parts)
  }

  /// The text of a phrase about a session, places filled in.
  public func callAsFunction(_ phrase: SessionPhrase, _ parts: [String: String] = [:]) -> String {
    self(TextKey(named: phrase.rawValue), parts)
  }

  /// The text of a page in a browser, places filled in.
  public func callAsFunction(_ phrase: BrowserPhrase, _ parts: [String: String] = [:]) -> String {
    self(TextKey(named: phrase.rawValue), parts)
  }

  /// The text of a handout, places filled in.
  public func callAsFunction(_ phrase: HandoutPhrase, _ parts: [String: String] = [:]) -> String {
    self(TextKey(named: phrase.rawValue), parts)
  }

  /// The text of a phrase about a scanned code, places filled in.
  public func callAsFunction(_ phrase: ScanPhrase, _ parts: [String: String] = [:]) -> String {
    self(TextKey(named: phrase.rawValue), parts)
  }

  /// The text of a phrase that is said line by line, places filled in.
  public func callAsFunction(_ phrase: PlainPhrase, _ parts: [String: String] = [:]) -> String {
    self(TextKey(named: phrase.rawValue), parts)
  }

  /// The text of a phrase of the task pages, places filled in.
  public func callAsFunction(_ phrase: WorkPhrase, _ parts: [String: String] = [:]) -> String {
    self(TextKey(phrase), parts)
  }

  /// The text of a phrase about dates and times, places as they are.
  public func callAsFunction(_ phrase: CalendarPhrase) -> String { wanted(phrase.rawValue) }

  /// The text of a phrase about dates and times; each row of a list has one, so that only the parts it has are made.
  ///
  /// - Parameter part: what stands in a place, by the name of the place.
  public func callAsFunction(_ phrase: CalendarPhrase, part: (Substring) -> String?) -> String {
    Words.fill(wanted(phrase.rawValue), part)
  }

  /// The text of a name, places filled in.
  public func callAsFunction(_ key: TextKey, _ parts: [String: String] = [:]) -> String {
    Words.fill(wanted(key.key), parts)
  }

  /// What Microsoft's list of POS operations calls an operation; nil for numbers that are not in it.
  public func operation(_ number: Int) -> String? {
    let key = "operation.\(number)"
    return texts[key] == nil ? nil : wanted(key)
  }

  /// The text of a phrase of the task pages about a number.
  public func counted(_ phrase: WorkPhrase, _ number: Int, _ parts: [String: String] = [:]) -> String {
    counted(phrase.rawValue, number, parts)
  }

  /// The text of a phrase about a change and a number.
  public func counted(_ phrase: ChangePhrase, _ number: Int, _ parts: [String: String] = [:]) -> String {
    counted(phrase.rawValue, number, parts)
  }

  /// The text of a phrase about a number, in its singular or plural form, `{n}` filled in.
  public func counted(_ phrase: Phrase, _ number: Int, _ parts: [String: String] = [:]) -> String {
    counted(phrase.rawValue, number, parts)
  }

  /// The text of a phrase about a session and a number, likewise.
  public func counted(_ phrase: SessionPhrase, _ number: Int, _ parts: [String: String] = [:]) -> String {
    counted(phrase.rawValue, number, parts)
  }

  /// The text of a phrase about scanned codes and a number, likewise.
  public func counted(_ phrase: ScanPhrase, _ number: Int, _ parts: [String: String] = [:]) -> String {
    counted(phrase.rawValue, number, parts)
  }

  /// The text of a phrase that is said line by line, about a number, likewise.
  public func counted(_ phrase: PlainPhrase, _ number: Int, _ parts: [String: String] = [:]) -> String {
    counted(phrase.rawValue, number, parts)
  }

  /// The text of a phrase of the command line about a number, likewise.
  public func counted(_ phrase: CommandLinePhrase, _ number: Int, _ parts: [String: String] = [:]) -> String {
    counted(phrase.rawValue, number, parts)
  }

  /// The text of a handout about a number, likewise.
  public func counted(_ phrase: HandoutPhrase, _ number: Int, _ parts: [String: String] = [:]) -> String {
    counted(phrase.rawValue, number, parts)
  }

  private func counted(_ key: String, _ number: Int, _ parts: [String: String]) -> String {
    let text = wanted(key)
    let forms = text.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    let form = number == 1 ? forms.first : forms.last
    return Words.fill(String(form ?? ""), parts.merging(["n": self.number(number)]) { own, _ in own })
  }

  /// A number as the language groups its digits: `10,000`, `10.000`.
  public func number(_ number: Int) -> String {
    let digits = String(number.magnitude)
    guard digits.count > 4 else { return String(number) }
    let separator = wanted(CalendarPhrase.thousands.rawValue)
    let head = (digits.count - 1) % 3 + 1
    var grouped = String(digits.prefix(head))
    var rest = digits.dropFirst(head)
    while !rest.isEmpty {
      grouped += separator + rest.prefix(3)
      rest = rest.dropFirst(3)
    }
    return (number < 0 ? "-" : "") + grouped
  }

  /// The text of a key as the file has it.
  func text(_ key: String) -> String? { texts[key] }

  /// Keys the file has, for the test that compares them with the phrases.
  public var keys: Set<String> { Set(texts.keys) }

  public static func == (a: Words, b: Words) -> Bool { a.language == b.language }

  /// - Parameter part: what stands in a place; asked only for the places the text has.
  private static func fill(_ text: String, _ part: (Substring) -> String?) -> String {
    let bytes = text.utf8
    guard var open = bytes.firstIndex(of: UInt8(ascii: "{")) else { return text }
    var out = ""
    var start = text.startIndex
    while let close = bytes[open...].firstIndex(of: UInt8(ascii: "}")) {
      out += text[start..<open]
      out += part(text[bytes.index(after: open)..<close]) ?? ""
      start = bytes.index(after: close)
      guard let next = bytes[start...].firstIndex(of: UInt8(ascii: "{")) else { break }
      open = next
    }
    return out + text[start...]
  }

  private static func fill(_ text: String, _ parts: [String: String]) -> String {
    parts.isEmpty ? text : fill(text) { parts[String($0)] }
  }
}
