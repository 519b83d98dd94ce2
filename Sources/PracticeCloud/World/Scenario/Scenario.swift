/// A world as a scenario file sets it up: who works where, and what there is to do.
///
/// Nothing in it is absolute: moments count from the start of the world, and ids are made when a world starts.
public struct Scenario: Hashable, Sendable {
  /// Name of the file, `contoso-retail`.
  public var name: String
  /// Name of the chain.
  public var chain: String
  /// Name of the tenant as its sign-in pages show it.
  public var tenantName: String
  /// Verified domain of the tenant.
  public var domain: String
  /// What wall times of the scenario are ahead of UTC, in minutes.
  public var offsetMinutes: Int
  var staff: [Staff]
  var stores: [Store]
  var plans: [Plan]
  var headquarters = HeadquartersStart()
  /// This many generated tasks in the first store beside its own.
  var generatedTasks = 0
  /// The file as JSON, with what it extends put under it.
  var document: [UInt8] = []

  /// Somebody with an account.
  struct Staff: Hashable, Sendable {
    /// Sign-in name without the domain; what the rest of the scenario calls them.
    var account: String
    var name: String
    var password: String
    var role: Person.Role
    var store: String?
    var mayManageTasks: Bool
    var isTaskManager: Bool
    var isMapped: Bool
  }

  struct Store: Hashable, Sendable {
    var number: String
    var name: String
    var team: Crew?
    /// Title of the plan head office publishes into.
    var publishedPlan: String?
  }

  /// A store's team; owners and members are accounts.
  struct Crew: Hashable, Sendable {
    var name: String
    var about: String
    var owners: [String]
    var members: [String]
    /// Whether headquarters knows that the team is this store's.
    var isLinked: Bool
  }

  /// What headquarters has when the world starts.
  struct HeadquartersStart: Hashable, Sendable {
    var isIntegrationOn = true
    var hasTeamsLicences = true
    /// Whether terminals were told of teams, lists and staff already.
    var isDistributed = true
    /// Whether there is a communications team.
    var hasCommunicationsTeam = false
    var hierarchies: [OrganizationHierarchy] = []
    /// Name of the hierarchy that Teams has been given.
    var uploaded: String?
    /// Accounts that leave before the first day.
    var leavers: [String] = []
  }

  struct Plan: Hashable, Sendable {
    var store: String
    var title: String
    /// Account that made it.
    var author: String
    var sharedWith: [String]
    /// `category1`… and what people call them.
    var categories: [String: String]
    var buckets: [Bucket]
    /// Tasks in no bucket.
    var loose: [Errand] = []
  }

  struct Bucket: Hashable, Sendable {
    var name: String
    var tasks: [Errand]
  }

  /// A task as the scenario describes it.
  struct Errand: Hashable, Sendable {
    var title: String
    var note = ""
    var checklist: [Step] = []
    var links: [Link] = []
    var priority = 5
    var percent = 0
    /// Accounts, in the order they were assigned.
    var assigned: [String] = []
    var categories: [String] = []
    var start: ScenarioMoment?
    var due: ScenarioMoment?
    var completed: ScenarioMoment?
    var completedBy: String?
    /// Published by head office: its fields are locked for the store.
    var isPublished = false
    /// Made, and completed if it is, by a flow: Planner names no person.
    var isOfFlow = false
  }

  struct Step: Hashable, Sendable {
    var title: String
    var isDone: Bool
  }

  struct Link: Hashable, Sendable {
    var address: String
    var alias: String
    var kind: String
  }
}
