import CloudWire
public import MicrosoftCloud
public import SessionCore
public import StoreModel
public import TaskSync
public import Workspace
public import WorkspaceRuntime

/// What a till needs to work, put together: session, sync and practice phone over one cloud, opened after the first frame.
///
/// `services` are the doors for the loop; what happens behind them comes back as messages.
public actor TillOffice {
  /// What the office is told at start.
  public struct Plan: Sendable {
    /// Opens the cloud; nil when it cannot be.
    public var open: @Sendable () async -> CloudDoor?
    /// Opens the local copy's store.
    public var storage: @Sendable () async -> any TaskStore
    /// Limits of a session.
    public var policy: SessionPolicy
    /// How eagerly sync works.
    public var sync: SyncSettings
    /// Counts the secrets of the whole process, where this office is the only one in it.
    public var secretsAlive: (@Sendable () -> Int)?
    /// Counts secrets that are found although they were wiped; only practice makes it happen.
    public var secretsKept: @Sendable () -> Int = { 0 }
    /// Writes audit events down; called in order and must not wait.
    public var audit: @Sendable (AuditEvent) -> Void
    /// Makes the ids of requests, GUIDs.
    public var makeRequestID: @Sendable () -> String
    /// Makes the unpredictable bytes of a sign-in: verifier, state, nonce; and the spread of retries. Only practice gives others than the system's.
    public var randomBytes: @Sendable (Int) -> [UInt8] = EntraClient.systemRandomBytes

    /// A plan; ids of requests are random unless said.
    public init(
      policy: SessionPolicy = SessionPolicy(), sync: SyncSettings = SyncSettings(),
      secretsAlive: (@Sendable () -> Int)? = nil, audit: @escaping @Sendable (AuditEvent) -> Void = { _ in },
      makeRequestID: @escaping @Sendable () -> String = GraphClient.randomRequestID,
      storage: @escaping @Sendable () async -> any TaskStore, open: @escaping @Sendable () async -> CloudDoor?
    ) {
      self.policy = policy
      self.sync = sync
      self.secretsAlive = secretsAlive
      self.audit = audit
      self.makeRequestID = makeRequestID
      self.storage = storage
      self.open = open
    }
  }

  private struct Desk {
    var session: SessionEngine
    var sync: SyncEngine
    var overrides: OverrideDesk
    var phone: PhoneLine
    var store: any TaskStore
    var door: CloudDoor
  }

  private let plan: Plan
  private let clock: any StoreClock
  private let post: @Sendable (Message) -> Void
  private var desk: Desk?
  private var waiting: [CheckedContinuation<Desk?, Never>] = []
  private var isClosed = false

  /// An office that leaves its messages with `post`, which must not wait.
  public init(_ plan: Plan, clock: any StoreClock, post: @escaping @Sendable (Message) -> Void) {
    self.plan = plan
    self.clock = clock
    self.post = post
  }

  /// The doors for the loop.
  public nonisolated var services: Services {
    Services(
      session: { await self.perform($0) },
      sync: { await self.perform($0) },
      phone: { command in await self.opened()?.phone.perform(command) },
      override: { await self.perform($0) }, audit: { [plan] in plan.audit($0) },
      practice: { await self.perform($0) },
      open: { await self.open() })
  }

  private func open() async {
    guard desk == nil, let door = await plan.open() else {
      isClosed = desk == nil
      return wakeWaiting()
    }
    let profile = await door.profile()
    post(.profileRead(profile, domain: door.address.domain))
    if !door.accounts.isEmpty { post(.accountsRead(door.accounts.map(PhoneState.Account.init))) }
    desk = makeDesk(door, profile: profile, store: await plan.storage())
    wakeWaiting()
  }

  private func makeDesk(_ door: CloudDoor, profile: StoreProfile?, store: any TaskStore) -> Desk {
    let acquaintance = SessionAcquaintance()
    let graph = GraphClient(
      base: door.address.graph, transport: door.transport, authorization: SessionAuthorization(session: acquaintance),
      clock: clock,
      requestID: plan.makeRequestID)
    let post = post
    let sync = SyncEngine(
      server: graph, store: store, clock: clock, profile: profile, settings: plan.sync,
      random: PlanRandom(bytes: plan.randomBytes)
    ) { post(.sync($0)) }
    let entra = EntraClient(
      settings: EntraSettings(
        authority: door.address.authority, tenant: door.address.tenant, clientID: door.address.clientID,
        capabilities: ["cp1"]),
      transport: door.transport, clock: clock, redirects: door.redirects, randomBytes: plan.randomBytes,
      makeRequestID: plan.makeRequestID)
    let clock = clock
    let flushLimit = plan.policy.flushLimit
    let overrides = makeOverrides(door, profile: profile)
    let audit = plan.audit
    let trail = AuditBook()
    let session = SessionEngine(
      identity: entra, vault: SessionVault(aliveInProcess: plan.secretsAlive, kept: plan.secretsKept), clock: clock,
      policy: plan.policy,
      profile: profile,
      clearing: ShiftClearance(sync: sync)
    ) { event in
      post(.session(event))
      for audited in trail.events(of: event) { audit(audited) }
      switch event {
      case .signedIn(let worker, _, _), .openedByPIN(let worker, _, _):
        clock.start {
          await sync.begin(worker: worker)
          let others = await sync.unsentOfOthers(than: worker.id)
          let waiting = WaitingHere(
            worker: worker.id, place: await store.keptPlace(of: worker.id), others: others,
            history: await store.keptHistory(of: worker.id))
          post(.found(waiting))
        }
      case .locked:
        clock.start { await overrides.cancel() }
        // Edits in flight are flushed first; a pause before that would leave them for the next sign-in.
        clock.start { await sync.lock(flushLimit: flushLimit) }
      default: break
      }
    }
    acquaintance.meet(session)
    return Desk(
      session: session, sync: sync, overrides: overrides,
      phone: PhoneLine(door: door) { address in
        // Whichever of the two waits for a browser.
        await session.paste(address)
        await overrides.paste(address)
      } report: {
        post(.phone($0))
      },
      store: store, door: door)
  }

  /// The desk, once the office is open; nil when it could not be opened.
  private func opened() async -> Desk? {
    if let desk { return desk }
    if isClosed { return nil }
    return await withCheckedContinuation { waiting.append($0) }
  }

  private func wakeWaiting() {
    for waiter in waiting { waiter.resume(returning: desk) }
    waiting = []
  }

  private func perform(_ command: SessionCommand) async {
    guard let desk = await opened() else {
      // Without a way to the cloud nobody can sign in, and nobody shall wait for it.
      switch command {
      case .signIn, .newCode: return post(.session(.refused(SignInRefusal(.appMisconfigured))))
      case .paste, .cancelSignIn, .lock, .setPIN, .openByPIN, .signOut, .activity: return
      }
    }
    let session = desk.session
    switch command {
    case .signIn(let hint, let way):
      await session.signIn(hint: hint.isEmpty ? nil : hint, way: way)
      hearHeadquarters(desk)
    case .paste(let address): await session.paste(address)
    case .newCode:
      await session.newCode()
      hearHeadquarters(desk)
    case .cancelSignIn: await session.cancelSignIn()
    case .lock(let reason): await session.beginLock(reason)
    case .setPIN(let pin, let worker): await setPIN(pin, worker)
    case .openByPIN(let pin, let worker): await openByPIN(pin, worker)
    case .signOut:
      await desk.overrides.cancel()
      await session.signOut()
    case .activity: await session.activity()
    }
  }

  private func perform(_ command: SyncCommand) async {
    guard let sync = await opened()?.sync else { return }
    switch command {
    case .syncNow: await sync.syncNow()
    case .loadDetails(let task): await sync.loadDetails(task)
    case .edit(let edit, let task, let seen): await sync.edit(edit, task: task, seen: seen)
    case .keepPlace(let place, let worker): await keep(place, worker)
    case .joinPlace(let place, let worker):
      await keep(Place.joining(place, with: await opened()?.store.keptPlace(of: worker)), worker)
    case .keepHistory(let records, let worker):
      try? await opened()?.store.addHistory(records, at: clock.now().wall, for: worker)
    case .decide(let change, let decision): await sync.decide(change: change, decision)
    case .discard(let changes): await sync.discard(changes)
    }
  }
}

