import Foundation
import Testing
import TillsideTesting

/// The worked examples for users of expect, tmux and pyte: each leads the program through a shift, from outside.
@Suite("Examples from outside") struct FromOutsideTests {
  @Test("expect", .enabled(if: Tool.isThere("expect"), "expect is missing: make packages-test installs it"))
  func expect() async throws { try await run("expect", "worked-shift.exp") }

  @Test("tmux", .enabled(if: Tool.isThere("tmux"), "tmux is missing: make packages-test installs it"))
  func tmux() async throws { try await run("sh", "worked-shift.sh") }

  @Test("pyte", .enabled(if: Tool.hasPyte, "python3-pyte is missing: make packages-test installs it"))
  func pyte() async throws { try await run("/usr/bin/python3", "worked-shift.py") }

  private func run(_ tool: String, _ example: String) async throws {
    let (code, output) = try await onOwnThread {
      let world = try ScrubbedWorld()
      return try Tool.run(
        "'\(tool)' '\(Checkout.path("Examples/FromOutside/" + example))'",
        environment: world.environment.merging(
          ["TILLSIDE": try BuiltProgram.path(), "PATH": "/usr/local/bin:/usr/bin:/bin"]) { $1 })
    }
    #expect(code == 0, "\(output)")
    #expect(output.contains("a task completed, exit code 0"))
  }
}

/// Programs of this machine that a test asks for.
enum Tool {
  static func isThere(_ name: String) -> Bool {
    ["/usr/local/bin/", "/usr/bin/", "/bin/"].contains { access($0 + name, X_OK) == 0 }
  }

  static var hasPyte: Bool { (try? run("/usr/bin/python3 -c 'import pyte'", environment: [:]).code) == 0 }

  /// Runs a line of the shell to its end; output and errors together.
  static func run(_ line: String, environment: [String: String]) throws -> (code: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", line]
    process.environment = environment
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
