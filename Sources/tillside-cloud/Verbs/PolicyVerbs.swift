import ArgumentParser
import CloudWire

/// A policy refuses every token.
struct Block: AccountVerb {
  static let configuration = CommandConfiguration(abstract: "Let a policy refuse every sign-in of a user (53003).")
  @Argument(help: "Sign-in name.") var username: String
  @OptionGroup var options: ControlOptions
  var done: String { "\(username) blocked by policy." }
}

/// A policy refuses the device code, and no other way.
struct BlockDeviceFlow: AccountVerb {
  static let configuration = CommandConfiguration(
    commandName: "block-device-flow", abstract: "Let a policy refuse a user's sign-in by code only (530033).")
  @Argument(help: "Sign-in name.") var username: String
  @OptionGroup var options: ControlOptions
  var done: String { "Sign-in by code blocked for \(username)." }
}

/// Signing in asks for a number on the phone.
struct RequireMFA: AccountVerb {
  static let configuration = CommandConfiguration(
    commandName: "require-mfa", abstract: "Ask a user for a second factor: the number shown on the page.")
  @Argument(help: "Sign-in name.") var username: String
  @OptionGroup var options: ControlOptions
  var done: String { "\(username) needs a second factor." }
}

/// The password has to be changed first.
struct ExpirePassword: AccountVerb {
  static let configuration = CommandConfiguration(
    commandName: "expire-password", abstract: "Let a user's password expire (50055).")
  @Argument(help: "Sign-in name.") var username: String
  @OptionGroup var options: ControlOptions
  var done: String { "The password of \(username) has expired." }
}

/// The app loses its consent.
struct RequireConsent: AccountVerb {
  static let configuration = CommandConfiguration(
    commandName: "require-consent", abstract: "Take back the app's consent for a user (65001).")
  @Argument(help: "Sign-in name.") var username: String
  @OptionGroup var options: ControlOptions
  var done: String { "The app has no consent for \(username)." }
}

/// Graph challenges the tokens a user has.
struct Challenge: AccountVerb {
  static let configuration = CommandConfiguration(
    abstract: "Challenge a user's access tokens (continuous access evaluation); a refresh satisfies it.")
  @Argument(help: "Sign-in name.") var username: String
  @OptionGroup var options: ControlOptions
  var done: String { "Tokens of \(username) are challenged." }
}

/// Any reason of Entra's list.
struct Refuse: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Refuse a user's next tokens with an AADSTS number, until enable.")
  @Argument(help: "Sign-in name.") var username: String
  @Argument(help: "Number, such as 53011.") var number: Int
  @OptionGroup var options: ControlOptions

  func run() async throws {
    try await reporting {
      let answer = try await options.call("refuse", ["username": .string(username), "number": .int(number)])
      print(line: options.text(answer, plain: "\(username) is refused with AADSTS\(number)."))
    }
  }
}

/// How the app is registered.
struct AppVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "app",
    abstract: "Change the app's registration: not found (700016), off (7000112), not public (7000218)."
  )
  @Flag(inversion: .prefixedNo, help: "Whether the tenant knows the app.") var registered: Bool?
  @Flag(inversion: .prefixedNo, help: "Whether users may sign in to it.") var enabled: Bool?
  @Flag(inversion: .prefixedNo, help: "\"Allow public client flows\".") var publicClient: Bool?
  @OptionGroup var options: ControlOptions

  func validate() throws {
    guard registered != nil || enabled != nil || publicClient != nil else {
      throw ValidationError("Name a change, such as --no-registered.")
    }
  }

  func run() async throws {
    try await reporting {
      var body: JSON.Object = [:]
      body["registered"] = registered.map(JSON.bool)
      body["enabled"] = enabled.map(JSON.bool)
      body["publicClient"] = publicClient.map(JSON.bool)
      let answer = try await options.call("app", body)
      print(line: options.text(answer, plain: "The app's registration is changed."))
    }
  }
}
