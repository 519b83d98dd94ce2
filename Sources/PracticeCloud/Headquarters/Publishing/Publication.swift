import StoreModel

/// A task list of head office, from draft to report.
struct Publication: Hashable, Codable, Sendable, Identifiable {
  enum State: String, Hashable, Codable, Sendable {
    case draft
    case published
    /// Taken back: the stores' copies are gone.
    case unpublished
  }

  /// GUID.
  var id: String
  var name: String
  /// Object id of the communications manager who made it.
  var author: String
  var state = State.draft
  var tasks: [ListedTask] = []
  /// What was last reviewed; confirming publishes exactly this.
  var review: PublicationReview?
  /// What each store got.
  var deliveries: [Delivery] = []
  var published: Timestamp?
}

/// A task as a draft has it: due some days from the list's target date.
struct ListedTask: Hashable, Codable, Sendable {
  var title: String
  var note = ""
  /// Days from the target date; negative before it.
  var offsetDays = 0
  /// Minutes after midnight on the chain's clocks.
  var dueMinutes = 17 * 60
  var priority = 5
  var checklist: [String] = []
  /// Web address to go with it.
  var link: String?
  /// What has to be met before the task can be completed.
  var gates: Set<CompletionGate> = []
}

/// A completion requirement of a published task (Graph beta: `plannerTaskCompletionRequirementDetails`).
enum CompletionGate: String, Hashable, Codable, Sendable, CaseIterable {
  /// Every item of the checklist is ticked.
  case checklist
  /// A manager of the store approved it.
  case approval
}

/// What publishing would do, for a person to look over.
struct PublicationReview: Hashable, Codable, Sendable {
  /// The day the offsets count from.
  var target: CalendarDate
  /// Stores that get a copy, in the order of the hierarchy.
  var stores: [String]
  /// Object id of who reviewed it.
  var by: String
}

/// One store's copy of a published list.
struct Delivery: Hashable, Codable, Sendable {
  enum Outcome: String, Hashable, Codable, Sendable {
    case delivered
    /// The store's team has no plan to put tasks into.
    case noPlan = "no-plan"
    /// Planner's limits leave no room.
    case noRoom = "no-room"
  }
  var store: String
  var outcome: Outcome
  var planID: String?
  /// Ids of the copies, in the order of the list's tasks.
  var taskIDs: [String] = []
}

extension World {
  /// A list of head office by name or id.
  func publication(_ name: String) throws(ControlProblem) -> Int {
    let wanted = name.lowercased()
    guard let index = headquarters.publications.firstIndex(where: { $0.id == wanted || $0.name.lowercased() == wanted })
    else {
      let known = headquarters.publications.map(\.name).joined(separator: ", ")
      throw ControlProblem(
        status: 404, what: "There is no list \(name).", place: "list",
        help: known.isEmpty ? "Make one with: tillside-cloud hq publish draft NAME" : "Lists are: \(known).")
    }
    return index
  }
}
