/// The identity provider's books: codes, tokens, account states, policies.
struct IdentityDesk: Sendable {}
