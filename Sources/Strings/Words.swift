/// The words of one language; every word a person sees comes from here.
///
/// A text may hold `{name}` places. A text with `|` has a singular and a plural form for `{n}`.
public struct Words: Equatable, Sendable {
  /// Language code of the file it was read from, `en`.
  public let language: String
  private let texts: [String: String]

  /// English, complete by test; what other languages fall back to.
  public static let english = Words(language: "en", file: Words.file("en") ?? [])

  init(language: String, file: [UInt8]) {
    self.language = language
    texts = Words.parse(file)
  }

  /// The text of a phrase, places filled in; the phrase's own key where the file lacks it, which a test forbids.
  public func callAsFunction(_ phrase: Phrase, _ parts: [String: String] = [:]) -> String {
    Words.fill(texts[phrase.rawValue] ?? phrase.rawValue, parts)
  }

  /// The text of a phrase about signing in, places filled in.
  public func callAsFunction(_ phrase: SignInPhrase, _ parts: [String: String] = [:]) -> String {
    Words.fill(texts[phrase.rawValue] ?? phrase.rawValue, parts)
  }

  /// The text of a phrase about a change, places filled in.
  public func callAsFunction(_ phrase: ChangePhrase, _ parts: [String: String] = [:]) -> String {
    Words.fill(texts[phrase.rawValue] ?? phrase.rawValue, parts)
  }

  /// The text of a phrase of the command line, places filled in.
  public func callAsFunction(_ phrase: CommandLinePhrase, _ parts: [String: String] = [:]) -> String {
    Words.fill(texts[phrase.rawValue] ?? phrase.rawValue, parts)
  }

  /// The text of a phrase about a session, places filled in.
  public func callAsFunction(_ phrase: SessionPhrase, _ parts: [String: String] = [:]) -> String {
    Words.fill(texts[phrase.rawValue] ?? phrase.rawValue, parts)
  }

  /// The text of a phrase of the task pages, places filled in.
  public func callAsFunction(_ phrase: WorkPhrase, _ parts: [String: String] = [:]) -> String {
    self(TextKey(phrase), parts)
  }

  /// The text of a name, places filled in.
  public func callAsFunction(_ key: TextKey, _ parts: [String: String] = [:]) -> String {
    Words.fill(texts[key.key] ?? key.key, parts)
  }

  /// The text of a phrase of the task pages about a number.
  public func counted(_ phrase: WorkPhrase, _ number: Int, _ parts: [String: String] = [:]) -> String {
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

  private func counted(_ key: String, _ number: Int, _ parts: [String: String]) -> String {
    let text = texts[key] ?? key
    let forms = text.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    let form = number == 1 ? forms.first : forms.last
    return Words.fill(String(form ?? ""), parts.merging(["n": String(number)]) { own, _ in own })
  }

  /// Keys the file has, for the test that compares them with the phrases.
  public var keys: Set<String> { Set(texts.keys) }

  public static func == (a: Words, b: Words) -> Bool { a.language == b.language }

  /// Reads `key = text` lines; `#` starts a comment line, `\n` in a text is a line break.
  static func parse(_ file: [UInt8]) -> [String: String] {
    var texts: [String: String] = [:]
    for line in file.split(separator: UInt8(ascii: "\n")) {
      guard line.first != UInt8(ascii: "#"), let equals = line.firstIndex(of: UInt8(ascii: "=")) else { continue }
      let key = String(decoding: line[..<equals], as: UTF8.self).filter { $0 != " " }
      let text = String(decoding: line[(equals + 1)...].drop { $0 == UInt8(ascii: " ") }, as: UTF8.self)
      texts[key] = text.contains("\\n") ? Words.unescape(text) : text
    }
    return texts
  }

  private static func unescape(_ text: String) -> String {
    var out = ""
    var isEscaped = false
    for character in text {
      if isEscaped {
        out.append(character == "n" ? "\n" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        out.append(character)
      }
    }
    return out
  }

  private static func fill(_ text: String, _ parts: [String: String]) -> String {
    guard !parts.isEmpty, text.contains("{") else { return text }
    var out = ""
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{") {
      out += rest[..<open]
      guard let close = rest[open...].firstIndex(of: "}") else { break }
      let name = String(rest[rest.index(after: open)..<close])
      out += parts[name] ?? ""
      rest = rest[rest.index(after: close)...]
    }
    return out + rest
  }

  private static func file(_ language: String) -> [UInt8]? {
    resource("Strings/\(language).strings")
  }
}
