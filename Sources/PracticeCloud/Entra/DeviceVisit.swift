/// One sign-in under way on the device-login page, between two of its forms.
struct DeviceVisit: Sendable {
  /// The form that the person sees.
  enum Step: Sendable {
    case account
    case password(personID: String)
    case secondFactor(personID: String, number: Int)
    case confirm(personID: String, withSecondFactor: Bool)
  }

  /// The code that was typed.
  var userCode: String
  var step: Step
}
