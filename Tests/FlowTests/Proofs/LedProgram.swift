import CloudWire
import Glibc
import HTTPTypes
import PracticeCloud
import Rehearsal
import Tape
import Terminal
import TerminalEmulator
import Testing
import TillsideTesting

/// The built program on a pty, with all its processes known: its time is led over a control line, everything else is as at a
/// till. It runs on a served cloud or on the practice store inside it.
final class LedProgram {
  let terminal: PtyTerminal
  let stage: PtyStage
  /// Its home and environment.
  let world: ScrubbedWorld

  /// Starts it at its start page.
  init(readyFile: String? = nil, size: Size = .smallest) throws {
    world = try ScrubbedWorld()
    let (near, far) = try #require(LineSocket.pair())
    defer { close(far) }
    var flags = ["--tape-line", "virtual", "--seed", "1", "--clock", "2026-11-25T09:41:00Z"]
    if let readyFile { flags += ["--practice-at", readyFile] }
    let process = try PtyProcess(
      try BuiltProgram.path(), flags, environment: world.environment, directory: world.home, size: size, control: far)
    terminal = try #require(PtyTerminal(process, size: size))
    stage = PtyStage(terminal, line: near, movesTime: true)
  }

  /// Runs a body with the program on a served cloud whose phone may answer at once, and tells what the cloud logged.
  @discardableResult
  static func onServedCloud(_ body: @escaping @Sendable (LedProgram) throws -> Void) async throws -> [UInt8] {
    let server = try ServedCloud()
    defer { server.stop() }
    try await AppHarness.Served(server).practice.begin(.init(), standing: true)
    let readyPath = server.readyPath
    try await onOwnThread { try body(LedProgram(readyFile: readyPath)) }
    return try await Wire(server.ready).json(.get, server.ready.control + "/log").bytes
  }

  /// The supervisor, which has no secrets, and the program below it, which has.
  var processes: [Int32] { LedProgram.processes(below: terminal.process.id) }

  /// A supervisor and the program below it.
  static func processes(below supervisor: Int32) -> [Int32] {
    [supervisor] + OtherProcess(supervisor).children.map(\.id)
  }

  /// Signs in from the start, code or lock page, and waits for the first sync.
  func signIn(as who: String = "worker") throws {
    try stage.ask(.approve(who))
    let isThere = try stage.wait(upTo: .seconds(60)) { $0.shows("online, data") }
    try #require(isThere, "\(rows)")
    try stage.settle()
  }

  /// Presses keys by their spelling; a text in quotes is typed.
  func press(_ keys: String...) throws {
    for spelling in keys {
      if spelling.hasPrefix("\"") {
        for character in spelling.dropFirst().dropLast() { try stage.press(Key(.character(character))) }
      } else {
        try stage.press(try #require(Key(spelling)))
      }
    }
  }

  /// What stands on the screen.
  var rows: [String] {
    let frame = stage.screen.frame
    return (0..<frame.size.rows).map { frame.text(row: $0) }
  }
}

extension TapeScreen {
  /// Whether a text stands in some row.
  func shows(_ text: String) -> Bool { (0..<frame.size.rows).contains { frame.text(row: $0).contains(text) } }
}