extension TillOffice {
  /// Who may do more signs in for one act with the least that proves them: no tasks, no renewal.
  private func makeOverrides(_ door: CloudDoor, profile: StoreProfile?) -> OverrideDesk {
    let identity = EntraClient(
      settings: EntraSettings(
        authority: door.address.authority, tenant: door.address.tenant, clientID: door.address.clientID,
        scopes: EntraSettings.proofScopes),
      transport: door.overrideTransport ?? door.transport, clock: clock, redirects: door.redirects,
      makeRequestID: plan.makeRequestID)
    let (post, audit) = (post, plan.audit)
    let vault = SessionVault(kept: plan.secretsKept)
    return OverrideDesk(identity: identity, clock: clock, policy: plan.policy, profile: profile, vault: vault) {
      event in
      if case .signedOut(let receipt) = event {
        audit(.overrideCleared(receipt.worker.id, tokens: receipt.tokensWiped, tokensLeft: receipt.tokensLeft))
      }
      post(.override(event))
    }
  }

  private func perform(_ command: OverrideCommand) async {
    guard let overrides = await opened()?.overrides else { return }
    switch command {
    case .begin(let way): await overrides.begin(way: way)
    case .newCode: await overrides.newCode()
    case .paste(let address): await overrides.paste(address)
    case .cancel: await overrides.cancel()
    }
  }

