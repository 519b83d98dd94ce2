import SessionCore
import StoreModel
import Synchronization
import Terminal
import Testing
import Workspace

@testable import WorkspaceRuntime

/// In which order effects reach their doors.
@Suite struct EffectOrderTests {
  /// What came through a door, in order, and who waits there.
  private final class Book: Sendable {
    private let lines = Mutex<[String]>([])
    let gate: AsyncStream<Void>
    let opening: AsyncStream<Void>.Continuation

    init() { (gate, opening) = AsyncStream.makeStream(of: Void.self) }

    var read: [String] { lines.withLock { $0 } }
    func note(_ line: String) { lines.withLock { $0.append(line) } }
  }

  private struct Nobody: TerminalWaker {
    func wake() {}
  }

  private func runner(_ services: Services) -> EffectRunner {
    let start = Now(instant: .start, wall: Timestamp(seconds: 0))
    return EffectRunner(services: services, clock: Timekeeper(.manual(start), waker: Nobody()))
  }

  /// The first edit waits at its door; the lock or end that was asked for after it must not overtake it.
  @Test(arguments: [SessionCommand.signOut, .lock(.worker)])
  func whatWasDoneBeforeALockReachesItsDoorBeforeIt(_ end: SessionCommand) async {
    let book = Book()
    let (ended, ending) = AsyncStream.makeStream(of: Void.self)
    let services = Services(
      session: { command in
        book.note(command == .activity ? "activity" : "end")
        if command != .activity { ending.finish() } else { book.opening.finish() }
      },
      sync: { command in
        if case .loadDetails = command { for await _ in book.gate {} }
        book.note("edit")
      })
    let runner = runner(services)
    runner.run(.sync(.loadDetails(TaskID(rawValue: "a"))))
    runner.run(.sync(.syncNow))
    runner.run(.session(.activity))
    runner.run(.session(end))
    for await _ in ended {}
    #expect(book.read == ["activity", "edit", "edit", "end"])
  }

  /// What waits behind a command that sleeps is no work: time may go on, and nothing else ends the sleep.
  @Test func whatWaitsBehindASleepIsNoActivity() async {
    let clock = Timekeeper(.manual(Now(instant: .start, wall: Timestamp(seconds: 0))), waker: Nobody())
    let (ended, ending) = AsyncStream.makeStream(of: Void.self)
    let services = Services(session: { command in
      if command == .activity { return ending.finish() }
      try? await clock.sleep(until: Instant.start.advanced(by: .seconds(1)))
    })
    let runner = EffectRunner(services: services, clock: clock)
    runner.run(.session(.lock(.worker)))
    #expect(!clock.isQuiet)
    while clock.nextAlarm == nil { await Task.yield() }
    runner.run(.session(.activity))
    #expect(clock.isQuiet)
    clock.advance(to: Instant.start.advanced(by: .seconds(1)))
    clock.fireDue()
    #expect(!clock.isQuiet)
    for await _ in ended {}
    while !clock.isQuiet { await Task.yield() }
  }

  /// A disk that does not answer does not keep anybody signed in.
  @Test func whatIsOnlyKeptHoldsNoLockUp() async {
    let (ended, ending) = AsyncStream.makeStream(of: Void.self)
    let (never, lasting) = AsyncStream.makeStream(of: Void.self)
    let services = Services(
      session: { _ in ending.finish() }, sync: { _ in for await _ in never {} })
    let runner = runner(services)
    runner.run(.sync(.keepPlace(nil, PersonID(tenant: "t", object: "o"))))
    runner.run(.session(.signOut))
    for await _ in ended {}
    lasting.finish()
  }
}
