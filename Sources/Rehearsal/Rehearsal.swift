import PracticeCloud
public import StoreModel
import Strings
public import Tape
import TaskSync
import Terminal
import TillAssembly
import Workspace
import WorkspaceRuntime

/// The whole program in memory with its own practice cloud: what tapes are played on and flows are tested with.
public enum Rehearsal {
  /// Where both clocks start, so that every play gives the same screens: Wednesday 25 November 2026, 09:41 UTC.
  public static let opening = Now(instant: .start, wall: Timestamp(seconds: 1_795_599_660))

  /// A program at its start page, on register 3 of the tape's store, over a practice cloud of its own or a served one.
  public static func stage(
    _ start: TapeStart, served: ServedPractice? = nil, now: Now = opening
  ) throws(RehearsalError) -> HeadlessStage {
    let scenario: Scenario
    do { scenario = try Scenario.load(named: start.scenario) } catch { throw .noScenario(start.scenario) }
    do {
      return try HeadlessStage(start, now: now) { timekeeper, mailbox in
        let opened = OpenedDoor()
        let ids = RepeatableIDs(seed: UInt64(start.seed))
        let plan = TillOffice.Plan(makeRequestID: { ids.next() }, storage: { MemoryTaskStore() }) {
          if let served {
            return .practice(
              served.ready.facts, base: served.ready.authority, control: served.ready.control,
              transport: served.transport, store: start.store, register: register)
          }
          let cloud = PracticeCloud(
            scenario: scenario, clock: timekeeper, seed: UInt64(start.seed), base: "https://practice.tillside.example",
            keepsTokens: false)
          return await .embedded(cloud, store: start.store, register: register)
        }
        let office = TillOffice(opened.keeping(plan), clock: timekeeper) { mailbox.post($0) }
        let till = Till(chain: "Contoso", store: start.store, register: register, isPractice: true)
        let words = start.language.flatMap(Words.init(language:)) ?? .english
        let state = AppState(
          size: start.size, look: Look(words: words, isUnicode: !start.isASCII), now: now, calendar: .utc, till: till)
        return HeadlessStage.Parts(
          state: state, services: office.services,
          world: ControlWorld(store: start.store, hasOwnClock: served != nil) { opened.door })
      }
    } catch {
      throw .noStage(error)
    }
  }

  private static let register = "3"
}

/// Why no rehearsal can begin.
public enum RehearsalError: Error, Hashable, Sendable {
  /// No scenario of this name is in the program, or it is damaged.
  case noScenario(String)
  /// The machine has no room for one.
  case noStage(TapeTrouble)
  /// The program cannot be started on a pty.
  case noPty(String)
}
