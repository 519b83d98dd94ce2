import StoreModel
import Workspace

/// Carries effects out beside the loop, one lane per door so that commands of a door keep their order.
///
/// An effect counts as activity from before it is queued until it is done.
final class EffectRunner {
  private let clock: Timekeeper
  private let session: Lane
  private let sync: Lane
  /// What is only kept beside the work may wait for the disk without holding up anything else.
  private let keeping: Lane
  private let phone: Lane
  private let override: Lane
  private let audit: Lane
  private let outside: Lane
  private let services: Services

  init(services: Services, clock: Timekeeper) {
    self.services = services
    self.clock = clock
    session = Lane(on: clock.executor)
    sync = Lane(on: clock.executor)
    keeping = Lane(on: clock.executor)
    phone = Lane(on: clock.executor)
    override = Lane(on: clock.executor)
    audit = Lane(on: clock.executor)
    outside = Lane(on: clock.executor)
  }

  func run(_ effect: Effect) {
    switch effect {
    case .open: enqueue(session) { [services] in await services.open() }
    case .session(let command):
      // What was done before a lock or an end reaches its door before it.
      let edits = command.endsWork ? sync.passage() : nil
      enqueue(session) { [services] in
        await edits?()
        await services.session(command)
      }
    case .sync(let command):
      enqueue(command.isKeeping ? keeping : sync) { [services] in await services.sync(command) }
    case .phone(let command): enqueue(phone) { [services] in await services.phone(command) }
    case .override(let command): enqueue(override) { [services] in await services.override(command) }
    case .audit(let event): enqueue(audit) { [services] in await services.audit(event) }
    case .practice(let command): enqueue(phone) { [services] in await services.practice(command) }
    case .outside(let answer): enqueue(outside) { [services] in await services.outside(answer) }
    case .blank, .repaint, .end: break
    }
  }

  private func enqueue(_ lane: Lane, _ work: @escaping @Sendable () async -> Void) {
    clock.beginActivity()
    lane.add { [clock] in
      await work()
      clock.endActivity()
    }
  }
}

/// Work done strictly one after the other.
private final class Lane {
  private let jobs: AsyncStream<@Sendable () async -> Void>.Continuation

  init(on executor: (any TaskExecutor)?) {
    let (stream, jobs) = AsyncStream.makeStream(of: (@Sendable () async -> Void).self)
    self.jobs = jobs
    Task(executorPreference: executor) { for await job in stream { await job() } }
  }

  deinit { jobs.finish() }

  func add(_ job: @escaping @Sendable () async -> Void) { jobs.yield(job) }

  /// What waits until everything added so far is done.
  func passage() -> @Sendable () async -> Void {
    let (passage, done) = AsyncStream.makeStream(of: Never.self)
    add { done.finish() }
    return { for await _ in passage {} }
  }
}

extension SessionCommand {
  /// Whether nobody works here after it.
  fileprivate var endsWork: Bool {
    switch self {
    case .lock, .signOut: true
    case .signIn, .paste, .newCode, .cancelSignIn, .setPIN, .openByPIN, .activity: false
    }
  }
}

extension SyncCommand {
  /// Whether it goes to the disk and to nothing else.
  fileprivate var isKeeping: Bool {
    switch self {
    case .keepPlace, .keepHistory: true
    case .syncNow, .loadDetails, .edit, .decide, .discard: false
    }
  }
}
