import ArgumentParser
import CloudWire

/// Approves a sign-in that waits, as a worker would on their phone.
struct Approve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Approve a sign-in code as a user.")
  @Argument(help: "The code the terminal shows.") var code: String
  @Option(name: .customLong("as"), help: ArgumentHelp("Who signs in.", valueName: "username")) var username: String
  @OptionGroup var options: ControlOptions

  func run() async throws {
    try await reporting {
      let answer = try await options.call("approve", ["user_code": .string(code), "username": .string(username)])
      print(line: options.text(answer, plain: "\(code) approved as \(username)."))
    }
  }
}

/// Declines a sign-in that waits.
struct Decline: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Decline a sign-in code.")
  @Argument(help: "The code the terminal shows.") var code: String
  @OptionGroup var options: ControlOptions

  func run() async throws {
    try await reporting {
      let answer = try await options.call("decline", ["user_code": .string(code)])
      print(line: options.text(answer, plain: "\(code) declined."))
    }
  }
}

/// Lets a sign-in's time run out at once.
struct Expire: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Let a sign-in code expire now.")
  @Argument(help: "The code the terminal shows.") var code: String
  @OptionGroup var options: ControlOptions

  func run() async throws {
    try await reporting {
      let answer = try await options.call("expire", ["user_code": .string(code)])
      print(line: options.text(answer, plain: "\(code) expired."))
    }
  }
}
