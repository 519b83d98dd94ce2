public import StoreModel

/// Carries out what the session machine decides: asks the identity provider, keeps the timer, empties the vault.
///
/// Every call takes part in the activity count of its caller (see `StoreClock`): call it from within `clock.start`.
public actor SessionEngine {
  let identity: any IdentityService
  let vault: SessionVault
  let clock: any StoreClock
  let clearing: any ShiftClearing
  let report: @Sendable (SessionEvent) -> Void
  var machine: SessionMachine

  /// The device code of the sign-in under way.
  var device: DeviceCode?
  /// The sign-in in a browser under way.
  var visit: (any BrowserVisit)?
  /// The exchange with the identity provider under way.
  var exchange: Task<Void, Never>?
  /// Actions that wait for their turn.
  var queue: [SessionAction] = []
  var isDraining = false
  /// The armed timer and its moment.
  var timer: (moment: Instant, task: Task<Void, Never>)?
  /// Whether edits in flight may still use the token although the session is locked or ending.
  var isFlushing = false
  /// Requests that wait for a renewal.
  var renewalWaiters: [CheckedContinuation<Void, Never>] = []
  /// The clearing that waits for edits in flight.
  var flushWaiter: CheckedContinuation<Void, Never>?

  /// An engine with nobody signed in; `report` is called in order, on any thread, and must not block.
  public init(
    identity: any IdentityService, vault: SessionVault, clock: any StoreClock, policy: SessionPolicy,
    profile: StoreProfile?, clearing: any ShiftClearing, report: @escaping @Sendable (SessionEvent) -> Void
  ) {
    self.identity = identity
    self.vault = vault
    self.clock = clock
    self.clearing = clearing
    self.report = report
    machine = SessionMachine(policy: policy, profile: profile)
  }

  /// Where the session stands.
  public var phase: SessionPhase { machine.phase }

  /// Begins a sign-in; `hint` is the account the worker typed. Ignored while somebody is signed in with good tokens.
  public func signIn(hint: String?, way: SignInWay = .deviceCode) async { await take(.signIn(hint: hint, way: way)) }

  /// Asks for another code, or another sign-in page, in place of the one that is out.
  public func newCode() async { await take(.newCode) }

  /// Gives up the sign-in under way.
  public func cancelSignIn() async { await take(.cancelSignIn) }

  /// Locks; comes back when the vault is empty, at the latest after edits in flight had their time.
  public func lock(_ reason: LockReason) async { await take(.lock(reason)) }

  /// Locks; comes back at once, and the vault is emptied as after `lock`: what opens the session again need not wait for it.
  public func beginLock(_ reason: LockReason) {
    accept(machine.handle(.lock(reason), now: clock.now()))
    clock.start { await self.drain() }
  }

  /// The locked session's PIN was right: the worker goes on without a token.
  public func openByPIN() async { await take(.openByPIN) }

  /// Ends the session; comes back when it is cleared and the receipt is reported.
  public func signOut() async { await take(.signOut) }

  /// The worker did something: the idle lock moves away.
  public func activity() async { await take(.activity) }

  /// Another store profile came in; it counts from the next sign-in on.
  public func adopt(_ profile: StoreProfile?) { machine.profile = profile }

  /// Takes one input in and carries out what follows, in order; reports go out at once.
  func take(_ input: SessionInput) async {
    accept(machine.handle(input, now: clock.now()))
    await drain()
  }

  private func drain() async {
    guard !isDraining else { return }
    isDraining = true
    while !queue.isEmpty { await perform(queue.removeFirst()) }
    isDraining = false
  }

  private func accept(_ actions: [SessionAction]) {
    for action in actions {
      switch action {
      case .report(let event): report(event)
      case .clear(let order):
        if order.generation != nil { abandonExchange() }
        queue.append(action)
      case .requestCode, .requestVisit, .redeem, .poll, .renew: queue.append(action)
      }
    }
    armTimer()
    resumeRenewalWaiters()
  }

  private func perform(_ action: SessionAction) async {
    switch action {
    case .report(let event): report(event)
    case .requestCode(let hint, let generation): requestCode(hint: hint, generation: generation)
    case .requestVisit(let hint, let generation): requestVisit(hint: hint, generation: generation)
    case .redeem(let generation): redeem(generation: generation)
    case .poll(let generation): poll(generation: generation)
    case .renew(let claims, let generation): renew(claims: claims, generation: generation)
    case .clear(let order):
      let done = await clear(order)
      accept(machine.handle(.cleared(done, order: order.number), now: clock.now()))
    }
  }
}
