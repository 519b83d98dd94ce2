import CloudWire
import StoreModel

extension PracticeCloud {
  func publish(_ request: HeadquartersBody, now: Timestamp) throws(ControlProblem) -> JSON {
    let body = request.fields
    if request.action == "approve" {
      let task = try world.approve(task: body.text("task"), by: person(named: body.text("username")))
      return ["task": .string(task.title), "approved": true]
    }
    if request.action == "practice" {
      // On a copy: a list that cannot be delivered leaves no draft behind.
      var changed = world
      let list = try changed.publishForPractice(to: person(named: body.text("username")), now: now)
      world = changed
      return world.json(list)
    }
    let list = try body.text("list")
    switch request.action {
    case "draft": return world.json(try world.draft(list, by: person(named: body.text("username"))))
    case "add":
      try world.add(listedTask(body), toList: list)
      return world.json(world.headquarters.publications[try world.publication(list)])
    case "review":
      let review = try world.review(
        list: list, to: recipients(body), target: target(body, now: now), by: person(named: body.text("username")))
      return world.json(review, of: world.headquarters.publications[try world.publication(list)])
    case "confirm": return world.json(try world.confirm(list: list, now: now))
    case "unpublish":
      return world.json(try world.unpublish(list: list, by: person(named: body.text("username"))))
    default:
      return world.json(
        try world.duplicate(list: list, as: body.text("as"), by: person(named: body.text("username"))))
    }
  }

  private func listedTask(_ body: ControlBody) throws(ControlProblem) -> ListedTask {
    var task = ListedTask(title: try body.text("title"))
    task.note = try body.optionalText("note") ?? ""
    task.offsetDays = try body.number("offsetDays", in: -366...366) ?? 0
    if let due = try body.optionalText("due") {
      let parts = due.split(separator: ":").compactMap { Int($0) }
      guard parts.count == 2, due.utf8.count == 5, (0...23).contains(parts[0]), (0...59).contains(parts[1]) else {
        throw .wrong("due", "\(due) is no time of day.", "Write it as 17:00.")
      }
      task.dueMinutes = parts[0] * 60 + parts[1]
    }
    task.priority = try body.number("priority", in: 0...10) ?? 5
    task.checklist = try body.texts("checklist")
    if let link = try body.optionalText("link") {
      guard link.hasPrefix("https://") || link.hasPrefix("http://") else {
        throw .wrong("link", "\(link) is no web address.", "Begin it with https://.")
      }
      task.link = link
    }
    for word in try body.texts("requires") {
      guard let gate = CompletionGate(rawValue: word) else {
        throw .wrong("requires", "\(word) is not known here.", "Use checklist or approval.")
      }
      task.gates.insert(gate)
    }
    return task
  }

  private func recipients(_ body: ControlBody) throws(ControlProblem) -> Recipients {
    var attributes: [Recipients.Attribute] = []
    for text in try body.texts("where") {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { throw .wrong("where", "\(text) is not NAME=VALUE.", "Write it as Size=Large.") }
      attributes.append(.init(name: parts[0], value: parts[1]))
    }
    return Recipients(nodes: try body.texts("to"), attributes: attributes)
  }

  /// The day that offsets count from: as given, else today by the chain's clocks.
  private func target(_ body: ControlBody, now: Timestamp) throws(ControlProblem) -> CalendarDate {
    guard let text = try body.optionalText("target") else {
      let local = now.seconds + Int64(world.scenario.offsetMinutes) * 60
      return CalendarDate(daysSince1970: Int(local >= 0 ? local / 86_400 : (local - 86_399) / 86_400))
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).compactMap { Int($0) }
    guard parts.count == 3, text.utf8.count == 10 else {
      throw .wrong("target", "\(text) is no day.", "Write it as 2026-11-30.")
    }
    let day = CalendarDate(year: parts[0], month: parts[1], day: parts[2])
    guard day.exists else { throw .wrong("target", "There is no day \(text).", "Write it as 2026-11-30.") }
    return day
  }
}
