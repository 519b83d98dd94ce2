import StoreModel

/// What became different in a world since it was kept last; a state file is a start and such records, one a line.
///
/// Sign-ins are not part of it: tokens and codes end with the process that gave them out.
struct WorldRecord: Hashable, Codable, Sendable {
  var people: [Person]?
  var teams: [Team]?
  var stores: [PracticeStore]?
  /// What is switched for single accounts.
  var accounts: [String: AccountState]?
  var app: AppRegistration?
  var headquarters: Headquarters?
  /// Source of ids: the next one is another than the last.
  var random: SeededRandom?
  var planner: PlannerRecord?

  var isEmpty: Bool {
    people == nil && teams == nil && stores == nil && accounts == nil && app == nil && headquarters == nil
      && random == nil && planner == nil
  }
}

/// What became different in Planner's books.
struct PlannerRecord: Hashable, Codable, Sendable {
  /// Without their tasks, which say themselves whose they are.
  var plans: [PracticePlan]
  var gonePlans: [String]
  var buckets: [PracticeBucket]
  var goneBuckets: [String]
  /// In the order they were made.
  var tasks: [PracticeTask]
  var goneTasks: [String]
  var lastSequence: Int
}

extension World {
  /// Everything but Planner's books.
  var parts: WorldRecord {
    WorldRecord(
      people: people, teams: teams, stores: stores, accounts: identity.accounts, app: identity.app,
      headquarters: headquarters, random: random)
  }

  /// What is different from the parts that were kept; Planner's is what was touched.
  func changes(since kept: WorldRecord, touched: PlannerTouches) -> WorldRecord {
    WorldRecord(
      people: people == kept.people ? nil : people, teams: teams == kept.teams ? nil : teams,
      stores: stores == kept.stores ? nil : stores,
      accounts: identity.accounts == kept.accounts ? nil : identity.accounts,
      app: identity.app == kept.app ? nil : identity.app,
      headquarters: headquarters == kept.headquarters ? nil : headquarters,
      random: random == kept.random ? nil : random,
      planner: touched.isEmpty ? nil : planner.record(of: touched))
  }

  /// Makes the changes of a record.
  mutating func apply(_ record: WorldRecord) {
    people = record.people ?? people
    teams = record.teams ?? teams
    stores = record.stores ?? stores
    identity.accounts = record.accounts ?? identity.accounts
    identity.app = record.app ?? identity.app
    headquarters = record.headquarters ?? headquarters
    random = record.random ?? random
    if let record = record.planner { planner.apply(record) }
  }
}