  /// Reads the store profile anew while the worker is busy with their phone: who signs in meets the last distribution.
  /// Nothing else they want of the session waits for it.
  private func hearHeadquarters(_ desk: Desk) {
    clock.start { [post] in
      guard let profile = await desk.door.profile() else { return }
      await desk.session.adopt(profile)
      await desk.overrides.adopt(profile)
      await desk.sync.adopt(profile)
      post(.profileRead(profile, domain: desk.door.address.domain))
    }
  }

  private func perform(_ command: PracticeCommand) async {
    guard let door = await opened()?.door else { return post(.practice(.unreachable)) }
    let store = await door.profile()?.storeNumber
    post(.practice(await PracticeDesk(door: door, store: store, now: clock.now().wall).perform(command)))
  }

  /// A place the disk does not take waits in memory: what somebody was writing is not lost by a lock.
  private func keep(_ place: [UInt8]?, _ worker: PersonID) async {
    guard let store = await opened()?.store else { return }
    do throws(StoreFault) {
      try await store.keepPlace(place, for: worker)
      post(.placeKept(worker, nil))
    } catch {
      await store.holdPlace(place, for: worker)
      post(.placeKept(worker, error))
    }
  }

  private func setPIN(_ pin: String, _ worker: PersonID) async {
    guard let store = await opened()?.store else { return }
    let isSet = (try? await store.setPIN(Array(pin.utf8), for: worker)) != nil
    post(.pin(isSet ? .set : .notSet))
  }

  private func openByPIN(_ pin: String, _ worker: PersonID) async {
    guard let desk = await opened() else { return }
    switch try? await desk.store.tryPIN(Array(pin.utf8), for: worker) {
    case .right: await desk.session.openByPIN()
    case .wrong(let left): post(.pin(.wrong(left: left)))
    case .gone, nil: post(.pin(.gone))
    }
  }
}
