import SessionCore
import StoreModel
import Synchronization

/// A terminal with its session, in virtual time: what the tests of the engine stand on.
final class Shift: Sendable {
  let clock = ManualClock()
  let identity: ScriptedIdentity
  let vault = SessionVault()
  let copy: LocalCopy
  let engine: SessionEngine
  private let log: EventLog

  init(policy: SessionPolicy = SessionPolicy(), profile: StoreProfile? = nil) {
    identity = ScriptedIdentity(clock: clock)
    copy = LocalCopy(clock: clock)
    let log = EventLog()
    self.log = log
    engine = SessionEngine(
      identity: identity, vault: vault, clock: clock, policy: policy, profile: profile, clearing: copy,
      report: { log.add($0) })
  }

  /// What was reported so far.
  var events: [SessionEvent] { log.all }

  func act(_ act: @escaping @Sendable (SessionEngine) async -> Void) async {
    await clock.run { [engine] in await act(engine) }
  }

  /// Signs somebody in: code, one poll, tokens.
  func signIn(_ person: SignedInPerson, lifetime: Duration = .seconds(3600), isRenewable: Bool = true) async {
    identity.script { $0.polls = [.tokens(person, lifetime: lifetime, isRenewable: isRenewable)] }
    await act { await $0.signIn(hint: nil) }
    await clock.advance(by: .seconds(5))
  }

  /// The receipts reported so far.
  var receipts: [SignOutReceipt] {
    events.compactMap { if case .signedOut(let receipt) = $0 { receipt } else { nil } }
  }
}

private final class EventLog: Sendable {
  private let events = Mutex<[SessionEvent]>([])
  func add(_ event: SessionEvent) { events.withLock { $0.append(event) } }
  var all: [SessionEvent] { events.withLock { $0 } }
}

/// A local copy with a number of tasks, which may take its time over edits in flight.
final class LocalCopy: ShiftClearing {
  struct State: Sendable {
    var tasks = 214
    var flushTakes = Duration.zero
    var flushLimits: [Duration] = []
  }

  private let state = Mutex(State())
  private let clock: ManualClock

  init(clock: ManualClock) { self.clock = clock }

  var seen: State { state.withLock { $0 } }

  func script(_ change: (inout State) -> Void) { state.withLock { change(&$0) } }

  func flush(limit: Duration) async {
    let takes = state.withLock { state in
      state.flushLimits.append(limit)
      return state.flushTakes
    }
    if takes > .zero { try? await clock.sleep(until: clock.now().instant.advanced(by: takes)) }
  }

  func destroyLocalCopy() async -> CopyClearing {
    state.withLock { state in
      var clearing = CopyClearing()
      clearing.destroyed = state.tasks
      clearing.kept = 1
      state.tasks = 0
      return clearing
    }
  }
}
