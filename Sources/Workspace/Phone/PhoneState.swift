/// The practice phone, which fills the right half while somebody signs in: the worker's own phone, drawn as text.
public struct PhoneState: Equatable, Sendable {
  /// An account of the practice store.
  public struct Account: Hashable, Sendable {
    /// Sign-in name.
    public var username: String
    /// Name.
    public var displayName: String
    /// Role, as the scenario says it.
    public var role: String
    /// Store number; empty for head office.
    public var store: String

    /// An account.
    public init(username: String, displayName: String, role: String, store: String) {
      self.username = username
      self.displayName = displayName
      self.role = role
      self.store = store
    }
  }

  /// What the page on the phone asks for.
  public enum Ask: Hashable, Sendable {
    /// Nothing yet: the phone waits for the code, or for the page.
    case nothing
    case account, decision
    /// The sign-in is over on the phone.
    case done
  }

  /// What the phone shows, as the sign-in page said it. Untrusted text.
  public struct Page: Hashable, Sendable {
    /// Heading.
    public var title: String
    /// Text below it.
    public var message: String
    /// What went wrong with the last step; empty for nothing.
    public var trouble: String
    /// What it asks for.
    public var ask: Ask

    /// A page.
    public init(title: String, message: String, trouble: String = "", ask: Ask) {
      self.title = title
      self.message = message
      self.trouble = trouble
      self.ask = ask
    }
  }

  /// The code the phone typed, or the address it opened; nil until there is one.
  public var typedCode: String?
  /// What it shows; nil until the page came.
  public var page: Page?
  /// The selected account.
  public var cursor = ListCursor()

  /// A phone just taken out.
  public init() {}
}

/// What the practice phone reports.
public enum PhoneEvent: Hashable, Sendable {
  /// It shows another page.
  case page(PhoneState.Page)
  /// Its browser went back to the terminal with an answer.
  case returned
  /// It has no connection.
  case offline
}
