import CloudWire
import PracticeCloud
public import Tape
import TaskSync
public import TillAssembly

/// The practice cloud as a tape asks things of it: through the control interface, embedded and served alike.
public struct ControlWorld: TapeWorld {
  private let store: String
  private let hasOwnClock: Bool
  private let machine: MachineTroubles
  private let door: @Sendable () -> CloudDoor?

  /// The world behind the door a terminal has opened; none with a real tenant.
  ///
  /// - Parameters:
  ///   - store: number of the store the terminal stands in.
  ///   - machine: troubles of the terminal's own machine.
  ///   - hasOwnClock: whether the cloud's clock is another one than the terminal's and is to be moved with it.
  public init(
    store: String, hasOwnClock: Bool, machine: MachineTroubles, door: @escaping @Sendable () -> CloudDoor?
  ) {
    self.store = store
    self.machine = machine
    self.hasOwnClock = hasOwnClock
    self.door = door
  }

  public func carryOut(_ request: WorldRequest, code: String?) async throws(TapeTrouble) -> String? {
    if case .machine(let event) = request {
      if case .trouble(let trouble) = event { machine.change { $0.make(trouble) } }
      return nil
    }
    let calls = try opened().calls
    switch request {
    case .machine: break
    case .approve(let who):
      try await calls.post("approve", ["user_code": .string(try pending(code)), "username": .string(account(of: who))])
    case .decline: try await calls.post("decline", ["user_code": .string(try pending(code))])
    case .expire: try await calls.post("expire", ["user_code": .string(try pending(code))])
    case .phone(let who, let password): try await phone(pending(code), who, password)
    case .trouble(let trouble): try await calls.post("faults", trouble.body)
    case .edit(let edit):
      // A colleague does it: the store's manager, who sees every task of the store's team.
      try await calls.post("remote", edit.body(as: account(of: "manager")))
    case .account(let change, let who): try await calls.post(change.rawValue, ["username": .string(account(of: who))])
    case .refuse(let number, let who):
      try await calls.post("refuse", ["number": .int(number), "username": .string(account(of: who))])
    case .limit(let bound, let number):
      try await calls.post("limits", ["limit": .string(bound.rawValue), "number": .int(number)])
    case .reset: try await calls.post("reset", [:])
    case .app(let change): try await calls.post("app", change.body)
    case .headquarters(let line):
      let order: HeadquartersOrder
      do throws(HeadquartersOrder.Flaw) { order = try HeadquartersOrder(line: line) } catch {
        throw .refused("head office does not understand: \(line)")
      }
      return HeadquartersWords(order, try await calls.post(order.call, order.body)).line
    }
    return nil
  }

  public func account(of wanted: String) async throws(TapeTrouble) -> String {
    let name = wanted.lowercased()
    let users = try await users()
    return users.first { $0.role == name }?.username
      ?? users.first { $0.username == name || $0.username.hasPrefix(name + "@") }?.username
      ?? users.first { $0.displayName.lowercased() == name }?.username ?? wanted
  }

  public func timeMoves(by duration: Duration) async throws(TapeTrouble) {
    guard hasOwnClock, let door = door() else { return }
    let (seconds, attoseconds) = duration.components
    let milliseconds = Int(seconds) * 1_000 + Int((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    try await door.calls?.post("clock", ["milliseconds": .int(milliseconds)])
  }

  private func opened() throws(TapeTrouble) -> (door: CloudDoor, calls: ControlCalls) {
    guard let door = door(), let calls = door.calls else { throw .practiceOnly }
    return (door, calls)
  }

  private func pending(_ code: String?) throws(TapeTrouble) -> String {
    guard let code else { throw .refused("no sign-in is pending") }
    return code
  }

  /// Accounts, those of this store first.
  private func users() async throws(TapeTrouble) -> [ReadyFacts.User] {
    let list = try await opened().calls.get("users")?.array ?? []
    let users = list.compactMap { try? ReadyFacts.User(reading: $0) }
    return users.filter { $0.store == store } + users.filter { $0.store != store }
  }
}

extension MachineTroubles.State {
  /// Adds a trouble, or ends all.
  fileprivate mutating func make(_ trouble: MachineEvent.Trouble) {
    switch trouble {
    case .fine: self = MachineTroubles.State()
    case .diskFull: disk = .diskFull
    case .diskFails: disk = .diskFailed
    case .copyStays: copyStays = true
    case .tokenStays: tokenStays = true
    case .copyAltered: found = .copyChanged
    case .changesAltered: found = .outboxChanged
    case .copyDamaged: found = .setAside(file: "tasks-damaged.sqlite", changesSalvaged: 0)
    case .copyEmptied: found = .begunAnew
    case .keyChanged: found = .keyChanged(file: "tasks-damaged.sqlite")
    case .fileUnusable: disk = .unusable(file: "terminal.key")
    case .filesRemoved:
      disk = .filesRemoved
      found = .filesRemoved(changesLost: 0)
    case .nameUnknown: wire = .nameUnknown
    case .notTrusted: wire = .notTrusted
    case .proxyRefuses: wire = .proxyRefuses
    case .redirected: wire = .redirected
    case .cutOff: wire = .cutOff
    }
  }
}

extension ControlWorld {
  /// Signs in on a phone, page by page, until it is done or a page says what is wrong.
  private func phone(_ code: String, _ who: String, _ password: String?) async throws(TapeTrouble) {
    let door = try opened().door
    let username = try await account(of: who)
    let own = try await users().first { $0.username == username }?.password ?? ""
    let password = password ?? own
    var phone = PracticePhone(
      transport: door.transport, address: "\(door.address.authority)/\(door.address.tenant)/oauth2/deviceauth")
    do {
      var page = try await phone.enter(code: code)
      while page.problem == nil {
        switch page.asks {
        case .account: page = try await phone.choose(account: username)
        case .password: page = try await phone.enter(password: password)
        case .number: page = try await phone.enter(number: page.numberToMatch ?? "")
        case .decision: page = try await phone.approve()
        case .code, .choice, .consent, .nothing: return
        }
      }
    } catch {
      throw .refused("the phone cannot sign in: \(error)")
    }
  }
}

extension CloudDoor {
  var calls: ControlCalls? { control.map { ControlCalls(base: $0, transport: transport) } }
}
