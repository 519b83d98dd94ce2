/// Decides what a request at the loopback door gets: a pure value, so that every order of requests can be tried.
public struct RedirectGate: Sendable {
  /// What the visitor is told.
  public enum Reply: Hashable, Sendable {
    /// On to the sign-in page.
    case forward(to: String)
    /// This was the answer that was waited for; its query.
    case accepted(query: String)
    /// An answer to another sign-in, or to none: nothing changes.
    case notOurs
    /// The answer has come already: nothing changes.
    case spent
    /// There is no such page here.
    case missing
  }

  private let state: String
  private let address: String
  private var isAnswered = false

  /// A gate that forwards to `address` and waits for the answer that carries `state`.
  public init(state: String, address: String) {
    self.state = state
    self.address = address
  }

  /// What the request for a target (`/?code=…&state=…`) gets.
  public mutating func reply(to target: String) -> Reply {
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.first == "/" else { return .missing }
    let query = parts.count > 1 ? String(parts[1]) : ""
    if query.isEmpty { return isAnswered ? .spent : .forward(to: address) }
    guard Self.answers(query, state: state) else { return .notOurs }
    if isAnswered { return .spent }
    isAnswered = true
    return .accepted(query: query)
  }

  /// Whether a query is the answer to the sign-in with this state: one code or one error, and this very state.
  public static func answers(_ query: String, state: String) -> Bool {
    let items = QueryItems(query)
    return items["state"] == state && !state.isEmpty && (items["code"] != nil) != (items["error"] != nil)
  }
}
