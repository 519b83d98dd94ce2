extension PracticePhone {
  /// Goes through every page with right answers until the sign-in is approved, or stops at the page that says why not.
  @discardableResult
  public mutating func signIn(code: String, account: String, password: String) async throws(PhoneError) -> PhonePage {
    var page = try await enter(code: code)
    while page.problem == nil {
      switch page.asks {
      case .account: page = try await choose(account: account)
      case .password: page = try await enter(password: password)
      case .number: page = try await enter(number: page.numberToMatch ?? "")
      case .decision: page = try await approve()
      case .code, .nothing: return page
      }
    }
    return page
  }
}
