import CloudWire
import HTTPTypes
import StoreModel

extension World {
  /// The device-login page: a person types the code, signs in, and approves or declines.
  ///
  /// Each form carries `ctx`, the visit it belongs to; without one the code form is shown.
  mutating func devicePage(_ call: EntraCall) -> CloudResponse {
    let page = call.method == .post ? nextPage(call) : Self.codeForm(problem: nil)
    return page.response(call)
  }

  private mutating func nextPage(_ call: EntraCall) -> SignInPage {
    guard let context = call.form["ctx"], let visit = identity.visits[context] else { return enterCode(call) }
    guard let index = identity.codes.lastIndex(where: { $0.userCode == visit.userCode }),
      case .pending = identity.outcome(of: identity.codes[index], now: call.now.instant)
    else {
      identity.visits[context] = nil
      return Self.codeForm(problem: .codeExpired)
    }
    if call.form["action"] == "decline" {
      identity.codes[index].outcome = .declined
      identity.visits[context] = nil
      return .done("Sign-in declined", "You declined the sign-in. You can close this window.")
    }
    switch visit.step {
    case .account: return enterAccount(call, context)
    case .password(let personID): return enterPassword(call, context, personID, codeIndex: index)
    case .secondFactor(let personID, let number):
      guard call.form["number"] == String(number) else {
        return Self.numberForm(context, number, problem: .wrongNumber)
      }
      return confirmation(context, personID, withSecondFactor: true)
    case .confirm(let personID, let withSecondFactor):
      guard call.form["action"] == "approve" else {
        return confirmation(context, personID, withSecondFactor: withSecondFactor)
      }
      identity.codes[index].outcome = .approved(personID: personID, withSecondFactor: withSecondFactor)
      identity.visits[context] = nil
      return .done(
        "Tillside", "You have signed in to the Tillside application on your device. You may now close this window.")
    }
  }

  private mutating func enterCode(_ call: EntraCall) -> SignInPage {
    guard let typed = call.form["code"], !typed.isEmpty else { return Self.codeForm(problem: nil) }
    guard let index = identity.codeIndex(typed: typed) else { return Self.codeForm(problem: .wrongCode) }
    let code = identity.codes[index]
    guard case .pending = identity.outcome(of: code, now: call.now.instant) else {
      return Self.codeForm(problem: .codeExpired)
    }
    let context = identity.random.guid()
    identity.visits[context] = DeviceVisit(userCode: code.userCode, step: .account)
    return Self.accountForm(context, problem: nil)
  }

  private mutating func enterAccount(_ call: EntraCall, _ context: String) -> SignInPage {
    guard let person = person(call.form["username"] ?? "") else {
      return Self.accountForm(context, problem: .unknownAccount)
    }
    identity.visits[context]?.step = .password(personID: person.id)
    return Self.passwordForm(context, person, problem: nil)
  }

  private mutating func enterPassword(
    _ call: EntraCall, _ context: String, _ personID: String, codeIndex: Int
  ) -> SignInPage {
    guard let person = person(personID) else { return Self.accountForm(context, problem: .unknownAccount) }
    if let problem = checkPassword(call.form["password"] ?? "", of: person) {
      return Self.passwordForm(context, person, problem: problem)
    }
    switch identity.account(person).obstacle(to: .deviceCode, withSecondFactor: false) {
    case nil: return confirmation(context, personID, withSecondFactor: false)
    case .secondFactorNeeded:
      let number = Int.random(in: 10...99, using: &identity.random)
      identity.visits[context]?.step = .secondFactor(personID: personID, number: number)
      return Self.numberForm(context, number, problem: nil)
    case let obstacle? where obstacle.leavesPageOpen:
      return Self.passwordForm(context, person, problem: .account(obstacle))
    case let obstacle?: return refuse(obstacle, context, codeIndex)
    }
  }

  private mutating func refuse(_ reason: AccountRefusal, _ context: String, _ codeIndex: Int) -> SignInPage {
    identity.codes[codeIndex].outcome = .refused(reason)
    identity.visits[context] = nil
    return SignInPage.refused(reason, context: nil)
  }

  private mutating func confirmation(_ context: String, _ personID: String, withSecondFactor: Bool) -> SignInPage {
    identity.visits[context]?.step = .confirm(personID: personID, withSecondFactor: withSecondFactor)
    let name = person(personID)?.username ?? ""
    return SignInPage(
      title: "Are you trying to sign in to Tillside?",
      message: "Signed in as \(name). Only continue if you started this yourself, on a terminal in front of you.",
      context: context, asks: [], buttons: [.approve, .decline])
  }
}

extension World {
  static func codeForm(problem: SignInProblem?) -> SignInPage {
    SignInPage(
      title: "Enter code", message: "Enter the code displayed on your app or device.", problem: problem, context: nil,
      asks: [.code], buttons: [.next])
  }
  static func accountForm(_ context: String, problem: SignInProblem?) -> SignInPage {
    SignInPage(
      title: "Sign in", message: "You're signing in to Tillside on another device.", problem: problem,
      context: context, asks: [.username], buttons: [.next, .decline])
  }
  static func passwordForm(_ context: String, _ person: Person, problem: SignInProblem?) -> SignInPage {
    SignInPage(
      title: "Enter password", message: person.username, problem: problem, context: context, asks: [.password],
      buttons: [.signIn, .decline])
  }
  static func numberForm(_ context: String, _ number: Int, problem: SignInProblem?) -> SignInPage {
    SignInPage(
      title: "Approve sign-in request",
      message: "Open your Authenticator app, and enter the number shown to sign in: \(number)", problem: problem,
      context: context, asks: [.number], buttons: [.verify, .decline])
  }
}
