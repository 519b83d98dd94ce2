import StoreModel

extension World {
  /// Makes a plan of the scenario with its buckets and tasks.
  mutating func setUp(_ plan: Scenario.Plan) {
    guard let store = stores.firstIndex(where: { $0.number == plan.store }),
      let group = team(ofScenarioStore: plan.store),
      let author = id(ofAccount: plan.author)
    else { return }
    let made = PracticePlan(
      id: PlannerID.make(&random), title: plan.title, groupID: group, creator: author, created: past(days: 30),
      sharedWith: plan.sharedWith.compactMap(id(ofAccount:)), categories: plan.categories)
    planner.add(made)
    if stores[store].teamID != nil { stores[store].planIDs.append(made.id) }
    for (index, bucket) in plan.buckets.enumerated() {
      let shelf = PracticeBucket(
        id: PlannerID.make(&random), planID: made.id, name: bucket.name, orderHint: OrderHint.ofScenario(index))
      planner.add(shelf)
      for errand in bucket.tasks { setUp(errand, in: shelf.id, ofPlan: made.id, author: author) }
    }
    for errand in plan.loose { setUp(errand, in: nil, ofPlan: made.id, author: author) }
  }

  /// The team a scenario gives a store, linked to it or not.
  private func team(ofScenarioStore number: String) -> String? {
    let name = scenario.stores.first { $0.number == number }?.team?.name
    return teams.first { $0.name == name }?.id
  }

  private mutating func setUp(_ errand: Scenario.Errand, in bucket: String?, ofPlan plan: String, author: String) {
    let sequence = planner.nextSequence()
    let created = past(days: 1)
    var task = PracticeTask(
      id: PlannerID.make(&random), sequence: sequence, planID: plan, bucketID: bucket, title: errand.title,
      orderHint: OrderHint.ofScenario(sequence), created: created, creator: errand.isOfFlow ? PracticeTask.flow : author
    )
    task.percentComplete = errand.percent
    task.priority = errand.priority
    task.start = errand.start.map(moment)
    task.due = errand.due.map(moment)
    if errand.percent == 100 {
      task.completed = errand.completed.map(moment) ?? started
      task.completedBy = errand.completedBy.flatMap(id(ofAccount:)) ?? task.creator
    }
    task.categories = Set(errand.categories)
    task.isPublished = errand.isPublished
    for (index, user) in errand.assigned.compactMap(id(ofAccount:)).enumerated() {
      task.assignments.append(
        .init(user: user, orderHint: OrderHint.ofScenario(index), by: author, at: created))
      task.assigneePriority = OrderHint.ofScenario(sequence)
    }
    task.details = details(of: errand, author: author, created: created)
    planner.add(task)
  }

  private mutating func details(
    of errand: Scenario.Errand, author: String, created: Timestamp
  ) -> PracticeDetails {
    var details = PracticeDetails()
    details.description = errand.note
    for (index, step) in errand.checklist.enumerated() {
      details.checklist.append(
        .init(
          id: random.guid(), title: step.title, isChecked: step.isDone, orderHint: OrderHint.ofScenario(index),
          changed: created, changedBy: author))
    }
    for (index, link) in errand.links.enumerated() {
      details.references.append(
        .init(
          key: ReferenceKey.key(for: link.address), alias: link.alias, kind: link.kind,
          previewPriority: OrderHint.ofScenario(index), changed: created, changedBy: author))
    }
    return details
  }

  private func moment(_ moment: ScenarioMoment) -> Timestamp {
    moment.resolved(from: started, offsetMinutes: scenario.offsetMinutes)
  }

  /// A moment some days before the start, with the seven fraction digits that Planner writes.
  private mutating func past(days: Int64) -> Timestamp {
    Timestamp(ticks: (started.seconds - days * 86_400) * 10_000_000 + Int64(random.next() % 10_000_000))
  }
}
