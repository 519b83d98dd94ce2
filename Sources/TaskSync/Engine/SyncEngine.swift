public import StoreModel

/// Carries out what the sync machine wants, over a server, a store and a clock, and feeds the answers back.
///
/// Everything it does counts as activity of the clock; events are reported in order.
public actor SyncEngine {
  private let server: any TaskServer
  private let store: any TaskStore
  private let clock: any StoreClock
  private let report: @Sendable (SyncEvent) -> Void
  private var machine: SyncMachine
  private var generation = 0
  private var lastWorker: PersonID?
  /// Whether the disk has taken this session's copy at its begin.
  public private(set) var hasCopy = true
  private var requests: [AskID: Task<Void, Never>] = [:]
  private var lastWrite: Task<Void, Never>?
  private var timer: Task<Void, Never>?
  private var drainWaiters: [CheckedContinuation<Void, Never>] = []

  /// An engine at which nobody is signed in.
  ///
  /// `report` is called on any thread, must not wait, and gets the events in order. `random` spreads retries.
  public init(
    server: any TaskServer, store: any TaskStore, clock: any StoreClock, profile: StoreProfile?,
    settings: SyncSettings = SyncSettings(),
    random: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator(),
    report: @escaping @Sendable (SyncEvent) -> Void
  ) {
    self.server = server
    self.store = store
    self.clock = clock
    self.report = report
    machine = SyncMachine(profile: profile, settings: settings, random: random)
  }

  /// A worker signed in or unlocked: reads their copy from disk, shows it, and starts the first round.
  public func begin(worker: Worker) async {
    stop()
    lastWorker = worker.id
    let mine = generation
    await lastWrite?.value
    guard mine == generation else { return }
    var contents = StoreContents()
    hasCopy = true
    do {
      contents = try await store.open(for: worker.id)
    } catch {
      // Without a disk there is no copy, but there is the server: it is shown, and edits are refused one by one.
      switch error {
      case .diskFull: contents.notices = [.diskFull]
      case .unusable(let file): contents.notices = [.fileUnusable(file: file)]
      case .diskFailed, .filesRemoved, .notOpen: break
      }
      hasCopy = false
    }
    guard mine == generation else { return }
    handle(.begin(worker, contents))
  }

  /// Another store profile came in; it counts from the next `begin` on.
  public func adopt(_ profile: StoreProfile?) { machine.profile = profile }

  /// The worker acts on a task; shown as pending once it is on disk, refused with `editRefused` otherwise.
  ///
  /// `seen` is what they saw of the field when they began, where that may be long ago: what came since is merged with what
  /// they did, or they are asked.
  public func edit(_ edit: TaskEdit, task: TaskID, seen: EditBase.Value? = nil) {
    handle(.edit(edit, task, seen: seen))
  }

  /// The worker decides about a change that needs them, by its outbox id.
  public func decide(change: Int64, _ decision: ChangeDecision) { handle(.decide(change, decision)) }

  /// The worker gives up changes of theirs for good, by their outbox ids; one that is being sent just now stays.
  public func discard(_ changes: [Int64]) { handle(.discard(changes)) }

  /// Asks the server now, teams included; also the way out of "sign-in needed" and "not trusted".
  public func syncNow() { handle(.syncNow) }

  /// The worker opened a task: shows its details as known, then as the server has them.
  public func loadDetails(_ task: TaskID) { handle(.loadDetails(task)) }

  /// Sends what is unsent for at most so long and says how many changes remain; no more rounds after it.
  ///
  /// The caller must be counted as one activity; waiting is not activity.
  public func flush(limit: Duration) async -> Int {
    handle(.flush)
    if !machine.isDrained {
      let deadline = clock.now().instant.advanced(by: limit)
      let clock = clock
      let alarm = clock.start { [weak self] in
        do { try await clock.sleep(until: deadline) } catch { return }
        await self?.releaseWaiters()
      }
      await withCheckedContinuation { waiter in
        drainWaiters.append(waiter)
        clock.endActivity()
      }
      alarm.cancel()
    }
    return machine.unsentCount
  }

  /// Lock: sends what can be sent within the limit, then pauses, unless the worker is back by then.
  ///
  /// The caller must be counted as one activity.
  public func lock(flushLimit: Duration) async {
    let mine = generation
    _ = await flush(limit: flushLimit)
    if mine == generation { await pause() }
  }

  /// Forgets the copy and the edits in memory; both stay sealed on disk for their worker.
  public func pause() async {
    stop()
    let mine = generation
    await lastWrite?.value
    guard mine == generation else { return }
    await store.close()
  }

  /// Sign-out: destroys the worker's copy on disk, keeps their unsent changes sealed, and reads back what is left.
  ///
  /// It is the copy of the worker of the last `begin`, locked meanwhile or not; without one there is nothing to destroy.
  public func destroyLocalCopy() async throws(StoreFault) -> CopyDestruction {
    stop()
    await lastWrite?.value
    guard let worker = lastWorker else { return CopyDestruction(tasksDestroyed: 0, tasksLeft: 0, changesKept: 0) }
    let destruction = try await store.destroyCopy(of: worker)
    lastWorker = nil
    return destruction
  }

  /// The program ends: like `pause`.
  public func end() async { await pause() }

  /// Unsent changes of other workers of this terminal: how many, and how old.
  public func unsentOfOthers(than worker: PersonID?) async -> UnsentSummary {
    await store.unsentOfOthers(than: worker)
  }

  private func stop() {
    generation += 1
    handle(.end)
    for request in requests.values { request.cancel() }
    requests = [:]
    releaseWaiters()
  }

  private func handle(_ input: SyncInput) {
    for action in machine.handle(input, now: clock.now()) { carryOut(action) }
    if machine.isDrained { releaseWaiters() }
  }

  private func releaseWaiters() {
    for waiter in drainWaiters {
      clock.beginActivity()
      waiter.resume()
    }
    drainWaiters = []
  }

  private func carryOut(_ action: SyncAction) {
    switch action {
    case .report(let event): report(event)
    case .ask(let id, let request): ask(id, request)
    case .commit(let id, let commit, let worker): write(id, commit, worker)
    case .wake(let moment): wake(at: moment)
    case .renewToken:
      let mine = generation
      clock.start { [server] in
        let renewal = await server.renewToken()
        await self.renewed(renewal, generation: mine)
      }
    }
  }

  private func ask(_ id: AskID, _ request: ServerRequest) {
    requests[id] = clock.start { [server] in
      let reply = await server.answer(request)
      await self.answered(id, reply)
    }
  }

  private func answered(_ id: AskID, _ reply: ServerReply) {
    requests[id] = nil
    handle(.answered(id, reply))
  }

  private func renewed(_ renewal: TokenRenewal, generation: Int) {
    guard generation == self.generation else { return }
    handle(.renewed(renewal))
  }

  /// Transactions go to disk one after the other, in the machine's order.
  private func write(_ id: CommitID, _ commit: StoreCommit, _ worker: PersonID) {
    let before = lastWrite
    lastWrite = clock.start { [store] in
      await before?.value
      var fault: StoreFault?
      do throws(StoreFault) {
        try await store.commit(commit, for: worker)
      } catch {
        fault = error
      }
      await self.committed(id, fault)
    }
  }

  private func committed(_ id: CommitID, _ fault: StoreFault?) { handle(.committed(id, fault)) }

  private func wake(at moment: Instant?) {
    timer?.cancel()
    timer = nil
    guard let moment else { return }
    let clock = clock
    let mine = generation
    timer = clock.start { [weak self] in
      do { try await clock.sleep(until: moment) } catch { return }
      await self?.rang(generation: mine)
    }
  }

  private func rang(generation: Int) {
    guard generation == self.generation else { return }
    handle(.timer)
  }
}
