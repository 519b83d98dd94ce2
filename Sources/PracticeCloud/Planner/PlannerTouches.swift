/// Which plans, buckets and tasks were made, changed or taken away, so that a kept world can follow.
struct PlannerTouches: Hashable, Sendable {
  var plans: Set<String> = []
  var buckets: Set<String> = []
  var tasks: Set<String> = []

  var isEmpty: Bool { plans.isEmpty && buckets.isEmpty && tasks.isEmpty }

  mutating func formUnion(_ other: PlannerTouches) {
    plans.formUnion(other.plans)
    buckets.formUnion(other.buckets)
    tasks.formUnion(other.tasks)
  }
}
