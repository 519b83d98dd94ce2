import CloudWire
import HTTPTypes
import StoreModel

/// What is wrong with the last form, as the page says it.
enum SignInProblem: Hashable, Sendable {
  case wrongCode, codeExpired, unknownAccount, wrongPassword, wrongNumber
  case account(AccountRefusal)
  case refused(EntraRefusal)

  var number: Int {
    switch self {
    case .wrongCode: 70_018
    case .codeExpired: 70_019
    case .unknownAccount: 50_034
    case .wrongPassword: 50_126
    case .wrongNumber: 50_074
    case .account(let refusal): refusal.number
    case .refused(let refusal): refusal.number ?? 0
    }
  }

  var text: String {
    switch self {
    case .wrongCode: "That code didn't work. Check the code and try again."
    case .codeExpired: "The code has expired or was used already. Get a new code on your device."
    case .unknownAccount: "We couldn't find an account with that username."
    case .wrongPassword: "Your account or password is incorrect."
    case .wrongNumber: "That number doesn't match. Enter the number shown on this page."
    case .account(let refusal): refusal.text
    case .refused(let refusal): refusal.text
    }
  }
}

/// One page of a sign-in, before it is written as HTML.
struct SignInPage: Sendable {
  enum Field: String, Sendable {
    case code, username, password, number

    var label: String {
      switch self {
      case .code: "Code"
      case .username: "Account"
      case .password: "Password"
      case .number: "Number"
      }
    }
    var type: String { self == .password ? "password" : "text" }
  }

  enum Button: String, Sendable {
    case next, signIn = "sign-in", verify, approve, accept, other, back, decline

    var label: String {
      switch self {
      case .next: "Next"
      case .signIn: "Sign in"
      case .verify: "Verify"
      case .approve: "Continue"
      case .accept: "Accept"
      case .other: "Use another account"
      case .back: "Back to Tillside"
      case .decline: "Cancel"
      }
    }
  }

  var title: String
  var message: String
  var problem: SignInProblem?
  var context: String?
  var asks: [Field]
  var buttons: [Button]
  /// Accounts to pick from, by object id.
  var choices: [(value: String, label: String)] = []
  /// What the app asks to be allowed.
  var permissions: [String] = []

  /// A request that never becomes a sign-in; only the person is told.
  static func failed(_ refusal: EntraRefusal) -> SignInPage {
    SignInPage(
      title: "Sorry, but we're having trouble signing you in", message: "Start again from the application.",
      problem: .refused(refusal), context: nil, asks: [], buttons: [])
  }

  /// A sign-in that a policy ends; with a context there is a way back to the app.
  static func refused(_ reason: AccountRefusal, context: String?) -> SignInPage {
    let isConsent = [.consentMissing, .adminConsentNeeded, .adminConsentRequested].contains(reason)
    return SignInPage(
      title: isConsent ? "Need admin approval" : "You cannot access this right now",
      message: "Your sign-in was successful, but this application may not be used with it.", problem: .account(reason),
      context: context, asks: [], buttons: context == nil ? [] : [.back])
  }

  static func choice(_ choices: [(value: String, label: String)], _ context: String) -> SignInPage {
    SignInPage(
      title: "Pick an account", message: "to continue to Tillside", context: context, asks: [],
      buttons: [.other, .decline], choices: choices)
  }

  static func consent(_ username: String, scopes: [String], _ context: String) -> SignInPage {
    SignInPage(
      title: "Permissions requested", message: "Tillside asks \(username) for these permissions:", context: context,
      asks: [], buttons: [.accept, .decline], permissions: scopes)
  }

  static func done(_ title: String, _ message: String) -> SignInPage {
    SignInPage(title: title, message: message, context: nil, asks: [], buttons: [])
  }
}
