/// The identity provider's books: codes, tokens, account states, sign-ins in progress on the device-login page.
struct IdentityDesk: Sendable {
  /// Device codes handed out, oldest first.
  var codes: [DeviceCode] = []
  /// Tokens handed out, oldest first.
  var tokens: [IssuedToken] = []
  /// What was switched for single accounts, by object id.
  var accounts: [String: AccountState] = [:]
  /// How the app is registered.
  var app = AppRegistration()
  /// Sign-ins under way on the device-login page, by their context value.
  var visits: [String: DeviceVisit] = [:]
  /// Sign-ins by browser under way, by their context value.
  var authorizations: [String: AuthorizationVisit] = [:]
  /// Codes that browsers carried back to the app, oldest first.
  var authorizationCodes: [AuthorizationCode] = []
  /// Browsers where somebody is signed in, by the digest of their cookie.
  var sessions: [String: BrowserSession] = [:]
  /// Source of user codes, numbers to match and lifetimes, apart from the world's own ids.
  var random = SeededRandom(seed: 0)
}

/// What is switched for the app.
struct AppRegistration: Hashable, Codable, Sendable {
  /// Whether the tenant knows the app at all (else AADSTS700016).
  var isRegistered = true
  /// Whether it is switched on for users to sign in (else AADSTS7000112).
  var isEnabled = true
  /// "Allow public client flows" (else AADSTS7000218).
  var allowsPublicClient = true
  /// "Mobile and desktop applications"; the port of a loopback address does not count.
  var redirectURIs = ["http://localhost", "http://127.0.0.1"]
}

extension AppRegistration {
  /// Whether a redirect URI is one of the app's (`reply-url`): any port on loopback, path and case exactly.
  func accepts(redirectURI: String) -> Bool {
    guard !redirectURI.contains("#"), !redirectURI.contains("?") else { return false }
    return redirectURIs.contains { Self.parts($0) == Self.parts(redirectURI) }
  }

  /// Origin without port, and path; a missing path is the root.
  private static func parts(_ address: String) -> [String] {
    let read = PracticeAddress(url: address)
    let pieces = read.origin.split(separator: ":", omittingEmptySubsequences: false)
    guard pieces.count == 2 || pieces.count == 3 && (pieces[2].isEmpty || Int(pieces[2]) != nil) else { return [] }
    return [pieces[0...1].joined(separator: ":"), read.path.isEmpty ? "/" : read.path]
  }
}

/// What is switched for one account.
struct AccountState: Hashable, Codable, Sendable {
  var isDisabled = false
  /// A Conditional Access policy refuses every token.
  var isBlocked = false
  /// A policy that looks at devices refuses the device code flow, and no other way.
  var isDeviceFlowBlocked = false
  var needsSecondFactor = false
  var isPasswordExpired = false
  var needsConsent = false
  /// Wrong passwords in a row; at the limit the account is locked.
  var wrongPasswords = 0
  /// Raised by every revocation: tokens of an older generation are void.
  var generation = 0
  /// Raised by a claims challenge: access tokens of an older one are void for clients that understand challenges.
  var accessGeneration = 0
  /// Any other reason of Entra's list, as a test asked for it.
  var refused: AccountRefusal?
  /// What is wrong with the tokens it gets.
  var flaw: TokenFlaw?

  static let wrongPasswordLimit = 10
  var isLocked: Bool { wrongPasswords >= Self.wrongPasswordLimit }
}

extension IdentityDesk {
  func account(_ person: Person) -> AccountState { accounts[person.id] ?? AccountState() }

  mutating func change(_ person: Person, _ body: (inout AccountState) -> Void) {
    body(&accounts[person.id, default: AccountState()])
  }
}
