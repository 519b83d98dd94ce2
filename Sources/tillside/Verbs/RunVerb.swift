import ArgumentParser
import CSupervisor
import CWipeOnFree
import FoundationEssentials
import Instances
import SessionCore
import StoreModel
import Strings
import TaskSync
import Terminal
import TerminalCurses
import TillAssembly
import Workspace
import WorkspaceRuntime

/// `tillside run`: the full-screen program.
struct RunVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Work the store's tasks in this terminal (what happens without a verb).")

  @OptionGroup var options: RunOptions

  func run() throws {
    csupervisor_keep()
    chardening_wipe_on_free_keep()
    chardening_keep_heap_small()
    let environment = ProcessInfo.processInfo.environment
    let words = Words.english
    let start = try Start(options, environment: environment, words: words)
    let instance = try OnlyInstance(start, words)
    for protection in Protection.allCases where !protection.isHeld {
      SystemLog.write(.protectionMissing(protection.rawValue))
    }
    let device = try open(start.theme, environment: environment, words: words)
    let timekeeper = Timekeeper(.live(SystemClock.now), waker: device.waker)
    let mailbox = Mailbox(waker: device.waker)
    let spare = SpareMemory()
    let office = TillOffice(start.plan(clock: timekeeper), clock: timekeeper) { message in
      mailbox.post(message)
      spare.notice(message)
    }
    try instance.listen(words) { mailbox.post(.outside($0)) }
    var services = office.services
    services.outside = { instance.socket.answer($0) }
    let look = Look(words: words, isUnicode: device.abilities.isUnicode && !start.settings.appearance.isASCII)
    var state = AppState(
      size: device.size, look: look, now: SystemClock.now(), calendar: start.calendar, till: start.till)
    state.limits = start.policy
    state.keymap = Keymap(start.settings.keys)
    var random = SystemRandomNumberGenerator()
    state.clientKeys = ClientKeys(random: &random)
    state.pinRule = PINRule(rawValue: start.settings.session.pin) ?? .off
    let loop = AppLoop(
      device: device, state: state, services: services, timekeeper: timekeeper, mailbox: mailbox)
    loop.keepsRecent = false
    let reason = loop.run()
    device.close()
    instance.socket.close()
    if reason != .hangUp, let receipt = loop.state.lastReceipt, loop.state.endedWithSession {
      for line in receipt.lines(look, start.calendar) { print(line) }
    }
    throw ExitCode(reason.code)
  }

  private func open(_ theme: Theme, environment: [String: String], words: Words) throws -> CursesTerminal {
    do {
      return try CursesTerminal(theme: theme, usesColor: options.noColor ? false : nil, environment: environment)
    } catch {
      throw leave(.unavailable, error.line(words))
    }
  }
}

extension CursesError {
  /// One line: what is missing, what to do.
  func line(_ words: Words) -> String {
    switch self {
    case .notATerminal: words(.terminalMissing)
    case .noTerminalName: words(.terminalUnknown, ["term": ""])
    case .unknownTerminal(let name), .cannotPlaceCursor(let name): words(.terminalUnknown, ["term": name])
    case .unavailable: words(.terminalMissing)
    }
  }
}
