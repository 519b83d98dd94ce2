import StoreModel
import TaskSync

/// The heading a row stands under, with its place among the headings.
struct RowGroup: Hashable, Sendable, Comparable {
  /// What the heading says.
  enum Kind: Hashable, Sendable {
    case agenda(AgendaGroup)
    /// 1, 3, 5, 9 as Planner's pages write it.
    case priority(Int)
    case bucket(ListID, String?)
    case worker(UserID?)
    /// No heading.
    case all
  }

  let rank: Int
  let kind: Kind

  static func < (a: RowGroup, b: RowGroup) -> Bool { a.rank < b.rank }
}

/// By what rows are put in order: the arrangement, the day, and the places of lists, buckets and people in it.
struct RowOrder: Equatable, Sendable {
  let arrangement: Arrangement
  let day: AgendaDay
  /// Whose shift it is.
  let worker: PersonID
  private var lists: [ListID: Int] = [:]
  private var buckets: [String: Int] = [:]
  private var people: [UserID: Int] = [:]

  init(_ arrangement: Arrangement = .due, day: AgendaDay, worker: PersonID) {
    self.arrangement = arrangement
    self.day = day
    self.worker = worker
  }

  init(_ arrangement: Arrangement, day: AgendaDay, lists: [TaskList], people: [UserID: String], worker: Worker) {
    self.init(arrangement, day: day, worker: worker.id)
    if arrangement == .bucket {
      var rank = 0
      for list in lists {
        rank += 1
        self.lists[list.id] = rank
        for bucket in list.buckets {
          rank += 1
          buckets[bucket.id] = rank
        }
      }
    }
    if arrangement == .worker {
      // The worker themselves first, then everybody by name.
      let sorted = people.sorted { ($0.value, $0.key.rawValue) < ($1.value, $1.key.rawValue) }
      for (rank, person) in sorted.enumerated() {
        self.people[person.key] = worker.id.isUser(person.key) ? 0 : rank + 1
      }
    }
  }

  /// - Parameter isDone: whether it stands among what is done.
  func group(of task: StoreTask, isDone: Bool) -> RowGroup {
    if arrangement == .due || isDone {
      let group = day.group(of: task, isDone: isDone)
      return RowGroup(rank: group == .done ? .max : group.rawValue, kind: .agenda(group))
    }
    switch arrangement {
    case .priority:
      let step = task.priority <= 1 ? 1 : task.priority <= 4 ? 3 : task.priority <= 7 ? 5 : 9
      return RowGroup(rank: step, kind: .priority(step))
    case .bucket:
      let place = task.bucketID.flatMap { buckets[$0] } ?? lists[task.list] ?? .max - 1
      return RowGroup(rank: place, kind: .bucket(task.list, task.bucketID))
    case .worker:
      let first = task.assignees.min { rank(of: $0) < rank(of: $1) }
      return RowGroup(rank: first.map(rank) ?? .max - 1, kind: .worker(first))
    case .due, .title: return RowGroup(rank: 0, kind: .all)
    }
  }

  private func rank(of user: UserID) -> Int { people[user] ?? .max - 2 }
}
