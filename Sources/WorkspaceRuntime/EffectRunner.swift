import StoreModel
import Synchronization
import Workspace

/// Carries effects out beside the loop, one lane per door so that commands of a door keep their order.
///
/// An effect counts as activity from before it is queued until it is done; behind one that sleeps it waits uncounted.
final class EffectRunner {
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
    session = Lane(clock)
    sync = Lane(clock)
    keeping = Lane(clock)
    phone = Lane(clock)
    override = Lane(clock)
    audit = Lane(clock)
    outside = Lane(clock)
  }

  func run(_ effect: Effect) {
    switch effect {
    case .open: session.add { [services] in await services.open() }
    case .session(let command):
      // What was done before a lock or an end reaches its door before it.
      let edits = command.endsWork ? sync.passage() : nil
      session.add { [services] in
        await edits?()
        await services.session(command)
      }
    case .sync(let command):
      (command.isKeeping ? keeping : sync).add { [services] in await services.sync(command) }
    case .phone(let command): phone.add { [services] in await services.phone(command) }
    case .override(let command): override.add { [services] in await services.override(command) }
    case .audit(let event): audit.add { [services] in await services.audit(event) }
    case .practice(let command): phone.add { [services] in await services.practice(command) }
    case .outside(let answer): outside.add { [services] in await services.outside(answer) }
    case .blank, .repaint, .bell, .end: break
    }
  }
}

/// Work done strictly one after the other; as long as there is any, it counts as one activity.
private final class Lane: Sendable {
  private let jobs: AsyncStream<@Sendable () async -> Void>.Continuation
  private let clock: Timekeeper
  private let unfinished = Mutex(0)

  init(_ clock: Timekeeper) {
    let (stream, jobs) = AsyncStream.makeStream(of: (@Sendable () async -> Void).self)
    self.jobs = jobs
    self.clock = clock
    Task(executorPreference: clock.executor) { for await job in stream { await job() } }
  }

  deinit { jobs.finish() }

  func add(_ job: @escaping @Sendable () async -> Void) {
    let isFirst = unfinished.withLock { count in
      count += 1
      return count == 1
    }
    if isFirst { clock.beginActivity() }
    jobs.yield { [self] in
      await job()
      finish()
    }
  }

  /// The activity goes on to the job behind, which so is never uncounted while it runs.
  private func finish() {
    let isLast = unfinished.withLock { count in
      count -= 1
      return count == 0
    }
    if isLast { clock.endActivity() }
  }

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
    case .keepPlace, .joinPlace, .keepHistory: true
    case .syncNow, .loadDetails, .edit, .decide, .discard: false
    }
  }
}
