import StoreModel

extension World {
  /// Publishes a small list to the store of one worker, from draft to delivery, as a communications manager would, and has
  /// it assigned to them: one task that needs its checklist, one that is due soon, one for tomorrow.
  mutating func publishForPractice(to person: Person, now: Timestamp) throws(ControlProblem) -> Publication {
    guard let publisher = people.first(where: { $0.isTaskManager && !$0.hasLeft }) else {
      throw .wrong(
        "username", "Nobody has the Retail task manager role.",
        "Run: tillside-cloud hq roles assign ACCOUNT retail-task-manager")
    }
    let group = stores.first { $0.number == person.store }?.teamID
    guard let group, let node = headquarters.targeting?.nodes.first(where: { $0.teamID == group })?.name else {
      _ = try publishingRights(of: publisher)
      throw .wrong(
        "username", "The store of \(person.displayName) has no team in the targeting hierarchy.",
        "Run: tillside-cloud hq provision, then hq hierarchies upload")
    }
    let number = headquarters.publications.count { $0.name.hasPrefix("Practice list") } + 1
    let name = "Practice list \(number)"
    _ = try draft(name, by: publisher)
    let local = now.seconds + Int64(scenario.offsetMinutes) * 60
    let minutes = Int((local % 86_400 + 86_400) % 86_400 / 60)
    try add(
      ListedTask(
        title: "Build the end display", note: "As in the picture. Tick each step; then it can be completed.",
        dueMinutes: 18 * 60, priority: 3, checklist: ["Clear the shelf", "Build", "Photo to head office"],
        gates: [.checklist]), toList: name)
    try add(
      ListedTask(title: "Check the price signs", dueMinutes: min(minutes + 60, 24 * 60 - 1), priority: 1), toList: name)
    try add(ListedTask(title: "Report the stock of display goods", offsetDays: 1), toList: name)
    let today = CalendarDate(daysSince1970: Int((local - (local % 86_400 + 86_400) % 86_400) / 86_400))
    _ = try review(list: name, to: Recipients(nodes: [node], attributes: []), target: today, by: publisher)
    let list = try confirm(list: name, now: now)
    for id in list.deliveries.flatMap(\.taskIDs) {
      guard var task = planner.tasks[id] else { continue }
      task.assignments = [.init(user: person.id, orderHint: OrderHint.ofScenario(0), by: publisher.id, at: now)]
      planner.replace(task)
    }
    return list
  }
}
