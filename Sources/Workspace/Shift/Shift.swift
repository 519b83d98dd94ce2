public import StoreModel
public import TaskSync

/// What a signed-in worker works with: the store's tasks as sync tells them, and where the worker is in them.
///
/// It exists only while somebody is signed in; lock and sign-out drop it whole.
public struct Shift: Equatable, Sendable {
  /// Whose shift it is.
  public let worker: Worker
  /// The store's lists, by title.
  public private(set) var lists: [TaskList] = []
  /// All tasks, unsent changes applied.
  public private(set) var tasks: [TaskID: VisibleTask] = [:]
  /// Names of people. Untrusted text.
  public private(set) var people: [UserID: String] = [:]
  /// Notes, checklists and links loaded so far.
  public private(set) var details: [TaskID: TaskDetails] = [:]
  /// The worker's changes that are not confirmed, oldest first.
  public internal(set) var outbox: PendingChanges = []
  /// How sync stands.
  public internal(set) var standing = SyncStanding()
  /// Who works in this store; empty where no profile lists them.
  var staff: Set<UserID> = []
  /// What came, what changed and what is near.
  var news = ShiftNews()
  /// Tasks whose note is searched in only after it is read.
  private(set) var unreadNotes: Set<TaskID> = []
  /// The moment of this turn, for what is heard in it.
  var heard: Timestamp
  /// Lists, rows and selection of the task page.
  var board: Board
  var counts: ShiftCounts
  /// A file of the local copy that cannot be used, by name; nothing of this session is stored then.
  var unusableFile: String?
  var undo = UndoHistory()
  /// What is to be said of the last command when all it changed is written.
  var announcement: Announcement?
  /// Notes that were given to be kept, oldest first, each until the disk has it or refuses it.
  var notesOnTheirWay: [NoteOnItsWay] = []
  /// Notes half written, or refused by the disk, while another is being written: their writer goes on with them after it.
  var notesHeld: [Draft] = []
  var history = ShiftHistory()
  var bell = BellHeard()
  /// A scanned code that is looked for in tasks being read.
  var scan: PendingScan?
  /// What was typed for something that is gone and has been shown in this session.
  var shownAsGone: Set<Draft> = []
  /// The task whose note is to be written once it is read.
  var writing: TaskID?
  /// Where the worker was when they locked, until the task is there again.
  var returning: Place?
  /// Tasks that got another id, in order, until what was sealed under the old ones is found.
  var renamings: [TaskRenaming] = []
  private(set) var listsByID: [ListID: TaskList] = [:]
  /// What others did, until it is written into the history.
  var unrecorded: [Heard] = []

  /// Something that somebody else did to a task.
  enum Heard: Equatable, Sendable {
    /// Made, or it came with a list.
    case came(StoreTask)
    case changed(from: StoreTask, to: StoreTask)
    case gone(StoreTask)
  }

  /// A shift that begins; tasks come with sync.
  public init(worker: Worker, now: Timestamp, calendar: StoreCalendar) {
    self.worker = worker
    let day = AgendaDay(now, calendar)
    heard = now
    board = Board(day: day, worker: worker.id)
    counts = ShiftCounts(now: now)
  }

  /// A list by its id.
  public func list(_ id: ListID) -> TaskList? { listsByID[id] }

  /// Whether a task came from head office, as far as can be told: it keeps something of it to itself, or somebody made
  /// it who does not work in this store.
  func isPublished(_ seen: VisibleTask) -> Bool {
    if seen.locked.contains(.whole) || seen.locked.contains(.title) { return true }
    guard !staff.isEmpty, let maker = seen.task.createdBy else { return false }
    return !staff.contains(maker) && !worker.id.isUser(maker)
  }

  /// Whether a task is assigned to the worker.
  func isMine(_ task: StoreTask) -> Bool { task.assignees.contains(where: worker.id.isUser) }

  /// Changes that still have to reach the server.
  var unsentCount: Int { outbox.count }
  /// Changes that wait for the worker's decision.
  var needsYou: Int { outbox.stopped.count }

  /// The task the worker has selected.
  var selected: VisibleTask? { board.selected.flatMap { tasks[$0] } }

