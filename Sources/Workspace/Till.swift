public import SessionCore
import Strings

/// Where this terminal stands, as settings and store profile say.
public struct Till: Hashable, Sendable {
  /// What stands before the store's number where nothing names the chain.
  public static let namelessChain = "Store"

  /// Name of the chain. Untrusted text.
  public var chain: String
  /// Store number, leading zeros kept.
  public var store: String
  /// Town or name of the store; empty until the profile is read. Untrusted text.
  public var storeName: String
  /// Register.
  public var register: String
  /// Whether this is the practice store, marked on every screen.
  public var isPractice: Bool
  /// Whether the practice store is served elsewhere, so that what is done here leaves this terminal.
  public var isServed = false
  /// Domain that sign-in names get when typed without one; empty when unknown.
  public var domain: String
  /// Whether news is pulled by itself; with an interval of 0 it comes only when the worker asks.
  public var pullsNews = true
  /// The ways to sign in that settings allow, the first one first; never empty.
  public var ways: [SignInWay]

  /// A till.
  public init(
    chain: String, store: String, storeName: String = "", register: String, isPractice: Bool, domain: String = "",
    ways: [SignInWay] = SignInWay.allCases
  ) {
    self.ways = ways.isEmpty ? SignInWay.allCases : ways
    self.chain = chain
    self.store = store
    self.storeName = storeName
    self.register = register
    self.isPractice = isPractice
    self.domain = domain
  }

  /// Where this is, in one line. Untrusted text.
  func place(_ look: Look) -> String {
    let name = storeName.isEmpty ? "" : " " + storeName
    return "\(chain) \(store)\(name) \(look.dot) " + look.words(.register, ["register": register])
  }
}
