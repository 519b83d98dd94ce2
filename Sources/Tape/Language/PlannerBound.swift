/// A limit of Planner that a tape sets lower, in the words of the control interface.
public enum PlannerBound: String, Hashable, Sendable, CaseIterable {
  /// Tasks of a list, open ones and all.
  case activeTasks = "active-tasks"
  case tasks
  /// Tasks assigned to somebody, and made by somebody.
  case assigned, created
  /// People, checklist items and links of a task.
  case assignees, items, links
}
