import StoreModel

/// Who is asked to receive a list: nodes of the hierarchy, attributes, or both.
struct Recipients: Hashable, Sendable {
  /// An attribute and the value a receiving node has to have.
  struct Attribute: Hashable, Sendable {
    var name: String
    var value: String
  }
  /// Names of nodes; empty means everywhere the publisher may.
  var nodes: [String]
  /// All of them have to hold.
  var attributes: [Attribute]
}

extension World {
  /// Starts a list under Drafts.
  mutating func draft(_ name: String, by person: Person) throws(ControlProblem) -> Publication {
    _ = try publishingRights(of: person)
    guard !headquarters.publications.contains(where: { $0.name.lowercased() == name.lowercased() }) else {
      throw ControlProblem(
        status: 409, what: "There is a list \(name) already.", place: "list", help: "Choose another name.")
    }
    let made = Publication(id: random.guid(), name: name, author: person.id)
    headquarters.publications.append(made)
    return made
  }

  /// Adds a task to a draft.
  mutating func add(_ task: ListedTask, toList name: String) throws(ControlProblem) {
    let index = try draft(named: name)
    if task.gates.contains(.checklist), task.checklist.isEmpty {
      throw .wrong("requires", "There is no checklist to require.", "Add items with --check.")
    }
    headquarters.publications[index].tasks.append(task)
    headquarters.publications[index].review = nil
  }

  /// Works out which stores would get a draft, and remembers it for `confirm`.
  mutating func review(
    list name: String, to recipients: Recipients, target: CalendarDate, by person: Person
  ) throws(ControlProblem) -> PublicationReview {
    let index = try draft(named: name)
    guard !headquarters.publications[index].tasks.isEmpty else {
      throw .wrong("list", "The list holds no task.", "Add one: tillside-cloud hq publish add \"\(name)\" TITLE")
    }
    let rights = try publishingRights(of: person)
    var chosen = (leaves: rights.leaves, problems: [ControlProblem]())
    if !recipients.nodes.isEmpty { chosen = rights.leaves(under: recipients.nodes) }
    let known = Set(rights.hierarchy.nodes.flatMap(\.attributes.keys))
    for attribute in recipients.attributes where !known.contains(attribute.name) {
      chosen.problems.append(
        .wrong(
          "where", "The hierarchy has no attribute \(attribute.name).",
          known.isEmpty ? "It has none at all." : "Attributes are: \(known.sorted().listed)."))
    }
    if let problem = ControlProblem(all: chosen.problems) { throw problem }
    let receiving = rights.hierarchy.nodes.filter { node in
      chosen.leaves.contains(node.name)
        && recipients.attributes.allSatisfy { node.attributes[$0.name]?.contains($0.value) ?? false }
    }
    let numbers = receiving.compactMap { node in stores.first { $0.teamID == node.teamID }?.number }
    guard !numbers.isEmpty else {
      throw .wrong("to", "No store is left to publish to.", "Ask for fewer attributes, or for other nodes.")
    }
    let review = PublicationReview(target: target, stores: numbers, by: person.id)
    headquarters.publications[index].review = review
    return review
  }

  /// Publishes a draft as it was reviewed: each store gets its own copy.
  mutating func confirm(list name: String, now: Timestamp) throws(ControlProblem) -> Publication {
    let index = try draft(named: name)
    guard let review = headquarters.publications[index].review else {
      throw ControlProblem(
        status: 409, what: "The list was not reviewed since it changed.", place: "list",
        help: "Run first: tillside-cloud hq publish review \"\(name)\" --target DATE")
    }
    guard let person = person(review.by) else { throw .unknownPerson(review.by) }
    _ = try publishingRights(of: person)
    let list = headquarters.publications[index]
    var deliveries: [Delivery] = []
    for number in review.stores { deliveries.append(deliver(list, review, to: number, now: now)) }
    headquarters.publications[index].deliveries = deliveries
    headquarters.publications[index].state = .published
    headquarters.publications[index].published = now
    return headquarters.publications[index]
  }

  /// Takes a published list back: the copies of every store are deleted.
  mutating func unpublish(list name: String, by person: Person) throws(ControlProblem) -> Publication {
    let index = try publication(name)
    _ = try publishingRights(of: person)
    guard headquarters.publications[index].state == .published else {
      throw ControlProblem(
        status: 409, what: "The list is not published.", place: "list", help: "See: tillside-cloud hq publish list")
    }
    for id in headquarters.publications[index].deliveries.flatMap(\.taskIDs) { planner.remove(task: id) }
    headquarters.publications[index].state = .unpublished
    return headquarters.publications[index]
  }

  /// Makes a draft with the tasks of another list.
  mutating func duplicate(
    list name: String, as copy: String, by person: Person
  ) throws(ControlProblem) -> Publication {
    let original = headquarters.publications[try publication(name)]
    let made = try draft(copy, by: person)
    headquarters.publications[headquarters.publications.count - 1].tasks = original.tasks
    return headquarters.publications.last ?? made
  }

  private func draft(named name: String) throws(ControlProblem) -> Int {
    let index = try publication(name)
    guard headquarters.publications[index].state == .draft else {
      throw ControlProblem(
        status: 409, what: "The list is \(headquarters.publications[index].state.rawValue), not a draft.",
        place: "list",
        help: "Duplicate it first: tillside-cloud hq publish duplicate \"\(name)\" NEW-NAME")
    }
    return index
  }
}
