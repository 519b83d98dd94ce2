import StoreModel
import Strings
import Tape
import Terminal
import TillsideTesting
import Workspace
import WorkspaceRuntime

/// A program whose store profile arrives 25 seconds after its start, after two waits.
enum SlowProfile {
  static func stage(_ start: TapeStart = TapeStart(), world: (any TapeWorld)? = nil) throws -> HeadlessStage {
    try HeadlessStage(start, now: .tapeStart, patience: .seconds(300)) { timekeeper, mailbox in
      let till = Till(chain: "Contoso", store: "012", storeName: "Seattle", register: "3", isPractice: true)
      let words = start.language.flatMap { Words(language: $0) } ?? .english
      let state = AppState(
        size: start.size, look: Look(words: words, isUnicode: !start.isASCII), now: timekeeper.now(), calendar: .utc,
        till: till)
      let services = Services(open: {
        for seconds in [10, 15] {
          let moment = timekeeper.now().instant.advanced(by: .seconds(seconds))
          do { try await timekeeper.sleep(until: moment) } catch { return }
        }
        let profile = StoreProfile(
          storeNumber: "014", chain: "Contoso", storeName: "Tacoma", register: "3", teamID: nil, planIDs: [],
          members: [], isIntegrationOn: true, issued: nil)
        mailbox.post(.profileRead(profile, domain: "contoso.example"))
      })
      return HeadlessStage.Parts(state: state, services: services, world: world)
    }
  }

  /// Plays a tape; nil when it went through.
  static func failure(_ text: String, world: (any TapeWorld)? = nil) async throws -> TapeFailure? {
    let (program, faults) = TapeProgram.assemble("a.tape") { _ in Array(text.utf8) }
    if let first = faults.first { throw first }
    return try await onOwnThread {
      let shelf = GoldenShelf(read: { _ in nil }, write: { name, _ in name })
      var player = TapePlayer(program, on: try stage(program.start, world: world), goldens: shelf)
      do throws(TapeFailure) { try player.play() } catch { return error }
      return nil
    }
  }
}

extension Now {
  /// Wednesday 25 November 2026, 09:41 UTC.
  static let tapeStart = Now(instant: .start, wall: Timestamp(seconds: 1_795_599_660))
}
