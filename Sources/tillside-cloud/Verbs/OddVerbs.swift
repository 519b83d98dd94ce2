import ArgumentParser
import CloudWire
import PracticeCloud

/// Takes somebody out of every team.
struct LeaveTeam: AccountVerb {
  static let configuration = CommandConfiguration(
    commandName: "leave-team", abstract: "Take a user out of every team; their sessions go on.")
  @Argument(help: "Sign-in name.") var username: String
  @OptionGroup var options: ControlOptions
  var done: String { "\(username) is in no team any more." }
}

/// Tokens of another company.
struct Foreign: AccountVerb {
  static let configuration = CommandConfiguration(
    abstract: "Have a user's tokens name another company's tenant, until enable.")
  @Argument(help: "Sign-in name.") var username: String
  @OptionGroup var options: ControlOptions
  var done: String { "Tokens of \(username) name another tenant." }
}

/// ID tokens that prove nothing.
struct Forge: AccountVerb {
  static let configuration = CommandConfiguration(
    abstract: "Have a user's ID tokens carry a wrong signature, until enable.")
  @Argument(help: "Sign-in name.") var username: String
  @OptionGroup var options: ControlOptions
  var done: String { "ID tokens of \(username) prove nothing." }
}

/// A refresh that brings somebody else's tokens.
struct Swap: AccountVerb {
  static let configuration = CommandConfiguration(
    abstract: "Have a user's refreshes bring a colleague's tokens, until enable.")
  @Argument(help: "Sign-in name.") var username: String
  @OptionGroup var options: ControlOptions
  var done: String { "A refresh of \(username) brings a colleague's tokens." }
}

/// Lower limits of Planner.
struct LimitVerb: AsyncParsableCommand {
  private static var names: String { PlannerLimit.allCases.map(\.rawValue).joined(separator: ", ") }

  static let configuration = CommandConfiguration(
    commandName: "limit", abstract: "Have Planner take less than it does, until reset.")
  @Argument(help: ArgumentHelp("One of: \(names).")) var limit: String
  @Argument(help: "How much it takes.") var number: Int
  @OptionGroup var options: ControlOptions

  func run() async throws {
    try await reporting {
      let answer = try await options.call("limits", ["limit": .string(limit), "number": .int(number)])
      print(line: options.text(answer, plain: "Planner takes \(number) (\(limit))."))
    }
  }
}
