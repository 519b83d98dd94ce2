import ArgumentParser
import CloudWire

/// A verb that changes one account: the call of the control interface has the verb's name.
protocol AccountVerb: AsyncParsableCommand {
  var username: String { get }
  var options: ControlOptions { get }
  /// What to print once it is done.
  var done: String { get }
}

extension AccountVerb {
  func run() async throws {
    try await reporting {
      let answer = try await options.call(Self._commandName, ["username": .string(username)])
      print(line: options.text(answer, plain: done))
    }
  }
}

/// Ends a user's sessions: their tokens stop being good.
struct Revoke: AccountVerb {
  static let configuration = CommandConfiguration(abstract: "Revoke every session of a user.")
  @Argument(help: "Sign-in name.") var username: String
  @OptionGroup var options: ControlOptions
  var done: String { "Sessions of \(username) revoked." }
}

/// Switches an account off.
struct Disable: AccountVerb {
  static let configuration = CommandConfiguration(abstract: "Disable a user's account.")
  @Argument(help: "Sign-in name.") var username: String
  @OptionGroup var options: ControlOptions
  var done: String { "\(username) disabled." }
}

/// Takes back everything that was switched for an account.
struct Enable: AccountVerb {
  static let configuration = CommandConfiguration(
    abstract: "Enable a user's account again, and take back every other switch.")
  @Argument(help: "Sign-in name.") var username: String
  @OptionGroup var options: ControlOptions
  var done: String { "\(username) enabled." }
}

/// Locks an account as too many wrong passwords do.
struct Lock: AccountVerb {
  static let configuration = CommandConfiguration(abstract: "Lock an account out, as wrong passwords do.")
  @Argument(help: "Sign-in name.") var username: String
  @OptionGroup var options: ControlOptions
  var done: String { "\(username) locked out." }
}
