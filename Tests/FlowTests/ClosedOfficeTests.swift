import SessionCore
import Synchronization
import TaskSync
import Testing
import TillAssembly
import TillsideTesting
import Workspace
import WorkspaceRuntime

/// An office without a way to its cloud: nobody waits for what cannot come.
@Suite struct ClosedOfficeTests {
  @Test func whoeverSignsInIsToldAtOnce() async {
    let box = Told()
    let plan = TillOffice.Plan(storage: { MemoryTaskStore() }, open: { nil })
    let office = TillOffice(plan, clock: ManualClock()) { message in
      if case .session(let event) = message { box.take(event) }
    }
    let services = office.services
    await services.open()
    await services.session(.signIn(hint: "mei", way: .deviceCode))
    await services.session(.newCode)
    await services.session(.cancelSignIn)
    let refusal = SessionEvent.refused(SignInRefusal(.appMisconfigured))
    #expect(box.events == [refusal, refusal])
  }
}

/// What an office told.
private final class Told: Sendable {
  private let held = Mutex<[SessionEvent]>([])
  var events: [SessionEvent] { held.withLock { $0 } }
  func take(_ event: SessionEvent) { held.withLock { $0.append(event) } }
}
