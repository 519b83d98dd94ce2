import PracticeCloud
import Workspace

/// The practice phone at work: drives the sign-in pages for the accounts of the practice store.
actor PhoneLine {
  private let door: CloudDoor
  private let report: @Sendable (PhoneEvent) -> Void
  private var phone: PracticePhone?

  init(door: CloudDoor, report: @escaping @Sendable (PhoneEvent) -> Void) {
    self.door = door
    self.report = report
  }

  func perform(_ command: PhoneCommand) async {
    do {
      switch command {
      case .enter(let code): try await enter(code)
      case .choose(let username): try await choose(username)
      case .approve: try await step { phone throws(PhoneError) in try await phone.approve() }
      case .decline: try await step { phone throws(PhoneError) in try await phone.decline() }
      }
    } catch {
      report(.offline)
    }
  }

  private func enter(_ code: String) async throws(PhoneError) {
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

  private func shown(_ page: PhonePage) -> PhoneState.Page {
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
