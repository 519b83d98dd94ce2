import ArgumentParser
import CloudWire

/// Headquarters of the practice chain, from another shell.
struct HeadquartersVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hq", abstract: "Headquarters: stores, staff, roles, hierarchies, teams, publishing.",
    discussion: "Terminals learn of changes to stores, teams and staff with the next: tillside-cloud hq distribute",
    subcommands: [
      Stores.self, TeamList.self, StaffVerb.self, Roles.self, Hierarchies.self, Provision.self, SyncTeams.self,
      LinkTeams.self, Integration.self, Licences.self, Distribute.self, PublishVerb.self, Reports.self, Profile.self,
    ])
}

/// Stores with their managers, teams and lists.
struct Stores: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "List stores with their managers, team and task lists.")
  @OptionGroup var options: ControlOptions

  func run() async throws {
    try await reporting {
      let answer = try await options.look("hq/stores")
      let rows = (answer.array ?? []).map { store in
        [
          store["number"]?.string, store["name"]?.string, store["managers"]?.listed, store["team"]?.string ?? "no team",
          store["owners"]?.listed, store["lists"]?.listed,
          store["distributed"]?.bool == true ? "yes" : "after hq distribute",
        ]
      }
      print(
        line: options.text(
          answer, plain: Table(["STORE", "TOWN", "MANAGERS", "TEAM", "OWNERS", "LISTS", "TERMINALS KNOW"], rows).text))
    }
  }
}

/// Teams with the ids that a link file names.
struct TeamList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "teams",
    abstract: "List the teams there are in Teams, with their ids and the stores they are linked to.")
  @OptionGroup var options: ControlOptions

  func run() async throws {
    try await reporting {
      let answer = try await options.look("hq/teams")
      let rows = (answer.array ?? []).map { team in
        [
          team["team"]?.string, team["teamId"]?.string, team["store"]?.string ?? "none", team["owners"]?.listed,
          team["members"]?.int.map(String.init),
        ]
      }
      print(line: options.text(answer, plain: Table(["TEAM", "TEAMID", "STORE", "OWNERS", "MEMBERS"], rows).text))
    }
  }
}

/// What one register of a store is told.
struct Profile: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Show what a store's terminals were told last.")
  @Argument(help: "Number of the store, zeros included.") var store: String
  @Option(help: "Number of the register.") var register = "1"
  @OptionGroup var options: ControlOptions

  func run() async throws {
    try await reporting {
      let answer = try await options.look(
        "hq/profile?store=\(store.addressEncoded)&register=\(register.addressEncoded)")
      let members = answer["members"]?.array ?? []
      let rows = members.map { member in
        [
          member["displayName"]?.string, member["username"]?.account, member["role"]?.string,
          member["mayManageTasks"]?.bool == true ? "manage tasks" : "",
        ]
      }
      let head = [
        "Store \(answer["storeNumber"]?.string ?? "") \(answer["storeName"]?.string ?? ""), issued \(answer["issued"]?.string ?? "never")",
        "Team: \(answer["teamId"]?.string ?? "none") · lists: \((answer["planIds"]?.array ?? []).count)"
          + " · Teams integration \(answer["isIntegrationOn"]?.bool == true ? "on" : "off")",
      ]
      let staff = rows.isEmpty ? "Nobody works here." : Table(["NAME", "ACCOUNT", "ROLE", "MAY ALSO"], rows).text
      print(line: options.text(answer, plain: (head + [staff]).joined(separator: "\n")))
    }
  }
}
