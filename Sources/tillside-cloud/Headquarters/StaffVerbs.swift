import ArgumentParser
import CloudWire

/// People of the chain.
struct StaffVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "staff", abstract: "List people, hire, dismiss, and map accounts to workers.",
    subcommands: [ListStaff.self, Hire.self, Dismiss.self, MapAccount.self, UnmapAccount.self],
    defaultSubcommand: ListStaff.self)
}

struct ListStaff: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List everybody with roles and teams.")
  @OptionGroup var options: ControlOptions

  func run() async throws {
    try await reporting {
      let answer = try await options.look("hq/staff")
      let rows = (answer.array ?? []).map { person in
        [
          person["username"]?.account, person["displayName"]?.string, person["store"]?.string, person["roles"]?.listed,
          person["teams"]?.listed, person.standing,
        ]
      }
      print(
        line: options.text(answer, plain: Table(["ACCOUNT", "NAME", "STORE", "ROLES", "TEAMS", "STATE"], rows).text))
    }
  }
}

extension JSON {
  /// What stands in the way of a person, if anything.
  fileprivate var standing: String {
    if self["employed"]?.bool == false { return "left" }
    return self["mapped"]?.bool == false ? "not mapped to a worker" : "ok"
  }
}

struct Hire: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Take somebody on; their practice password is printed.")
  @Argument(help: "Sign-in name without the domain.") var account: String
  @Option(help: "Name as people say it.") var name: String
  @Option(help: "Number of the store; head office without.") var store: String?
  @Option(help: ArgumentHelp("worker, store-manager, regional-manager or retail-task-manager.", valueName: "role"))
  var role = "worker"
  @OptionGroup var options: ControlOptions

  func run() async throws {
    try await reporting {
      var body: JSON.Object = [
        "action": "hire", "username": .string(account), "name": .string(name), "role": .string(role),
      ]
      body["store"] = store.map(JSON.string)
      let answer = try await options.call("hq/staff", body)
      let password = answer?["password"]?.string ?? ""
      print(line: options.text(answer, plain: "\(name) works here now: \(account), password \(password)."))
    }
  }
}

struct Dismiss: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Somebody leaves the company: the account is off and out of every team.")
  @Argument(help: "Account.") var username: String
  @OptionGroup var options: ControlOptions

  func run() async throws {
    try await reporting {
      let answer = try await options.call("hq/staff", ["action": "dismiss", "username": .string(username)])
      print(
        line: options.text(answer, plain: "\(username) has left. Teams keep what they hold; hq stores shows owners."))
    }
  }
}

struct MapAccount: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "map", abstract: "Map an account to its worker.")
  @Argument(help: "Account.") var username: String
  @OptionGroup var options: ControlOptions

  func run() async throws {
    try await reporting {
      let answer = try await options.call("hq/staff", ["action": "map", "username": .string(username)])
      print(
        line: options.text(answer, plain: "\(username) is mapped. Terminals know after: tillside-cloud hq distribute"))
    }
  }
}

struct UnmapAccount: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unmap", abstract: "Take the mapping of an account to a worker away.")
  @Argument(help: "Account.") var username: String
  @OptionGroup var options: ControlOptions

  func run() async throws {
    try await reporting {
      let answer = try await options.call("hq/staff", ["action": "unmap", "username": .string(username)])
      print(
        line: options.text(
          answer, plain: "\(username) is not mapped. Terminals know after: tillside-cloud hq distribute"))
    }
  }
}

/// Who has which role.
struct Roles: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List roles, give them and take them away.",
    subcommands: [ListRoles.self, AssignRole.self, RemoveRole.self], defaultSubcommand: ListRoles.self)
}

struct ListRoles: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List roles and who has them.")
  @OptionGroup var options: ControlOptions

  func run() async throws {
    try await reporting {
      let answer = try await options.look("hq/roles")
      let rows = (answer.array ?? []).map { [$0["role"]?.string, $0["holders"]?.listed] }
      print(line: options.text(answer, plain: Table(["ROLE", "WHO"], rows).text))
    }
  }
}

struct RoleArguments: ParsableArguments {
  @Argument(help: "Account.") var username: String
  @Argument(
    help: ArgumentHelp(
      "worker, store-manager, regional-manager, retail-task-manager or allow-task-management.", valueName: "role"))
  var role: String
  @Option(help: "Who does it: an owner of the store's team, or head office.") var by: String?
  @OptionGroup var options: ControlOptions

  func body(_ action: String) -> JSON.Object {
    var body: JSON.Object = ["action": .string(action), "username": .string(username), "role": .string(role)]
    body["by"] = by.map(JSON.string)
    return body
  }
}

struct AssignRole: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "assign", abstract: "Give somebody a role.")
  @OptionGroup var change: RoleArguments

  func run() async throws {
    try await reporting {
      let answer = try await change.options.call("hq/roles", change.body("assign"))
      print(line: change.options.text(answer, plain: "\(change.username) is \(answer?["roles"]?.listed ?? "") now."))
    }
  }
}

struct RemoveRole: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "remove", abstract: "Take a role from somebody.")
  @OptionGroup var change: RoleArguments

  func run() async throws {
    try await reporting {
      let answer = try await change.options.call("hq/roles", change.body("remove"))
      print(line: change.options.text(answer, plain: "\(change.username) is \(answer?["roles"]?.listed ?? "") now."))
    }
  }
}
