import Foundation
import Glibc
import TillsideTesting

/// A probe that takes a command a line and answers each with a line.
final class ProbeProcess {
  /// What it answered instead of `done`.
  struct Failed: Error { var answer: String }

  /// Its process id.
  var process: Int32 { child.processIdentifier }
  private let child = Process()
  private let input = Pipe()
  private let output = Pipe()

  /// Starts a probe built beside the tests.
  init(_ name: String, _ arguments: String...) throws {
    child.executableURL = URL(fileURLWithPath: try BuiltProgram.path(name))
    child.arguments = arguments
    child.standardInput = input
    child.standardOutput = output
    try child.run()
  }

  deinit {
    // It was started with the signals of this thread blocked, and has nothing to clean up.
    kill(child.processIdentifier, SIGKILL)
    child.waitUntilExit()
  }

  /// Gives a command and waits until it is done.
  func ask(_ command: String) throws {
    try input.fileHandleForWriting.write(contentsOf: Data((command + "\n").utf8))
    var line: [UInt8] = []
    while let byte = try output.fileHandleForReading.read(upToCount: 1)?.first, byte != UInt8(ascii: "\n") {
      line.append(byte)
    }
    let answer = String(decoding: line, as: UTF8.self)
    if answer != "done" { throw Failed(answer: answer) }
  }
}
