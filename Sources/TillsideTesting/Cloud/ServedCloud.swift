import CloudWire
import Foundation
public import PracticeCloud

/// A practice cloud served by a process of its own, for tests that go over real HTTPS.
public final class ServedCloud {
  /// What the server said when it was ready.
  public let ready: ReadyFile
  /// Path of the ready file; `tillside --practice-at` and the verbs of `tillside-cloud` take it.
  public let readyPath: String
  private let process: Process
  private let folder: URL

  /// Why no cloud is there.
  public enum Fault: Error {
    /// The program ended with this code before it was ready.
    case ended(code: Int32)
    /// What it printed is no ready file.
    case unreadable(ReadyFileFault)
  }

  /// Starts the program, by default the one built beside the tests, and returns once it said that it answers.
  public init(program: String? = nil, arguments: [String] = []) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("tillside-cloud-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    readyPath = folder.appendingPathComponent("cloud.json").path
    let output = Pipe()
    process = Process()
    process.executableURL = URL(fileURLWithPath: try program ?? BuiltProgram.path("tillside-cloud"))
    process.arguments = ["serve", "--ready-file", readyPath] + arguments
    process.standardOutput = output
    try process.run()
    var line: [UInt8] = []
    while let byte = try output.fileHandleForReading.read(upToCount: 1)?.first, byte != UInt8(ascii: "\n") {
      line.append(byte)
    }
    guard !line.isEmpty else {
      process.waitUntilExit()
      throw Fault.ended(code: process.terminationStatus)
    }
    do throws(ReadyFileFault) { ready = try ReadyFile(reading: line) } catch {
      process.terminate()
      throw Fault.unreadable(error)
    }
  }

  /// Stops it with SIGTERM, waits until it has ended, and answers its exit code.
  @discardableResult
  public func stop() -> Int32 {
    if process.isRunning { process.terminate() }
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: folder)
    return process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
  }

  /// Kills it without a chance to say goodbye, and waits until it is gone.
  public func kill() {
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  deinit {
    if process.isRunning { stop() }
  }
}
