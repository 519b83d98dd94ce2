import PracticeCloud
import SessionCore
public import StoreModel
public import Strings
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

  /// Where both clocks start for a tape.
  static func opening(of start: TapeStart) -> Now {
    Now(instant: .start, wall: start.clock ?? opening.wall)
  }

  /// A program at its start page, on register 3 of the tape's store, over a practice cloud of its own or a served one.
  ///
  /// - Parameter witness: notes which texts the program asks for.
  public static func stage(
    _ start: TapeStart, served: ServedPractice? = nil, witness: WordWitness? = nil
  ) throws(RehearsalError) -> HeadlessStage {
    let now = opening(of: start)
    let scenario: Scenario
    do { scenario = try Scenario.load(named: start.scenario) } catch { throw .noScenario(start.scenario) }
    do {
      return try HeadlessStage(start, now: now) { timekeeper, mailbox in
        let opened = OpenedDoor()
        let machine = MachineTroubles()
        let ids = RepeatableIDs(seed: UInt64(start.seed))
        var plan = TillOffice.Plan(makeRequestID: { ids.next() }, storage: { MemoryTaskStore() }) {
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
        plan.randomBytes = { ids.bytes($0) }
        plan.policy = start.policy
        if let poll = start.poll { plan.sync = SyncSettings(poll: .seconds(poll)) }
        if start.isReal { plan = plan.forRealLook }
        let office = TillOffice(machine.troubling(opened.keeping(plan)), clock: timekeeper) { mailbox.post($0) }
        var till = Till(
          chain: "Contoso", store: start.store, register: register, isPractice: !start.isReal,
          ways: start.signIn.ways)
        till.pullsNews = start.poll != 0
        let spoken = start.language.flatMap(Words.init(language:)) ?? .english
        let words = start.plain == .no ? spoken : spoken.forLines
        var state = AppState(
          size: start.size,
          look: Look(
            words: witness.map { words.witnessed(by: $0) } ?? words, isUnicode: !start.isASCII && start.plain == .no,
            canForget: start.plain != .paper, countsSeconds: start.plain == .no),
          now: now, calendar: .utc, till: till)
        state.pinRule = start.pin
        state.isKiosk = start.isKiosk
        state.limits = start.policy
        state.keymap = Keymap(start.keys)
        state.scanRule = .taped
        return HeadlessStage.Parts(
          state: state, services: office.services,
          world: ControlWorld(store: start.store, hasOwnClock: served != nil, machine: machine) { opened.door })
      }
    } catch {
      throw .noStage(error)
    }
  }

  private static let register = "3"
}

extension TapeStart {
  fileprivate var policy: SessionPolicy {
    let usual = SessionPolicy()
    return SessionPolicy(
      idle: idle.map { .seconds($0 * 60) } ?? usual.idle,
      absolute: hours.map { .seconds($0 * 3_600) } ?? usual.absolute)
  }
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

extension TapeSignIn {
  fileprivate var ways: [SignInWay] {
    switch self {
    case .code: [.deviceCode]
    case .browser: [.browser]
    case .both: [.deviceCode, .browser]
    }
  }

  /// As the settings have it.
  var setting: String { ways.map(\.rawValue).joined(separator: ",") }
}
