import CloudWire
import HTTPTypes
import StoreModel

extension World {
  /// `POST …/login`: the answer to one page of a sign-in by browser.
  mutating func answerAuthorization(_ call: EntraCall) -> CloudResponse {
    guard let context = call.form["ctx"], let visit = identity.authorizations[context],
      call.now.instant < visit.began.advanced(by: AuthorizationVisit.lifetime)
    else { return SignInPage.failed(.visitOver).response(call) }
    let way = AuthorizationAnswer(visit.request)
    if case .over(let reason) = visit.step {
      identity.authorizations[context] = nil
      return way.response(reason.refusal.told(as: "access_denied"), call)
    }
    if call.form["action"] == "decline" {
      identity.authorizations[context] = nil
      if case .consent = visit.step {
        return way.response(AccountRefusal.consentDeclined.refusal.told(as: "access_denied"), call)
      }
      return way.response(.cancelled, call)
    }
    switch visit.step {
    case .choice: return choose(context, visit, call)
    case .account: return enterAccount(context, call)
    case .password(let personID): return enterPassword(context, personID, call)
    case .secondFactor(let personID, let number):
      guard call.form["number"] == String(number), let person = person(personID) else {
        return page(context, call, problem: .wrongNumber)
      }
      return advance(context, person, withSecondFactor: true, call)
    case .consent(let personID, let withSecondFactor):
      guard call.form["action"] == "accept", let person = person(personID) else { return page(context, call) }
      identity.change(person) { $0.needsConsent = false }
      identity.authorizations[context]?.request.prompt = nil
      return advance(context, person, withSecondFactor: withSecondFactor, call)
    case .over: return page(context, call)
    }
  }

  private mutating func choose(_ context: String, _ visit: AuthorizationVisit, _ call: EntraCall) -> CloudResponse {
    guard let account = signedIn(call).first(where: { $0.personID == call.form["account"] }),
      let person = person(account.personID)
    else {
      identity.authorizations[context]?.step = .account
      return page(context, call)
    }
    return advance(context, person, withSecondFactor: account.withSecondFactor, call)
  }

  private mutating func enterAccount(_ context: String, _ call: EntraCall) -> CloudResponse {
    guard let person = person(call.form["username"] ?? "") else {
      return page(context, call, problem: .unknownAccount)
    }
    identity.authorizations[context]?.step = .password(personID: person.id)
    return page(context, call)
  }

  private mutating func enterPassword(_ context: String, _ personID: String, _ call: EntraCall) -> CloudResponse {
    guard let person = person(personID) else { return page(context, call, problem: .unknownAccount) }
    if let problem = checkPassword(call.form["password"] ?? "", of: person) {
      return page(context, call, problem: problem)
    }
    return advance(context, person, withSecondFactor: false, call)
  }

  /// The next page of somebody who proved who they are, or the way back.
  mutating func advance(
    _ context: String, _ person: Person, withSecondFactor: Bool, _ call: EntraCall
  ) -> CloudResponse {
    guard let visit = identity.authorizations[context] else { return page(context, call) }
    let obstacle = identity.account(person).obstacle(to: .authorizationCode, withSecondFactor: withSecondFactor)
    switch obstacle {
    case .consentMissing,
      nil where visit.request.prompt == .consent:
      identity.authorizations[context]?.step = .consent(personID: person.id, withSecondFactor: withSecondFactor)
    case nil:
      identity.authorizations[context] = nil
      return succeed(visit.request, person, withSecondFactor: withSecondFactor, call)
    case .secondFactorNeeded:
      let number = Int.random(in: 10...99, using: &identity.random)
      identity.authorizations[context]?.step = .secondFactor(personID: person.id, number: number)
    case let obstacle? where obstacle.leavesPageOpen:
      identity.authorizations[context]?.step = .password(personID: person.id)
      return page(context, call, problem: .account(obstacle))
    case let obstacle?: identity.authorizations[context]?.step = .over(obstacle)
    }
    return page(context, call)
  }

  /// What is wrong with a password typed on any page; wrong ones are counted until the account is locked.
  mutating func checkPassword(_ typed: String, of person: Person) -> SignInProblem? {
    if identity.account(person).isLocked { return .account(.locked) }
    guard typed == person.password else {
      identity.change(person) { $0.wrongPasswords += 1 }
      return identity.account(person).isLocked ? .account(.locked) : .wrongPassword
    }
    identity.change(person) { $0.wrongPasswords = 0 }
    return nil
  }
}
