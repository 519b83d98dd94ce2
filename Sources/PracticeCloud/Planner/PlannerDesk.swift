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

  /// The place of the next task in the order of creation.
  mutating func nextSequence() -> Int {
    lastSequence += 1
    return lastSequence
  }

  mutating func add(_ plan: PracticePlan) {
    plans[plan.id] = plan
    planOrder.append(plan.id)
  }

  mutating func add(_ bucket: PracticeBucket) {
    buckets[bucket.id] = bucket
    plans[bucket.planID]?.bucketIDs.append(bucket.id)
  }

  mutating func add(_ task: PracticeTask) {
    tasks[task.id] = task
    plans[task.planID]?.taskIDs.append(task.id)
    written.forget(plan: task.planID)
  }

  mutating func replace(_ task: PracticeTask) {
    tasks[task.id] = task
    written.forget(plan: task.planID)
  }

  mutating func remove(task id: String) {
    guard let task = tasks.removeValue(forKey: id) else { return }
    plans[task.planID]?.taskIDs.removeAll { $0 == id }
    written.forget(plan: task.planID)
  }

  mutating func replace(_ plan: PracticePlan) { plans[plan.id] = plan }

  mutating func replace(_ bucket: PracticeBucket) { buckets[bucket.id] = bucket }

  mutating func remove(bucket id: String) {
    guard let bucket = buckets.removeValue(forKey: id) else { return }
    plans[bucket.planID]?.bucketIDs.removeAll { $0 == id }
  }

  /// Takes a plan away with everything in it.
  mutating func remove(plan id: String) {
    guard let plan = plans.removeValue(forKey: id) else { return }
    planOrder.removeAll { $0 == id }
    for bucket in plan.bucketIDs { buckets[bucket] = nil }
    for task in plan.taskIDs { tasks[task] = nil }
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
