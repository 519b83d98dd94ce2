/// One page on the practice phone, as the server's HTML says it.
public struct PhonePage: Hashable, Sendable {
  /// What a page asks the person for.
  public enum Ask: String, Hashable, Sendable {
    /// The code that the terminal shows.
    case code
    /// The account's sign-in name.
    case account = "username"
    /// The account's password.
    case password
    /// The number that the page shows.
    case number
    /// One of the accounts signed in there, or another.
    case choice
    /// Allow the app what it asks for, or not.
    case consent
    /// Approve or decline.
    case decision
    /// Nothing: the sign-in is over, one way or the other.
    case nothing
  }

  /// Heading.
  public var title: String
  /// What the page says under it.
  public var message: String
  /// What was wrong with the last answer, as the page says it; nil when nothing was.
  public var problem: String?
  /// Its AADSTS number.
  public var problemNumber: Int?
  /// What the page asks for.
  public var asks: Ask
  /// The number to match, where the page shows one.
  public var numberToMatch: String?
  /// Where the form goes, and what it carries unseen.
  var action: String
  var hidden: [String: String]
}

extension PhonePage {
  /// Reads a page of the device-login form; nil when the HTML is something else, such as a captive portal.
  init?(html: String) {
    guard let title = Self.text(html, "<h1>", "</h1>"), let message = Self.text(html, "<p class=\"message\">", "</p>")
    else { return nil }
    self.title = title
    self.message = message
    if let error = Self.between(html, "<p class=\"error\"", "</p>") {
      problem = error.firstIndex(of: ">").map { HTML.unescape(error[error.index(after: $0)...]) }
      problemNumber = Self.between(String(error), "data-code=\"", "\"").flatMap { Int($0) }
    }
    let form = Self.form(html)
    action = form.action
    hidden = Dictionary(form.hidden.map { ($0.name, $0.value) }, uniquingKeysWith: { _, last in last })
    asks = .nothing
    for tag in html.split(separator: "<") {
      if tag.hasPrefix("input"), !tag.contains("type=\"hidden\"") {
        asks = Self.text(String(tag), "name=\"", "\"").flatMap(Ask.init) ?? asks
      } else if tag.hasPrefix("button") {
        asks = Self.ask(button: tag) ?? asks
      }
    }
    numberToMatch = asks == .number ? message.split(separator: " ").last.map(String.init) : nil
  }

  private static func ask(button: Substring) -> Ask? {
    if button.contains("value=\"approve\"") { return .decision }
    if button.contains("value=\"accept\"") { return .consent }
    return button.contains("name=\"account\"") ? .choice : nil
  }

  /// Where the form of a page goes, and what it carries unseen, in order.
  static func form(_ html: String) -> (action: String, hidden: [(name: String, value: String)]) {
    var hidden: [(name: String, value: String)] = []
    for tag in html.split(separator: "<") where tag.hasPrefix("input") && tag.contains("type=\"hidden\"") {
      guard let name = text(String(tag), "name=\"", "\"") else { continue }
      hidden.append((name, text(String(tag), "value=\"", "\"") ?? ""))
    }
    return (text(html, "action=\"", "\"") ?? "", hidden)
  }

  private static func text(_ html: String, _ start: String, _ end: String) -> String? {
    between(html, start, end).map { HTML.unescape($0) }
  }

  private static func between(_ html: String, _ start: String, _ end: String) -> Substring? {
    guard let opening = html.firstRange(of: start) else { return nil }
    let rest = html[opening.upperBound...]
    guard let closing = rest.firstRange(of: end) else { return nil }
    return rest[..<closing.lowerBound]
  }
}
