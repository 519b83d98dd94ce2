import StoreModel

extension World {
  /// As many tasks as a plan takes before the next is made: well under Planner's 2,400 not completed ones.
  private static let tasksPerPlan = 2_000

  /// Adds generated tasks to the first store with a team, in as many further plans as Planner's limits ask for.
  ///
  /// The scenario's own ids stay what they are without them.
  mutating func generate(_ count: Int, seed: UInt64) {
    guard let store = stores.first(where: { $0.teamID != nil }), let group = store.teamID,
      let place = stores.firstIndex(where: { $0.number == store.number })
    else { return }
    var source = SeededRandom(seed: seed ^ 0x7469_6C6C)
    let crew = teams.first { $0.id == group }?.members ?? []
    planner.makeRoom(for: count)
    // One for each of the crew, shared by all their tasks: a hundred thousand of their own would take most of the time.
    let hint = OrderHint.ofScenario(0)
    let shares = crew.map { [PracticeTask.Assignment(user: $0, orderHint: hint, by: crew.last ?? group, at: started)] }
    for first in stride(from: 0, to: count, by: Self.tasksPerPlan) {
      let plan = PracticePlan(
        id: PlannerID.make(&source), title: "Stock count \(first / Self.tasksPerPlan + 1)", groupID: group,
        creator: crew.last ?? group, created: started, sharedWith: [], categories: [:])
      planner.add(plan)
      stores[place].planIDs.append(plan.id)
      let bucket = PracticeBucket(
        id: PlannerID.make(&source), planID: plan.id, name: "Shelves", orderHint: OrderHint.ofScenario(0))
      planner.add(bucket)
      let numbers = first..<min(first + Self.tasksPerPlan, count)
      let tasks = numbers.map { generated($0, in: bucket, shares: shares, creator: plan.creator, &source) }
      planner.start(with: tasks, inPlan: plan.id)
    }
  }

  private mutating func generated(
    _ number: Int, in bucket: PracticeBucket, shares: [[PracticeTask.Assignment]], creator: String,
    _ source: inout SeededRandom
  ) -> PracticeTask {
    let sequence = planner.nextSequence()
    var task = PracticeTask(
      id: PlannerID.make(&source), sequence: sequence, planID: bucket.planID, bucketID: bucket.id,
      title: "Count shelf \(number / 40 + 1)-\(number % 40 + 1)", orderHint: OrderHint.ofScenario(sequence),
      created: started, creator: creator)
    task.due = Timestamp(seconds: started.seconds + Int64(source.next() % 672) * 900 + 900)
    task.percentComplete = [0, 0, 0, 50, 100].randomElement(using: &source) ?? 0
    task.priority = [1, 3, 5, 9].randomElement(using: &source) ?? 5
    if let share = shares.randomElement(using: &source) {
      task.assignments = share
      task.assigneePriority = task.orderHint
      if task.percentComplete == 100 {
        task.completed = started
        task.completedBy = share.first?.user
      }
    }
    return task
  }
}
