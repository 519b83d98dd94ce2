import ArgumentParser
import CSupervisor
import CWipeOnFree
import FoundationEssentials
import Instances
import Rehearsal
import SessionCore
import StoreModel
import Strings
import Tape
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
    let start = try Start(options, environment: environment, words: try options.words(environment))
    let words = start.words
    let time = try PracticeTime(options, isPractice: start.cloud.isPractice)
    let instance = try OnlyInstance(start, words)
    for protection in Protection.allCases where !protection.isHeld {
      SystemLog.write(.protectionMissing(protection.rawValue))
    }
    if start.settings.isKiosk { SystemLog.write(.kioskStarted) }
    // Before the screen is taken, on which nobody would read why it cannot be written.
    let logFile = try options.log.map(LogFile.init)
    let terminal: RunTerminal
    do {
      terminal = try RunTerminal(options, start.theme, environment: environment, words: words)
    } catch {
      logFile?.discard()
      throw error
    }
    let device = terminal.device
    // Led by a player, the program does its work on this one thread, as it does in memory.
    let executor = time.isLed ? StageExecutor(waker: device.waker) : nil
    let timekeeper = Timekeeper(
      time.isLed ? .manual(time.now) : .live(time.read), waker: device.waker, executor: executor)
    let mailbox = Mailbox(waker: device.waker)
    let spare = SpareMemory()
    let door = OpenedDoor()
    let seed = options.seed ?? (options.log == nil ? nil : start.seedForLog)
    let machine = MachineTroubles()
    let given = start.plan(clock: timekeeper, seed: seed)
    let plan = door.keeping(options.looksReal ? given.forRealLook : given)
    let office = TillOffice(options.tapeLine == nil ? plan : machine.troubling(plan), clock: timekeeper) { message in
      mailbox.post(message)
      spare.notice(message)
    }
    try instance.listen(words) { mailbox.post(.outside($0)) }
    var services = office.services
    services.outside = { instance.socket.answer($0) }
    let look = Look(
      words: terminal.isLines ? words.forLines : words,
      isUnicode: device.abilities.isUnicode && !start.settings.appearance.isASCII, canForget: terminal.canForget,
      countsSeconds: !terminal.isLines)
    var state = AppState(
      size: device.size, look: look, now: timekeeper.now(), calendar: start.calendar, till: start.till)
    if options.looksReal { state.till.isPractice = false }
    state.limits = start.policy
    state.isKiosk = start.settings.isKiosk
    state.ringsBell =
      terminal.isLines ? start.settings.notifications.ringsInLines : start.settings.notifications.ringsBell
    state.keymap = Keymap(options.keys(beside: start.settings.keys))
    let scanner = start.settings.terminal
    state.scanRule =
      options.tapeLine == nil ? ScanRule(prefix: scanner.scannerPrefix, suffix: scanner.scannerSuffix) : .taped
    // What a tape makes has the same keys in every play.
    if options.tapeLine == nil {
      var random = SystemRandomNumberGenerator()
      state.clientKeys = ClientKeys(random: &random)
    }
    state.pinRule = PINRule(rawValue: start.settings.session.pin) ?? .off
    let loop = AppLoop(
      device: device, state: state, services: services, timekeeper: timekeeper, mailbox: mailbox)
    loop.keepsRecent = false
    if let logFile {
      let log = start.log(logFile, of: loop.state, on: terminal, seed: seed, takesMouse: options.mouse)
      loop.observer = { log.note($0, in: $1) }
    }
    let reason = try taped(loop, terminal, timekeeper, mailbox, start, door, machine)?.run() ?? loop.run()
    terminal.close()
    instance.socket.close()
    if terminal.hasLostOutput { throw leave(.outputLost, words(.outputLost)) }
    if reason != .hangUp, loop.state.endedWithSession {
      for line in loop.state.receiptLines { print(line) }
    }
    throw ExitCode(reason.code)
  }

  /// The run as a player leads it; nil where nobody does.
  private func taped(
    _ loop: AppLoop, _ terminal: RunTerminal, _ timekeeper: Timekeeper, _ mailbox: Mailbox, _ start: Start,
    _ opened: OpenedDoor, _ machine: MachineTroubles
  ) throws -> TapedRun? {
    guard options.tapeLine != nil else { return nil }
    guard let socket = LineSocket(descriptor: LineSocket.programDescriptor) else {
      terminal.close()
      throw leave(.unavailable, "--tape-line is for tillside play, which leads this program over a line of its own.")
    }
    var isServed = false
    if case .served = start.cloud { isServed = true }
    let world = ControlWorld(store: start.settings.terminal.store, hasOwnClock: isServed, machine: machine) {
      opened.door
    }
    return TapedRun(
      over: socket, loop, on: terminal.taped, waker: terminal.device.waker, timekeeper: timekeeper, mailbox: mailbox,
      world: world, executor: timekeeper.executor as? StageExecutor)
  }
}

extension RunOptions {
  /// What is said before the settings are read.
  func words(_ environment: [String: String]) throws -> Words {
    guard let lang else { return .spoken(in: environment) }
    if let words = Words(language: lang) { return words }
    throw ValidationError("Unknown language '\(lang)'; one of: \(Words.languages.joined(separator: ", ")).")
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
