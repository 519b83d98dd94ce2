import PracticeCloud
import Workspace

/// The practice phone at work: drives the sign-in pages for the accounts of the practice store.
actor PhoneLine {
  private let door: CloudDoor
  /// Brings the address of the browser's last page to the terminal.
  private let bring: @Sendable (String) async -> Void
  private let report: @Sendable (PhoneEvent) -> Void
  private var phone: PracticePhone?
  /// The browser on the phone, while a sign-in page is open in it.
  private var browser: PracticeBrowser?

  init(
    door: CloudDoor, bring: @escaping @Sendable (String) async -> Void,
    report: @escaping @Sendable (PhoneEvent) -> Void
  ) {
    self.door = door
    self.bring = bring
    self.report = report
  }

  func perform(_ command: PhoneCommand) async {
    do {
      switch command {
      case .enter(let code): try await enter(code)
      case .visit(let address): try await visit(address)
      case .choose(let username) where browser != nil: try await signIn(username)
      case .decline where browser != nil: try await browse { browser throws(PhoneError) in try await browser.goBack() }
      case .choose(let username): try await choose(username)
      case .approve: try await step { phone throws(PhoneError) in try await phone.approve() }
      case .decline: try await step { phone throws(PhoneError) in try await phone.decline() }
      }
    } catch {
      report(.offline)
    }
  }

  private func enter(_ code: String) async throws(PhoneError) {
    browser = nil
    phone = PracticePhone(
      transport: door.transport, address: door.address.authority + "/" + door.address.tenant + "/oauth2/deviceauth")
    try await step { phone throws(PhoneError) in
      _ = try await phone.open()
      return try await phone.enter(code: code)
    }
  }

  /// Picks the account on the phone; its owner knows the password and the number to match.
  private func choose(_ username: String) async throws(PhoneError) {
    let password = door.accounts.first { $0.username == username }?.password ?? ""
    try await step { phone throws(PhoneError) in
      var page = try await phone.choose(account: username)
      if page.asks == .password, page.problem == nil { page = try await phone.enter(password: password) }
      if page.asks == .number, page.problem == nil {
        page = try await phone.enter(number: page.numberToMatch ?? "")
      }
      return page
    }
  }

  private func step(
    _ act: (inout PracticePhone) async throws(PhoneError) -> PhonePage
  ) async throws(PhoneError) {
    guard var phone else { return }
    let page = try await act(&phone)
    self.phone = phone
    report(.page(shown(page)))
  }

  /// Opens the sign-in page without the account it was told, since anybody's phone may be taken out; the answer is asked
  /// for as a form, which reaches the phone over every transport.
  private func visit(_ address: String) async throws(PhoneError) {
    let items = address.split(separator: "&").filter { !$0.hasPrefix("login_hint=") }.joined(separator: "&")
    browser = PracticeBrowser(transport: door.transport)
    try await browse { browser throws(PhoneError) in
      try await browser.open(items.replacing("response_mode=query", with: "response_mode=form_post"))
    }
  }

  /// Signs in as the account chosen; its owner knows the password and the number to match.
  private func signIn(_ username: String) async throws(PhoneError) {
    let password = door.accounts.first { $0.username == username }?.password ?? ""
    try await browse { browser throws(PhoneError) in
      try await browser.signIn(account: username, password: password)
    }
  }

  private func browse(
    _ act: (inout PracticeBrowser) async throws(PhoneError) -> BrowserView
  ) async throws(PhoneError) {
    guard var browser else { return }
    var view = try await act(&browser)
    // A page that only says no has a way back to the app, which the terminal explains better.
    if case .page(let page) = view, page.asks == .nothing, let back = try? await browser.goBack() { view = back }
    switch view {
    case .page(let page):
      self.browser = browser
      report(.page(shown(page)))
    case .returned(let back):
      self.browser = nil
      report(.returned)
      await bring(back.isPosted ? back.address + "/?" + String(decoding: back.body, as: UTF8.self) : back.address)
    }
  }

  func shown(_ page: PhonePage) -> PhoneState.Page {
    let ask: PhoneState.Ask =
      switch page.asks {
      case .account, .password: .account
      case .decision: .decision
      case .code, .number, .choice, .consent: .nothing
      case .nothing: .done
      }
    return PhoneState.Page(title: page.title, message: page.message, trouble: page.problem ?? "", ask: ask)
  }
}
