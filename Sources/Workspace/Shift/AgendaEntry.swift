import StoreModel
import TaskSync

extension Agenda {
  /// A task and its place: group, then due, then title. An object, because rows are moved often.
  final class Entry: Sendable, Comparable {
    let id: TaskID
    let title: String
    let group: RowGroup
    /// When it is due, in ticks; the largest number where it is not, and 0 for all where rows stand by title.
    let place: Int64
    let due: Timestamp?
    let list: ListID
    /// Whether it is complete, confirmed to be, and not kept where it was.
    let isDone: Bool
    let isMine: Bool

    init(_ seen: VisibleTask, _ order: RowOrder, isKept: Bool) {
      let task = seen.task
      let isDone = seen.isDone && !isKept
      id = task.id
      title = task.title
      group = order.group(of: task, isDone: isDone)
      place = order.arrangement == .title ? 0 : task.due?.ticks ?? .max
      due = task.due
      list = task.list
      self.isDone = isDone
      isMine = task.assignees.contains(where: order.worker.isUser)
    }

    static func < (a: Entry, b: Entry) -> Bool {
      if a.group.rank != b.group.rank { return a.group.rank < b.group.rank }
      if a.place != b.place { return a.place < b.place }
      if a.title != b.title { return a.title < b.title }
      return a.id.rawValue < b.id.rawValue
    }

    static func == (a: Entry, b: Entry) -> Bool {
      a.group == b.group && a.place == b.place && a.id == b.id && a.title == b.title
    }
  }
}
