/// Where a task's card stands on the three boards; each is a resource of its own, with its own etag.
struct BoardPlaces: Hashable, Codable, Sendable {
  /// The board by bucket; this is the order that Planner and Teams show.
  var byBucket: Place
  /// The board by progress.
  var byProgress: Place
  /// The board by assignee: one place for each of them, and one where nobody is.
  var byAssignee: AssigneePlaces

  struct Place: Hashable, Codable, Sendable {
    var orderHint: String
    var versions = FieldVersions()
  }

  struct AssigneePlaces: Hashable, Codable, Sendable {
    /// By user id.
    var orderHints: [String: String] = [:]
    var unassignedOrderHint: String
    var versions = FieldVersions()
  }

  /// Everywhere where the plan's own list has it.
  init(orderHint: String) {
    byBucket = Place(orderHint: orderHint)
    byProgress = Place(orderHint: orderHint)
    byAssignee = AssigneePlaces(unassignedOrderHint: orderHint)
  }
}
