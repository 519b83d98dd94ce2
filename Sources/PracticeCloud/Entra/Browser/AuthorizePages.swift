import CloudWire
import HTTPTypes
import StoreModel

extension World {
  /// `GET` or `POST …/authorize`: the first page, or straight back to the app where nobody has to be asked.
  mutating func authorize(_ call: EntraCall) -> CloudResponse {
    switch readAuthorization(call) {
    case .untrusted(let refusal): return SignInPage.failed(refusal).response(call)
    case .refused(let refusal, let way): return way.response(refusal, call)
    case .good(let request): return begin(request, call)
    }
  }

  private mutating func begin(_ request: AuthorizationRequest, _ call: EntraCall) -> CloudResponse {
    let accounts = signedIn(call)
    let hinted = request.loginHint.flatMap { person($0) }
    let fitting = request.loginHint == nil ? accounts : accounts.filter { $0.personID == hinted?.id }
    switch request.prompt {
    case .silent: return silent(request, fitting, call)
    case .selectAccount where !accounts.isEmpty: return visit(request, .choice, call)
    case nil, .consent:
      if let account = fitting.first, let person = person(account.personID) {
        let context = newVisit(request, .account, call)
        return advance(context, person, withSecondFactor: account.withSecondFactor, call)
      }
    case .login, .selectAccount: break
    }
    return visit(request, hinted.map { .password(personID: $0.id) } ?? .account, call)
  }

  /// `prompt=none`: a code or a reason, and never a page.
  private mutating func silent(
    _ request: AuthorizationRequest, _ accounts: [BrowserSession.Account], _ call: EntraCall
  ) -> CloudResponse {
    guard let account = accounts.first, let person = person(account.personID) else {
      return AuthorizationAnswer(request).response(.loginRequired, call)
    }
    if let obstacle = identity.account(person).obstacle(
      to: .authorizationCode, withSecondFactor: account.withSecondFactor)
    {
      var refusal = obstacle.refusal
      refusal.error = obstacle == .consentMissing ? "consent_required" : "interaction_required"
      return AuthorizationAnswer(request).response(refusal, call)
    }
    return succeed(request, person, withSecondFactor: account.withSecondFactor, call)
  }

  /// A page of a sign-in that begins here.
  private mutating func visit(
    _ request: AuthorizationRequest, _ step: AuthorizationVisit.Step, _ call: EntraCall
  ) -> CloudResponse {
    let context = newVisit(request, step, call)
    return page(context, call)
  }

  private mutating func newVisit(
    _ request: AuthorizationRequest, _ step: AuthorizationVisit.Step, _ call: EntraCall
  ) -> String {
    let now = call.now.instant
    identity.authorizations = identity.authorizations.filter {
      now < $0.value.began.advanced(by: AuthorizationVisit.lifetime)
    }
    let context = identity.random.guid()
    identity.authorizations[context] = AuthorizationVisit(request: request, step: step, began: now)
    return context
  }

  /// The page of a visit as it stands.
  func page(_ context: String, _ call: EntraCall, problem: SignInProblem? = nil) -> CloudResponse {
    guard let visit = identity.authorizations[context] else { return SignInPage.failed(.visitOver).response(call) }
    return page(of: visit, context, call, problem).response(
      call, form: "login", leadsTo: AuthorizationAnswer(visit.request).origin)
  }

  private func page(
    of visit: AuthorizationVisit, _ context: String, _ call: EntraCall, _ problem: SignInProblem?
  ) -> SignInPage {
    switch visit.step {
    case .choice:
      let people = signedIn(call).compactMap { person($0.personID) }
      return SignInPage.choice(people.map { (value: $0.id, label: "\($0.displayName) (\($0.username))") }, context)
    case .account:
      var page = Self.accountForm(context, problem: problem)
      page.message = "to continue to Tillside"
      return page
    case .password(let personID):
      guard let person = person(personID) else { return SignInPage.failed(.visitOver) }
      return Self.passwordForm(context, person, problem: problem)
    case .secondFactor(_, let number): return Self.numberForm(context, number, problem: problem)
    case .consent(let personID, _):
      let scopes = visit.request.scopes.filter { !RequestedScopes.openID.contains($0) }
      return SignInPage.consent(person(personID)?.username ?? "", scopes: scopes, context)
    case .over(let reason): return SignInPage.refused(reason, context: context)
    }
  }

  /// Sends the browser back with a code, and remembers the sign-in for it.
  mutating func succeed(
    _ request: AuthorizationRequest, _ person: Person, withSecondFactor: Bool, _ call: EntraCall
  ) -> CloudResponse {
    let code = newAuthorizationCode(request, person: person, withSecondFactor: withSecondFactor, now: call.now.instant)
    var items = [(name: "code", value: code)]
    if request.wantsClientInfo { items.append(("client_info", clientInfo(person))) }
    items.append(("session_state", identity.random.guid()))
    let cookie = remember(person, withSecondFactor: withSecondFactor, call)
    var response = AuthorizationAnswer(request).response(items, call)
    response.headers[.setCookie] = cookie
    return response
  }
}
