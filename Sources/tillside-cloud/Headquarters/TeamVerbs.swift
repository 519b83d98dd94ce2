import ArgumentParser
import CloudWire
import FoundationEssentials

/// Teams for the stores, as Commerce makes them.
struct Provision: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a team and a plan for each store that has a manager; managers own it, workers are members.")
  @Option(help: "One store only.") var store: String?
  @OptionGroup var options: ControlOptions

  func run() async throws {
    try await reporting {
      var body: JSON.Object = [:]
      body["store"] = store.map(JSON.string)
      let answer = try await options.call("hq/provision", body)
      print(line: options.text(answer, plain: provisioned(answer)))
    }
  }
}

struct SyncTeams: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync",
    abstract: "Sync teams and members: new stores and new hires, and what a missing licence held up.")
  @OptionGroup var options: ControlOptions

  func run() async throws {
    try await reporting {
      let answer = try await options.call("hq/sync", [:])
      print(line: options.text(answer, plain: provisioned(answer)))
    }
  }
}

/// One line for each store, and what to do about those that got nothing.
private func provisioned(_ answer: JSON?) -> String {
  let results = answer?.array ?? []
  let rows = results.map { result in
    [
      result["store"]?.string, result["outcome"]?.string.map(words), result["team"]?.string,
      result["owners"]?.listed, result["members"]?.int.map(String.init),
    ]
  }
  let outcomes = Set(results.compactMap { $0["outcome"]?.string })
  let remedies = outcomes.sorted().compactMap(remedy)
  let table = Table(["STORE", "RESULT", "TEAM", "OWNERS", "MEMBERS"], rows).text
  let parts = [table] + remedies + ["Terminals know after: tillside-cloud hq distribute"]
  return parts.joined(separator: "\n")
}

private func words(_ outcome: String) -> String {
  switch outcome {
  case "no-managers": "no team"
  case "no-owners": "no owner"
  case "no-licence": "failed"
  default: outcome
  }
}

/// What an outcome means and what helps; nil for those that need nothing.
private func remedy(_ outcome: String) -> String? {
  switch outcome {
  case "no-managers":
    "No team: the store has no manager. Name one: tillside-cloud hq roles assign ACCOUNT store-manager"
  case "no-owners":
    "No owner: the store's managers have left. Name one: tillside-cloud hq roles assign ACCOUNT store-manager,"
      + " then provision again."
  case "no-licence":
    "Failed: no account has a licence of the SKU categories that include Teams. Assign licences"
      + " (tillside-cloud hq licences on), then sync teams and members (tillside-cloud hq sync)."
  default: nil
  }
}

struct LinkTeams: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "link-teams", abstract: "Link teams that exist already to stores (SOURCETYPE, SOURCEID, TEAMID).",
    discussion: "Without a file, prints the file as headquarters exports it: fill in TEAMID and give it back.")
  @Argument(help: ArgumentHelp("CSV file, all rows or none.", valueName: "file")) var file: String?
  @Option(help: "One store, instead of a file.") var store: String?
  @Option(help: "Its team, by name or id.") var team: String?
  @OptionGroup var options: ControlOptions

  func validate() throws {
    guard (store == nil) == (team == nil), file == nil || store == nil else {
      throw ValidationError("Give a file, or --store and --team.")
    }
  }

  func run() async throws {
    try await reporting {
      var body: JSON.Object = [:]
      if let file { body["csv"] = .string(try Self.read(file)) }
      body["store"] = store.map(JSON.string)
      body["team"] = team.map(JSON.string)
      guard !body.members.isEmpty else {
        let answer = try await options.look("hq/link-teams")
        return print(line: options.text(answer, plain: (answer["csv"]?.string ?? "").withoutLastBreak))
      }
      let answer = try await options.call("hq/link-teams", body)
      let rows = (answer?.array ?? []).map { [$0["store"]?.string, $0["teamId"]?.string] }
      print(
        line: options.text(
          answer,
          plain: Table(["STORE", "TEAMID"], rows, empty: "No row names a team.").text
            + "\nTerminals know after: tillside-cloud hq distribute"))
    }
  }

  /// A file as text, whatever it holds; what is wrong with it is the server's to say.
  static func read(_ path: String) throws(CloudFault) -> String {
    guard let bytes = FileManager.default.contents(atPath: path) else { throw .fileUnreadable(path: path) }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension String {
  fileprivate var withoutLastBreak: String { hasSuffix("\r\n") ? String(dropLast()) : self }
}

/// `on` or `off`.
enum Switch: String, ExpressibleByArgument, CaseIterable { case on, off }

struct Integration: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Switch the Teams integration on or off.")
  @Argument(help: "on or off.") var position: Switch
  @OptionGroup var options: ControlOptions

  func run() async throws {
    try await reporting {
      let answer = try await options.call("hq/integration", ["on": .bool(position == .on)])
      print(
        line: options.text(
          answer,
          plain: "The Teams integration is \(position.rawValue). Terminals know after: tillside-cloud hq distribute"))
    }
  }
}

struct Licences: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Give every account a licence that includes Teams, or none.")
  @Argument(help: "on or off.") var position: Switch
  @OptionGroup var options: ControlOptions

  func run() async throws {
    try await reporting {
      let answer = try await options.call("hq/licences", ["on": .bool(position == .on)])
      print(line: options.text(answer, plain: "Licences are \(position.rawValue). Then run: tillside-cloud hq sync"))
    }
  }
}

struct Distribute: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run the distribution job (1060 staff, 1070 channel): terminals learn what headquarters knows.")
  @OptionGroup var options: ControlOptions

  func run() async throws {
    try await reporting {
      let answer = try await options.call("hq/distribute", [:])
      let rows = (answer?.array ?? []).map { store in
        let changed = store["changed"]?.listed ?? ""
        return [store["store"]?.string, changed.isEmpty ? "nothing new" : changed]
      }
      print(line: options.text(answer, plain: Table(["STORE", "NEW"], rows).text))
    }
  }
}
