/// Where a request's `Authorization` field comes from; the session answers, and nothing here keeps it.
public protocol AuthorizationSource: Sendable {
  /// The field for one request, `Bearer …`, waiting for a renewal under way; nil when only a sign-in helps.
  func authorization() async -> String?

  /// A request that carried this field was answered 401; `claims` is the text of a claims challenge, if there was one.
  func tokenRejected(_ authorization: String, claims: String?) async
}
