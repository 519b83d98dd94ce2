import StoreModel

extension World {
  /// Puts one store's copy of a list into its plan, in a bucket named for the list.
  mutating func deliver(
    _ list: Publication, _ review: PublicationReview, to number: String, now: Timestamp
  ) -> Delivery {
    guard let store = stores.first(where: { $0.number == number }), let plan = publishedPlan(of: store) else {
      return Delivery(store: number, outcome: .noPlan)
    }
    let held = planner.tasks(ofPlan: plan.id)
    guard held.count + list.tasks.count <= planner.limits.tasksInPlan,
      held.count(where: { $0.percentComplete < 100 }) + list.tasks.count <= planner.limits.activeTasksInPlan,
      plan.bucketIDs.count < planner.limits.bucketsInPlan
    else { return Delivery(store: number, outcome: .noRoom, planID: plan.id) }
    let bucket = bucket(named: list.name, in: plan)
    var delivery = Delivery(store: number, outcome: .delivered, planID: plan.id)
    for task in list.tasks {
      let copy = copy(of: task, in: bucket, by: list.author, target: review.target, now: now)
      planner.add(copy)
      delivery.taskIDs.append(copy.id)
    }
    return delivery
  }

  /// The plan head office publishes into: the one the scenario names, else the store's first.
  private func publishedPlan(of store: PracticeStore) -> PracticePlan? {
    let plans = store.planIDs.compactMap { planner.plans[$0] }
    return plans.first { $0.title == store.publishedPlan } ?? plans.first
  }

  /// Publishing makes buckets on demand and never takes one away.
  private mutating func bucket(named name: String, in plan: PracticePlan) -> PracticeBucket {
    if let bucket = plan.bucketIDs.compactMap({ planner.buckets[$0] }).first(where: { $0.name == name }) {
      return bucket
    }
    let made = PracticeBucket(
      id: PlannerID.make(&random), planID: plan.id, name: name,
      orderHint: OrderHint.ofScenario(plan.bucketIDs.count))
    planner.add(made)
    return made
  }

  private mutating func copy(
    of listed: ListedTask, in bucket: PracticeBucket, by author: String, target: CalendarDate, now: Timestamp
  ) -> PracticeTask {
    let sequence = planner.nextSequence()
    var task = PracticeTask(
      id: PlannerID.make(&random), sequence: sequence, planID: bucket.planID, bucketID: bucket.id, title: listed.title,
      orderHint: OrderHint.ofArrival(sequence), created: now, creator: author)
    let day = Int64(target.daysSince1970 + listed.offsetDays) * 86_400
    task.due = Timestamp(seconds: day + Int64(listed.dueMinutes - scenario.offsetMinutes) * 60)
    task.priority = listed.priority
    task.isPublished = true
    task.gates = listed.gates
    task.details.description = listed.note
    for (place, title) in listed.checklist.enumerated() {
      task.details.checklist.append(
        .init(
          id: random.guid(), title: title, isChecked: false, orderHint: OrderHint.ofScenario(place), changed: now,
          changedBy: author))
    }
    if let link = listed.link {
      task.details.references.append(
        .init(
          key: ReferenceKey.key(for: link), alias: link, kind: "Other", previewPriority: OrderHint.ofScenario(0),
          changed: now, changedBy: author))
    }
    return task
  }

  /// A manager of the store approves a published task, so that it can be completed.
  mutating func approve(task name: String, by person: Person) throws(ControlProblem) -> PracticeTask {
    let mine = stores.filter { $0.number == person.store }.flatMap(\.planIDs)
    guard person.role == .manager, !person.hasLeft else {
      throw .wrong("username", "\(person.displayName) manages no store.", "Name a store manager.")
    }
    let found = mine.flatMap { planner.tasks(ofPlan: $0) }.first { $0.id == name || $0.title == name }
    guard var task = found, task.gates.contains(.approval) else {
      throw ControlProblem(
        status: 404, what: "Store \(person.store ?? "-") has no task \(name) that waits for an approval.",
        place: "task",
        help: "Name a published task by its id or its whole title.")
    }
    task.isApproved = true
    planner.replace(task)
    return task
  }
}

extension PracticeTask {
  /// Requirements that are not met yet; while there are any, the task cannot be completed.
  var unmetGates: Set<CompletionGate> {
    gates.filter { gate in
      switch gate {
      case .checklist: details.checklist.contains { !$0.isChecked }
      case .approval: !isApproved
      }
    }
  }
}
