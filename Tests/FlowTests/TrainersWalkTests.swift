import Foundation
import Glibc
import Testing
import TillsideTesting

/// The trainer's walk of the manual, command by command: what the page marks as refused is, everything else is done.
@Suite struct TrainersWalkTests {
  /// Commands that run against one world, and the flags it was served with.
  struct World: Sendable, CustomTestStringConvertible {
    var flags: [String]
    var commands: [String] = []
    var testDescription: String { flags.isEmpty ? "the usual world" : flags.joined(separator: " ") }
  }

  static let worlds: [World] = {
    let page = TextFile.read(Checkout.path("Resources/Manual/training.md"))
    let text = page.map { String(decoding: $0, as: UTF8.self) } ?? ""
    let walk = text.split(separator: "## A trainer's walk").last?.split(separator: "The same walk is eight").first
    var worlds: [World] = []
    for line in (walk ?? "").split(separator: "\n") where line.hasPrefix("$ ") {
      let command = String(line.dropFirst(2))
      if command.hasPrefix("tillside-cloud serve") {
        worlds.append(World(flags: command.split(separator: " ").dropFirst(2).map(String.init)))
      } else if !worlds.isEmpty {
        worlds[worlds.count - 1].commands.append(command)
      }
    }
    return worlds
  }()

  @Test func thereIsAWorldForEachAnswerAndOneMore() {
    #expect(Self.worlds.count == 9)
    #expect(Self.worlds.allSatisfy { !$0.commands.isEmpty })
  }

  @Test(arguments: worlds) func everyCommandDoesWhatThePageSays(_ walk: World) throws {
    let cloud = try ServedCloud(arguments: walk.flags)
    let world = try ScrubbedWorld(extra: ["READY": cloud.readyPath])
    // The verbs as the trainer types them, which find the world by its ready file.
    let verbs = try BuiltProgram.path("tillside-cloud")
    try world.put("#!/bin/sh\nexec '\(verbs)' \"$@\" --ready-file \"$READY\"\n", at: "tillside-cloud")
    try world.put("#!/bin/sh\nexec '\(try BuiltProgram.path("tillside"))' \"$@\"\n", at: "tillside")
    for name in ["tillside", "tillside-cloud"] { #expect(chmod(world.home + "/" + name, 0o700) == 0) }
    for command in walk.commands {
      try world.put("PATH=\"$PWD:$PATH\"\nset -o pipefail\n\(command)\n", at: "command")
      let run = try ProgramRun(shell: "bash ./command", in: world)
      let isRefused = command.hasSuffix("# refused")
      #expect((run.code != 0) == isRefused, "\(command)\n\(run.output)")
      #expect(run.output.hasPrefix("tillside-cloud: ") == isRefused, "\(command)\n\(run.output)")
    }
    #expect(cloud.stop() == 0)
  }
}
