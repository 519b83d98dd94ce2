import StoreModel
import TaskSync

/// How many tasks there are of each kind, kept as tasks change, so that no frame has to count.
struct ShiftCounts: Equatable, Sendable {
  /// The tasks of one list.
  struct OfList: Hashable, Sendable {
    var all = 0
    var done = 0
    var overdue = 0

    fileprivate mutating func count(by step: Int, isDone: Bool, isOverdue: Bool) {
      all += step
      if isDone { done += step }
      if isOverdue { overdue += step }
    }
  }

  private(set) var mine = 0
  private(set) var overdue = 0
  private(set) var open = 0
  private(set) var mineDone = 0
  private(set) var lists: [ListID: OfList] = [:]
  /// The next moment at which an open task becomes overdue.
  private(set) var nextDue: Timestamp?
  /// The next moment at which a task of the worker's is due soon.
  private(set) var nextSoon: Timestamp?
  /// The moment these counts are for.
  let now: Timestamp

  init(now: Timestamp) { self.now = now }

  init(_ tasks: some Sequence<VisibleTask>, now: Timestamp, isMine: (StoreTask) -> Bool) {
    self.now = now
    for seen in tasks { count(seen.task, isMine: isMine(seen.task), by: 1) }
  }

  /// Adds a task, or takes it out with -1.
  mutating func count(_ task: StoreTask, isMine: Bool, by step: Int) {
    let isDone = task.status == .complete
    let isOverdue = !isDone && (task.due.map { $0 < now } ?? false)
    lists[task.list, default: OfList()].count(by: step, isDone: isDone, isOverdue: isOverdue)
    if step < 0, lists[task.list]?.all == 0 { lists[task.list] = nil }
    if isDone {
      if isMine { mineDone += step }
      return
    }
    open += step
    if isMine { mine += step }
    if isOverdue {
      overdue += step
    } else if step > 0, let due = task.due {
      nextDue = min(nextDue ?? due, due)
      let soon = due.advanced(by: .zero - ShiftNews.soon)
      if isMine, soon > now { nextSoon = min(nextSoon ?? soon, soon) }
    }
  }
}
