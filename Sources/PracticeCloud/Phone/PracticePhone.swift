public import CloudWire
import HTTPTypes

/// Why the phone could not go on.
public enum PhoneError: Error, Hashable, Sendable {
  /// No answer came back.
  case noAnswer(TransportError)
  /// The server answered with another status than 200.
  case refused(status: Int)
  /// What came back is not a sign-in page.
  case notASignInPage
  /// The page in front of the person asks for something else.
  case wrongStep(asked: PhonePage.Ask)
}

/// The worker's phone in practice: it drives the practice tenant's own device-login form, page by page.
///
/// A wrong answer is no error: the page that comes back says what is wrong (`problem`) and asks again. Nothing typed is
/// kept.
public struct PracticePhone: Sendable {
  private let transport: any HTTPTransport
  private let address: String
  /// The page in front of the person; nil before the first.
  public private(set) var page: PhonePage?

  /// A phone that opens the address the terminal shows (`verification_uri`), over any transport.
  public init(transport: any HTTPTransport, address: String) {
    self.transport = transport
    self.address = address
  }

  /// Opens the page that asks for the code.
  @discardableResult
  public mutating func open() async throws(PhoneError) -> PhonePage {
    page = nil
    return try await load(CloudRequest(.get, address))
  }

  /// Types the code; opens the page first where that was not done.
  @discardableResult
  public mutating func enter(code: String) async throws(PhoneError) -> PhonePage {
    if page?.asks != .code { try await open() }
    return try await answer(.code, [("code", code), ("action", "next")])
  }

  /// Types or picks an account by its sign-in name.
  @discardableResult
  public mutating func choose(account: String) async throws(PhoneError) -> PhonePage {
    try await answer(.account, [("username", account), ("action", "next")])
  }

  /// Types the password.
  @discardableResult
  public mutating func enter(password: String) async throws(PhoneError) -> PhonePage {
    try await answer(.password, [("password", password), ("action", "sign-in")])
  }

  /// Types the number to match.
  @discardableResult
  public mutating func enter(number: String) async throws(PhoneError) -> PhonePage {
    try await answer(.number, [("number", number), ("action", "verify")])
  }

  /// Lets the terminal sign in.
  @discardableResult
  public mutating func approve() async throws(PhoneError) -> PhonePage {
    try await answer(.decision, [("action", "approve")])
  }

  /// Refuses the sign-in; possible on every page after the code.
  @discardableResult
  public mutating func decline() async throws(PhoneError) -> PhonePage {
    guard let page, page.asks != .code, page.asks != .nothing else {
      throw .wrongStep(asked: page?.asks ?? .nothing)
    }
    return try await submit(page, [("action", "decline")])
  }

  private mutating func answer(
    _ wanted: PhonePage.Ask, _ items: [(name: String, value: String)]
  ) async throws(PhoneError) -> PhonePage {
    guard let page, page.asks == wanted else { throw .wrongStep(asked: page?.asks ?? .nothing) }
    return try await submit(page, items)
  }

  private mutating func submit(
    _ page: PhonePage, _ items: [(name: String, value: String)]
  ) async throws(PhoneError) -> PhonePage {
    let hidden = page.hidden.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
    return try await load(
      CloudRequest(
        .post, page.action, headers: [.contentType: "application/x-www-form-urlencoded"],
        body: PercentCoding.form(hidden + items)))
  }

  private mutating func load(_ request: CloudRequest) async throws(PhoneError) -> PhonePage {
    let response: CloudResponse
    do { response = try await transport.send(request) } catch { throw .noAnswer(error) }
    guard response.status == .ok else { throw .refused(status: response.status.code) }
    guard let page = PhonePage(html: String(decoding: response.body, as: UTF8.self)) else { throw .notASignInPage }
    self.page = page
    return page
  }
}
