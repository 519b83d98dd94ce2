/// How much Planner takes; the numbers are those of its limits page and may change there without notice.
struct PlannerLimits: Hashable, Sendable {
  var tasksInPlan = 9000
  var activeTasksInPlan = 3000
  var bucketsInPlan = 200
  var assigneesOnTask = 20
  var checklistItemsOnTask = 20
  var referencesOnTask = 15
}

extension PlannerLimits {
  func check(_ task: PracticeTask) throws(GraphFault) {
    if task.assignments.count > assigneesOnTask { throw .limit("MaximumAssigneesInTasks") }
    if task.details.checklist.count > checklistItemsOnTask { throw .limit("MaximumChecklistItemsOnTask") }
    if task.details.references.count > referencesOnTask { throw .limit("MaximumReferencesOnTask") }
  }

  /// Whether one more open task fits into a plan that holds these.
  func checkRoom(among tasks: [PracticeTask]) throws(GraphFault) {
    if tasks.count >= tasksInPlan { throw .limit("MaximumTasksInProject") }
    if tasks.count(where: { $0.percentComplete < 100 }) >= activeTasksInPlan {
      throw .limit("MaximumActiveTasksInProject")
    }
  }
}
