import StoreModel

/// Planner's books: plans, buckets, tasks and their versions.
struct PlannerDesk: Sendable {
  private(set) var plans: [String: PracticePlan] = [:]
  private(set) var planOrder: [String] = []
  private(set) var buckets: [String: PracticeBucket] = [:]
  private(set) var tasks: [String: PracticeTask] = [:]
  /// Lists longer than this are answered in pages; nil answers them whole.
  var pageSize: Int?
  var limits = PlannerLimits()
  /// Bodies of lists, written once until a task in them changes.
  var written = WrittenLists()
  private var lastSequence = 0
  /// What was touched since somebody last took it from here.
  var touched = PlannerTouches()

  /// The place of the next task in the order of creation.
  mutating func nextSequence() -> Int {
    lastSequence += 1
    return lastSequence
  }

  mutating func add(_ plan: PracticePlan) {
    plans[plan.id] = plan
    planOrder.append(plan.id)
    touched.plans.insert(plan.id)
  }

  mutating func add(_ bucket: PracticeBucket) {
    buckets[bucket.id] = bucket
    plans[bucket.planID]?.bucketIDs.append(bucket.id)
    touched.buckets.insert(bucket.id)
    touched.plans.insert(bucket.planID)
  }

  mutating func add(_ task: PracticeTask) {
    tasks[task.id] = task
    plans[task.planID]?.taskIDs.append(task.id)
    touched.tasks.insert(task.id)
    written.forget(plan: task.planID)
  }

  /// Makes room for many tasks, so that adding them does not move all of them time and again.
  mutating func makeRoom(for count: Int) { tasks.reserveCapacity(tasks.count + count) }

  /// Fills a plan of a world that only begins; nobody has to be told of its tasks one by one.
  mutating func start(with fresh: [PracticeTask], inPlan id: String) {
    for task in fresh { tasks[task.id] = task }
    plans[id]?.taskIDs += fresh.map(\.id)
  }

  mutating func replace(_ task: PracticeTask) {
    tasks[task.id] = task
    touched.tasks.insert(task.id)
    written.forget(plan: task.planID)
  }

  mutating func remove(task id: String) {
    guard let task = tasks.removeValue(forKey: id) else { return }
    plans[task.planID]?.taskIDs.removeAll { $0 == id }
    touched.tasks.insert(id)
    written.forget(plan: task.planID)
  }

  mutating func replace(_ plan: PracticePlan) {
    plans[plan.id] = plan
    touched.plans.insert(plan.id)
  }

  mutating func replace(_ bucket: PracticeBucket) {
    buckets[bucket.id] = bucket
    touched.buckets.insert(bucket.id)
  }

  mutating func remove(bucket id: String) {
    guard let bucket = buckets.removeValue(forKey: id) else { return }
    plans[bucket.planID]?.bucketIDs.removeAll { $0 == id }
    touched.buckets.insert(id)
    touched.plans.insert(bucket.planID)
  }

  /// Takes a plan away with everything in it.
  mutating func remove(plan id: String) {
    guard let plan = plans.removeValue(forKey: id) else { return }
    planOrder.removeAll { $0 == id }
    for bucket in plan.bucketIDs { buckets[bucket] = nil }
    for task in plan.taskIDs { tasks[task] = nil }
    touched.plans.insert(id)
    touched.buckets.formUnion(plan.bucketIDs)
    touched.tasks.formUnion(plan.taskIDs)
    written.forget(plan: id)
  }

  /// Plans of a group in the order they were made.
  func plans(of group: String) -> [PracticePlan] {
    planOrder.compactMap { plans[$0] }.filter { $0.groupID == group }
  }

  /// Tasks of a plan in the order they were made.
  func tasks(ofPlan id: String) -> [PracticeTask] {
    plans[id]?.taskIDs.compactMap { tasks[$0] } ?? []
  }

  /// Every task assigned to a person, in the order they were made.
  func tasks(assignedTo user: String) -> [PracticeTask] {
    tasks.values.filter { $0.isAssigned(to: user) }.sorted { $0.sequence < $1.sequence }
  }
}

extension PlannerDesk {
  /// What is there now of what was touched, and what is there no more.
  func record(of touched: PlannerTouches) -> PlannerRecord {
    let plans = planOrder.filter(touched.plans.contains).compactMap { self.plans[$0] }.map { plan in
      var plan = plan
      plan.taskIDs = []
      return plan
    }
    return PlannerRecord(
      plans: plans, gonePlans: touched.plans.filter { self.plans[$0] == nil }.sorted(),
      buckets: touched.buckets.sorted().compactMap { buckets[$0] },
      goneBuckets: touched.buckets.filter { buckets[$0] == nil }.sorted(),
      tasks: touched.tasks.compactMap { tasks[$0] }.sorted { $0.sequence < $1.sequence },
      goneTasks: touched.tasks.filter { tasks[$0] == nil }.sorted(), lastSequence: lastSequence)
  }

  /// Makes the changes of a record.
  mutating func apply(_ record: PlannerRecord) {
    touched.plans.formUnion(record.plans.map(\.id) + record.gonePlans)
    touched.buckets.formUnion(record.buckets.map(\.id) + record.goneBuckets)
    touched.tasks.formUnion(record.tasks.map(\.id) + record.goneTasks)
    for id in record.gonePlans {
      plans[id] = nil
      planOrder.removeAll { $0 == id }
      written.forget(plan: id)
    }
    for var plan in record.plans {
      if let known = plans[plan.id] { plan.taskIDs = known.taskIDs } else { planOrder.append(plan.id) }
      plans[plan.id] = plan
    }
    for id in record.goneBuckets { buckets[id] = nil }
    for bucket in record.buckets { buckets[bucket.id] = bucket }
    for task in record.tasks {
      if tasks.updateValue(task, forKey: task.id) == nil { plans[task.planID]?.taskIDs.append(task.id) }
      written.forget(plan: task.planID)
    }
    for task in record.goneTasks.compactMap({ tasks.removeValue(forKey: $0) }) {
      plans[task.planID]?.taskIDs.removeAll { $0 == task.id }
      written.forget(plan: task.planID)
    }
    lastSequence = record.lastSequence
  }
}
