/// What a tape asks of the practice world; names are already replaced.
public enum WorldRequest: Hashable, Sendable {
  /// Approve the pending sign-in as a role (`worker`, `manager`, …) or an account.
  case approve(String)
  /// Decline the pending sign-in.
  case decline
  /// Let the pending code's time run out.
  case expire
  /// Type the pending code on somebody's phone and sign in there, with another password than theirs if one is given.
  case phone(String, password: String?)
  /// Troubles for the cloud.
  case trouble(CloudTrouble)
  /// Somebody else's change.
  case edit(RemoteEdit)
  /// An administrator changes an account.
  case account(AccountSwitch, String)
  /// The identity provider refuses an account with an `AADSTS` number.
  case refuse(Int, String)
  /// Planner takes less than it does.
  case limit(PlannerBound, Int)
  /// Everything back to the start.
  case reset
  /// An administrator changes the registration of the app.
  case app(AppSwitch)
  /// Head office does something, in the words of `tillside-cloud hq`.
  case headquarters(String)
  /// Something happens to the machine the program runs on.
  case machine(MachineEvent)

  /// What a step asks of the world, with its names replaced; nil for a step that asks nothing.
  public init?(_ step: TapeStep, names: [String: String] = [:]) {
    switch step {
    case .approve(let who): self = .approve(who.resolved(names))
    case .decline: self = .decline
    case .expire: self = .expire
    case .phone(let who, let password): self = .phone(who.resolved(names), password: password?.resolved(names))
    case .fault(let trouble): self = .trouble(trouble.resolved(names))
    case .remote(let edit): self = .edit(edit.resolved(names))
    case .account(let change, let who): self = .account(change, who.resolved(names))
    case .refuse(let number, let who): self = .refuse(number, who.resolved(names))
    case .limit(let bound, let number): self = .limit(bound, number)
    case .reset: self = .reset
    case .app(let change): self = .app(change)
    case .headquarters(let order): self = .headquarters(order.resolved(names))
    case .machine(let event): self = .machine(event)
    default: return nil
    }
  }

  /// The step that asks this.
  public var step: TapeStep {
    switch self {
    case .approve(let who): .approve(TapeText(who))
    case .decline: .decline
    case .expire: .expire
    case .phone(let who, let password): .phone(TapeText(who), password: password.map { TapeText($0) })
    case .trouble(let trouble): .fault(trouble)
    case .edit(let edit): .remote(edit)
    case .account(let change, let who): .account(change, TapeText(who))
    case .refuse(let number, let who): .refuse(number, TapeText(who))
    case .limit(let bound, let number): .limit(bound, number)
    case .reset: .reset
    case .app(let change): .app(change)
    case .headquarters(let order): .headquarters(TapeText(order))
    case .machine(let event): .machine(event)
    }
  }
}

/// The practice world a stage plays in; absent with a real tenant.
public protocol TapeWorld: Sendable {
  /// Does what is asked and answers when it is done, in words where there is something to tell; `code` is the code the
  /// terminal shows, nil while it shows none.
  func carryOut(_ request: WorldRequest, code: String?) async throws(TapeTrouble) -> String?
  /// The sign-in name of a role or an account.
  func account(of approver: String) async throws(TapeTrouble) -> String
  /// Told before the terminal's clock is moved, for a world whose clock is another one.
  func timeMoves(by duration: Duration) async throws(TapeTrouble)
}
