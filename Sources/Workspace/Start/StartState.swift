public import Terminal

/// The start page: which store this is, and the account that signs in.
public struct StartState: Equatable, Sendable {
  /// The account typed so far, with or without its domain.
  public var account = TextField(limit: 113)

  /// An empty start page.
  public init() {}

  /// Takes a key into the account; `q` and `?` in an empty field mean quit and help, as everywhere else.
  mutating func take(_ key: Key, mayQuit: Bool = true, isAsking: (Character) -> Void) -> Bool {
    if case .character(let character) = key.code, key.modifiers == [] {
      if character == "?" { return false }
      if character == "q", account.isEmpty, mayQuit {
        isAsking(character)
        return true
      }
    }
    return account.take(key)
  }
}
