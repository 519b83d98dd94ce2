/// How much Planner takes; the numbers are those of its limits page and may change there without notice.
struct PlannerLimits: Hashable, Sendable {
  var tasksInPlan = 9000
  var activeTasksInPlan = 3000
  var bucketsInPlan = 200
  var assigneesOnTask = 20
  var checklistItemsOnTask = 20
  var referencesOnTask = 15
  var plansOfGroup = 400
  /// Plans that apps may make in one group.
  var plansByApps = 400
  var tasksAssignedToUser = 9000
  var tasksCreatedByUser = 20_000
  /// Microsoft publishes no number for these two.
  var usersSharedWithPlan = 100
  var plansSharedWithUser = 400
}

/// Limits that can be set lower, so that they are met with a few tasks.
public enum PlannerLimit: String, Hashable, Sendable, CaseIterable {
  /// Tasks of a plan, open ones and all.
  case activeTasks = "active-tasks"
  case tasks
  /// Tasks assigned to somebody, and made by somebody.
  case assigned, created
  /// People, checklist items and links of a task.
  case assignees, items, links
}

extension PlannerLimits {
  /// Sets a limit.
  mutating func set(_ limit: PlannerLimit, to number: Int) {
    switch limit {
    case .activeTasks: activeTasksInPlan = number
    case .tasks: tasksInPlan = number
    case .assigned: tasksAssignedToUser = number
    case .created: tasksCreatedByUser = number
    case .assignees: assigneesOnTask = number
    case .items: checklistItemsOnTask = number
    case .links: referencesOnTask = number
    }
  }

  func check(_ task: PracticeTask) throws(GraphFault) {
    if task.assignments.count > assigneesOnTask { throw .limit("MaximumAssigneesInTasks") }
    if task.details.checklist.count > checklistItemsOnTask { throw .limit("MaximumChecklistItemsOnTask") }
    if task.details.references.count > referencesOnTask { throw .limit("MaximumReferencesOnTask") }
  }

  /// Whether somebody can make one more task.
  func checkMaker(_ user: String, among tasks: some Collection<PracticeTask>) throws(GraphFault) {
    if tasks.count(where: { $0.creator == user }) >= tasksCreatedByUser { throw .limit("MaximumTasksCreatedByUser") }
  }

  /// Whether one more task can be assigned to somebody.
  func checkAssignee(_ user: String, among tasks: some Collection<PracticeTask>) throws(GraphFault) {
    if tasks.count(where: { $0.isAssigned(to: user) }) >= tasksAssignedToUser {
      throw .limit("MaximumTasksAssignedToUser")
    }
  }

  /// Whether one more open task fits into a plan that holds these.
  func checkRoom(among tasks: [PracticeTask]) throws(GraphFault) {
    if tasks.count >= tasksInPlan { throw .limit("MaximumTasksInProject") }
    if tasks.count(where: { $0.percentComplete < 100 }) >= activeTasksInPlan {
      throw .limit("MaximumActiveTasksInProject")
    }
  }
}
