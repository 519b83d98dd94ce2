extension PracticePhone {
  /// From the account page on: account, password and, where asked, the number shown; stops at the decision, or at the
  /// page that says why not.
  @discardableResult
  public mutating func identify(account: String, password: String) async throws(PhoneError) -> PhonePage {
    var page = try await choose(account: account)
    if page.asks == .password, page.problem == nil { page = try await enter(password: password) }
    if page.asks == .number, let number = page.numberToMatch { page = try await enter(number: number) }
    return page
  }

  /// Goes through every page with right answers until the sign-in is approved, or stops at the page that says why not.
  @discardableResult
  public mutating func signIn(code: String, account: String, password: String) async throws(PhoneError) -> PhonePage {
    var page = try await enter(code: code)
    if page.asks == .account { page = try await identify(account: account, password: password) }
    return page.asks == .decision ? try await approve() : page
  }
}
