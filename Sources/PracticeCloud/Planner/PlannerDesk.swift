/// Planner's books: plans, buckets, tasks and their versions.
struct PlannerDesk: Sendable {}
