import StoreModel

/// One sign-in by browser under way, between two of its pages.
struct AuthorizationVisit: Sendable {
  /// The page that the person sees.
  enum Step: Sendable {
    case choice
    case account
    case password(personID: String)
    case secondFactor(personID: String, number: Int)
    case consent(personID: String, withSecondFactor: Bool)
    /// A policy refused it; the person may only go back to the app.
    case over(AccountRefusal)
  }

  var request: AuthorizationRequest
  var step: Step
  var began: Instant

  /// How long a page may stay open.
  static let lifetime = Duration.seconds(3600)
}