  mutating func take(lists: [TaskList]) {
    self.lists = lists.sorted { ($0.title, $0.id.rawValue) < ($1.title, $1.id.rawValue) }
    listsByID = Dictionary(lists.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    if let open = board.openList, listsByID[open] == nil { board.openList = nil }
    namesChanged(for: .bucket)
  }

  mutating func take(people: [UserID: String]) {
    self.people.merge(people) { _, new in new }
    namesChanged(for: .worker)
  }

  /// Names are part of what is searched in, and of the order of some arrangement.
  private mutating func namesChanged(for arrangement: Arrangement) {
    if board.arrangement == arrangement {
      rebuild()
    } else if !board.filter.isEmpty {
      find()
    }
  }

  mutating func take(_ details: TaskDetails) {
    self.details[details.task] = details
    unreadNotes.remove(details.task)
    guard let seen = tasks[details.task] else { return }
    board.agenda.learn(text(of: seen), of: seen)
    if !board.filter.isEmpty { find() }
  }

  /// A task goes on under another id, and what is known of it goes along.
  mutating func rename(_ task: TaskID, to new: TaskID) {
    undo.rename(task, to: new)
    history.rename(task, to: new)
    if board.awaited == task { board.awaited = new }
    if board.selected == task { board.selected = new }
    if board.marked.remove(task) != nil { board.marked.insert(new) }
    if board.keptAt == task { board.keptAt = new }
    if board.agenda.kept.contains(task) { board.agenda.keep([new]) }
    if writing == task { writing = new }
    if returning?.task == task { returning?.task = new }
    guard var known = details[task] else { return }
    known.task = new
    take(known)
  }

  /// Takes in what sync tells of tasks; counts and rows follow.
  mutating func take(changed: [VisibleTask], removed: [TaskID]) {
    let isFirst = standing.lastSync == nil
    if changed.count > tasks.count { tasks.reserveCapacity(tasks.count + changed.count) }
    var old: [VisibleTask] = []
    for seen in changed {
      let task = seen.task
      let isMine = isMine(task)
      if let before = tasks.updateValue(seen, forKey: task.id) {
        old.append(before)
        counts.count(before.task, isMine: self.isMine(before.task), by: -1)
        if !(isFirst && wasKnown(before, seen)) { hear(before, seen, isMine: isMine) }
      } else if !isFirst, task.createdBy.map(worker.id.isUser) != true {
        news.came(task.id, isMine: isMine, isPublished: isPublished(seen))
        hear(.came(task))
      }
      counts.count(task, isMine: isMine, by: 1)
      news.place(seen, isMine: isMine, now: counts.now)
      if task.hasNote, details[task.id] == nil {
        unreadNotes.insert(task.id)
      } else if !unreadNotes.isEmpty {
        unreadNotes.remove(task.id)
      }
    }
    for id in removed {
      guard let before = tasks.removeValue(forKey: id) else { continue }
      old.append(before)
      counts.count(before.task, isMine: isMine(before.task), by: -1)
      details[id] = nil
      news.forget(id)
      if !undo.hasTakenAway(id) { hear(.gone(before.task)) }
      unreadNotes.remove(id)
    }
    follow(old: old, new: changed)
  }

  /// Whether the details kept from the session before say already what is new in a task: then it was done here, or seen.
  private func wasKnown(_ before: VisibleTask, _ after: VisibleTask) -> Bool {
    guard let details = details[after.id] else { return false }
    var task = before.task
    task.count(details)
    return task.looksLike(after.task)
  }

  /// What somebody else did is news; the worker's own change is none, before it is confirmed or after.
  private mutating func hear(_ before: VisibleTask, _ after: VisibleTask, isMine: Bool) {
    guard before.pending == nil, after.pending == nil, !before.task.looksLike(after.task) else { return }
    hear(.changed(from: before.task, to: after.task))
    if isMine, !self.isMine(before.task) { return news.came(after.id, isMine: true) }
    if isMine || self.isMine(before.task) { news.changed(after.id) }
  }

  private mutating func hear(_ what: Heard) {
    // What others do to thousands of tasks at once is no history anybody reads.
    if unrecorded.count < 64 { unrecorded.append(what) }
  }

  /// Sorts anew when the day or an open task's due moment has passed, or the clock was set back.
  mutating func take(_ now: Timestamp, _ calendar: StoreCalendar) {
    heard = now
    let day = board.agenda.order.day
    let isPast = counts.nextDue.map { $0 < now } ?? false
    let isNear = counts.nextSoon.map { $0 <= now } ?? false
    guard isPast || isNear || now >= day.tomorrow || now < day.now else { return }
    counts = ShiftCounts(tasks.values, now: now, isMine: isMine)
    for seen in tasks.values { news.place(seen, isMine: isMine(seen.task), now: now) }
    rebuild(AgendaDay(now, calendar))
  }
}

extension PersonID {
  /// Whether a Graph user id means this person; GUIDs are compared without case.
  func isUser(_ user: UserID) -> Bool {
    if user.rawValue == object { return true }
    let a = user.rawValue.utf8
    let b = object.utf8
    guard a.count == b.count else { return false }
    return zip(a, b).allSatisfy { $0 == $1 || ($0 | 0x20 == $1 && (0x41...0x5A).contains($0)) }
  }
}
