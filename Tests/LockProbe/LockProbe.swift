import CWipeOnFree
import CloudNetwork
import CloudWire
import Glibc
import HTTPTypes
import PracticeCloud
import SessionCore
import StoreModel
import Tape
import TaskSync
import Terminal
import TillAssembly
import Workspace
import WorkspaceRuntime

/// The whole program in memory over a served cloud, for the test that looks for tokens in its memory from outside.
///
/// It takes one command a line on standard input and answers each with one line: `sign-in`, `lock`, or a number of
/// lock cycles, each with a fresh sign-in. Only the terminal and time are pretended: waits for the next poll take none.
@main
struct LockProbe {
  static func main() {
    chardening_wipe_on_free_keep()
    guard CommandLine.arguments.count == 2, let ready = try? ReadyFile.read(from: CommandLine.arguments[1]) else {
      exit(64)
    }
    var cycle = LockCycle(ready)
    while let line = readLine() {
      let isDone =
        switch line {
        case "sign-in": cycle.signIn()
        case "lock": cycle.lock()
        default: (0..<(Int(line) ?? 0)).allSatisfy { _ in cycle.signIn() && cycle.lock() }
        }
      print(isDone ? "done" : "failed: " + cycle.why)
      fflush(nil)
    }
  }
}

/// One terminal that is signed in to and locked again and again.
struct LockCycle {
  private let ready: ReadyFile
  private let world: ServedWorld
  private var stage: HeadlessStage?
  private var turns = 0
  private(set) var why = ""

  init(_ ready: ReadyFile) {
    self.ready = ready
    world = ServedWorld(ready)
  }

  /// Signs in or unlocks, and waits for the first sync; every hundredth time on a program that was just started.
  mutating func signIn() -> Bool {
    if turns % 100 == 0 { stage = makeStage() }
    turns += 1
    let (turns, ready) = (turns, ready)
    return step { stage throws(TapeTrouble) in
      if turns % 100 == 1 { for character in "mei" { try stage.press(Key(.character(character))) } }
      try stage.press(Key(.enter))
      try stage.settle()
      guard case .code(let page) = stage.state.page, page.userCode != nil else { return false }
      try stage.ask(.approve("mei@" + ready.facts.tenantDomain))
      guard try stage.wait(upTo: .seconds(30), until: { $0.shows("online, data") }) else { return false }
      try stage.settle()
      return true
    }
  }

  mutating func lock() -> Bool {
    step { stage throws(TapeTrouble) in
      try stage.press(Key(.function(9)))
      try stage.settle()
      return stage.screen.shows("Locked at")
    }
  }

  private mutating func step(_ act: (HeadlessStage) throws(TapeTrouble) -> Bool) -> Bool {
    guard let stage else { return false }
    do throws(TapeTrouble) {
      if try act(stage) { return true }
      why = (0..<24).map { stage.screen.frame.text(row: $0) }.joined(separator: "|")
    } catch {
      why = "\(error)"
    }
    return false
  }

  private func makeStage() -> HeadlessStage? {
    var real = timespec()
    clock_gettime(CLOCK_REALTIME, &real)
    let now = Now(instant: .start, wall: Timestamp(seconds: Int64(real.tv_sec)))
    let (ready, world) = (ready, world)
    return try? HeadlessStage(TapeStart(), now: now) { timekeeper, mailbox in
      let plan = TillOffice.Plan(secretsAlive: { Secret.alive }, storage: { MemoryTaskStore() }) {
        let settings = NetworkSettings(userAgent: "Tillside/probe", extraAuthority: ready.ca)
        guard let transport = try? NetworkTransport(settings) else { return nil }
        return .practice(ready.facts, base: ready.authority, transport: transport, store: "012", register: "3")
      }
      let office = TillOffice(plan, clock: timekeeper) { mailbox.post($0) }
      let till = Till(chain: "Contoso", store: "012", register: "3", isPractice: true)
      let state = AppState(size: .smallest, look: Look(), now: now, calendar: .utc, till: till)
      return HeadlessStage.Parts(state: state, services: office.services, world: world)
    }
  }
}

/// A served practice cloud as a stage asks things of it: approvals of the code it was last given.
final class ServedWorld: TapeWorld {
  private let ready: ReadyFile

  init(_ ready: ReadyFile) { self.ready = ready }

  func account(of approver: String) async throws(TapeTrouble) -> String { approver }

  func timeMoves(by duration: Duration) async throws(TapeTrouble) {}

  func carryOut(_ request: WorldRequest, code: String?) async throws(TapeTrouble) -> String? {
    let settings = NetworkSettings(userAgent: "Tillside/probe", extraAuthority: ready.ca)
    guard case .approve(let who) = request, let transport = try? NetworkTransport(settings) else { throw .impossible }
    let body: JSON = ["user_code": .string(code ?? ""), "username": .string(who)]
    let approval = CloudRequest(
      .post, ready.control + "/approve", headers: [.contentType: "application/json"], body: body.bytes)
    let answer = try? await transport.send(approval)
    await transport.closeConnections()
    if answer?.status != .noContent { throw .refused("not approved") }
    return nil
  }
}

extension TapeScreen {
  fileprivate func shows(_ text: String) -> Bool {
    (0..<frame.size.rows).contains { frame.text(row: $0).contains(text) }
  }
}
