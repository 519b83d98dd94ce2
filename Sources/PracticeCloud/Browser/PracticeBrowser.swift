public import CloudWire
import HTTPTypes

/// Where a sign-in by browser ended: what the browser was told to send to the app's own address.
public struct BrowserReturn: Hashable, Sendable {
  /// The address: the redirect URI, with the answer in its query or fragment unless it is posted.
  public var address: String
  /// The answer's items in order: `code`, `state`, or `error` and its description.
  public var items: [Item]
  /// Whether the browser posts the items as a form (`response_mode=form_post`) instead of opening the address.
  public var isPosted: Bool

  /// One item of the answer.
  public struct Item: Hashable, Sendable {
    /// `code`, `state`, `error`, …
    public var name: String
    /// Decoded.
    public var value: String
  }

  /// The value of an item; nil where there is none.
  public func value(_ name: String) -> String? { items.first { $0.name == name }?.value }

  /// The form to post, where it is posted.
  public var body: [UInt8] { isPosted ? PercentCoding.form(items.map { ($0.name, $0.value) }) : [] }
}

/// What the browser shows now.
public enum BrowserView: Hashable, Sendable {
  /// A page that asks something, or says why it goes no further.
  case page(PhonePage)
  /// The sign-in is over: the browser goes back to the app.
  case returned(BrowserReturn)
}

/// A browser in practice: it opens the address of a sign-in, fills in the provider's pages, keeps its cookies, and stops
/// where a real one would leave for the app's own address.
public struct PracticeBrowser: Sendable {
  private let transport: any HTTPTransport
  private var cookies: [String: String] = [:]
  private var origin = ""
  /// What it shows; nil before the first address.
  public private(set) var view: BrowserView?

  /// A browser without cookies, over any transport that reaches the provider.
  public init(transport: any HTTPTransport) { self.transport = transport }

  /// Opens an address of the provider.
  @discardableResult
  public mutating func open(_ address: String) async throws(PhoneError) -> BrowserView {
    origin = PracticeAddress(url: address).origin
    return try await load(CloudRequest(.get, address))
  }

  /// Sends the form of the page with what was typed or pressed; what the page carries unseen goes along.
  @discardableResult
  public mutating func submit(_ items: [(name: String, value: String)]) async throws(PhoneError) -> BrowserView {
    guard case .page(let page) = view, !page.action.isEmpty else { throw .wrongStep(asked: .nothing) }
    let hidden = page.hidden.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
    return try await load(
      CloudRequest(
        .post, page.action, headers: [.contentType: "application/x-www-form-urlencoded"],
        body: PercentCoding.form(hidden + items)))
  }

  /// Answers every page rightly as somebody, until the browser goes back to the app or a page says why not.
  @discardableResult
  public mutating func signIn(account: String, password: String) async throws(PhoneError) -> BrowserView {
    var last: PhonePage?
    while case .page(let page) = view, page.problem == nil, page != last {
      last = page
      switch page.asks {
      case .choice: try await submit([("action", "other")])
      case .account: try await submit([("username", account), ("action", "next")])
      case .password: try await submit([("password", password), ("action", "sign-in")])
      case .number: try await submit([("number", page.numberToMatch ?? ""), ("action", "verify")])
      case .consent: try await submit([("action", "accept")])
      case .code, .decision, .nothing: break
      }
    }
    guard let view else { throw .wrongStep(asked: .nothing) }
    return view
  }

  /// Presses Cancel, or Back to the app where that is all there is.
  @discardableResult
  public mutating func goBack() async throws(PhoneError) -> BrowserView { try await submit([("action", "decline")]) }

  private mutating func load(_ request: CloudRequest) async throws(PhoneError) -> BrowserView {
    var request = request
    if !cookies.isEmpty {
      request.headers[.cookie] = cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(
        separator: "; ")
    }
    let response: CloudResponse
    do { response = try await transport.send(request) } catch { throw .noAnswer(error) }
    keep(response.headers[.setCookie])
    if response.status.kind == .redirection, let location = response.headers[.location] {
      guard PracticeAddress(url: location).origin == origin else { return arrive(Self.back(location)) }
      return try await load(CloudRequest(.get, location))
    }
    guard response.status == .ok else { throw .refused(status: response.status.code) }
    let html = String(decoding: response.body, as: UTF8.self)
    if let back = Self.posted(html) { return arrive(back) }
    guard let page = PhonePage(html: html) else { throw .notASignInPage }
    view = .page(page)
    return .page(page)
  }

  private mutating func arrive(_ back: BrowserReturn) -> BrowserView {
    view = .returned(back)
    return .returned(back)
  }

  private mutating func keep(_ cookie: String?) {
    guard let cookie, let pair = cookie.split(separator: ";").first else { return }
    let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
    guard let name = parts.first else { return }
    cookies[name] = parts.count > 1 ? parts[1] : nil
  }

  private static func back(_ location: String) -> BrowserReturn {
    let items = location.split(maxSplits: 1) { $0 == "?" || $0 == "#" }.dropFirst().first ?? ""
    return BrowserReturn(
      address: location, items: PercentCoding.items(items).map { BrowserReturn.Item(name: $0.name, value: $0.value) },
      isPosted: false)
  }

  /// A page that posts itself to another origin.
  private static func posted(_ html: String) -> BrowserReturn? {
    guard html.contains("document.forms[0].submit()") else { return nil }
    let form = PhonePage.form(html)
    return BrowserReturn(
      address: form.action, items: form.hidden.map { BrowserReturn.Item(name: $0.name, value: $0.value) },
      isPosted: true)
  }
}
