import ArgumentParser
import CloudWire

/// Ends a user's sessions: their tokens stop being good.
struct Revoke: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Revoke every session of a user.")
  @Argument(help: "Sign-in name.") var username: String
  @OptionGroup var options: ControlOptions

  func run() async throws {
    try await reporting {
      let answer = try await options.call("revoke", ["username": .string(username)])
      print(line: options.text(answer, plain: "Sessions of \(username) revoked."))
    }
  }
}

/// Switches an account off.
struct Disable: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Disable a user's account.")
  @Argument(help: "Sign-in name.") var username: String
  @OptionGroup var options: ControlOptions

  func run() async throws {
    try await reporting {
      let answer = try await options.call("disable", ["username": .string(username)])
      print(line: options.text(answer, plain: "\(username) disabled."))
    }
  }
}

/// Switches an account on again.
struct Enable: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Enable a user's account again.")
  @Argument(help: "Sign-in name.") var username: String
  @OptionGroup var options: ControlOptions

  func run() async throws {
    try await reporting {
      let answer = try await options.call("enable", ["username": .string(username)])
      print(line: options.text(answer, plain: "\(username) enabled."))
    }
  }
}
