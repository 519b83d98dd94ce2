import SessionCore
import StoreModel
import TaskSync
import Terminal
import Workspace

/// A store with a few tasks and a worker who is signed in to it.
enum SampleShift {
  static let mei = Worker(
    id: PersonID(tenant: "t", object: "mei"), username: "mei@contoso.example", displayName: "Mei Lindqvist",
    role: .worker)
  static let manager = Worker(
    id: PersonID(tenant: "t", object: "omar"), username: "omar@contoso.example", displayName: "Omar Reyes",
    role: .storeManager)

  static let lists = [
    TaskList(id: ListID(rawValue: "l1"), etag: ETag(rawValue: "1"), title: "Opening"),
    TaskList(
      id: ListID(rawValue: "l2"), etag: ETag(rawValue: "1"), title: "Receiving",
      buckets: [.init(id: "b1", name: "Morning")]),
    TaskList(id: ListID(rawValue: "l3"), etag: ETag(rawValue: "1"), title: "Closing"),
  ]

  /// A task due so many hours from the sample's now; nil for no date.
  static func task(
    _ id: String, _ title: String, hours: Int? = nil, list: String = "l1", percent: Int = 0, who: [String] = ["mei"],
    _ change: (inout StoreTask) -> Void = { _ in }
  ) -> VisibleTask {
    let due = hours.map { AppState.morning.wall.advanced(by: .seconds($0 * 3600)) }
    var task = StoreTask(
      id: TaskID(rawValue: id), etag: ETag(rawValue: "1"), list: ListID(rawValue: list), title: title,
      percentComplete: percent, due: due, assignees: who.map { UserID(rawValue: $0) })
    change(&task)
    return VisibleTask(task: task)
  }

  static let tasks = [
    task("t1", "Check cold-store temperature", hours: -2),
    task("t2", "Count the till float", hours: -1, percent: 50) {
      $0.checklistCount = 3
      $0.openChecklistCount = 1
    },
    task("t3", "Receive the dairy delivery", hours: 1, list: "l2", percent: 50, who: ["omar", "mei"]) {
      $0.hasNote = true
      $0.checklistCount = 3
      $0.openChecklistCount = 2
      $0.priority = 3
      $0.bucketID = "b1"
    },
    task("t4", "Replace price labels, aisle 4", hours: 3) { $0.linkCount = 1 },
    task("t5", "Inventory of seasonal goods", hours: 96, list: "l3"),
    task("t6", "Tidy the notice board", list: "l3"),
    task("t7", "Unlock the back door", hours: -3, percent: 100),
    task("t8", "Write the rota", hours: 2, who: ["omar"]),
    task("t9", "Water the plants", hours: 4, who: []),
  ]

  static let online = SyncStanding(connection: .online, lastSync: AppState.morning)

  /// Signed in, nothing from sync yet.
  static func signedIn(
    _ worker: Worker = mei, _ size: Size = .smallest, standing: StoreStanding = .works, hasFound: Bool = true
  ) -> AppState {
    var state = AppState.sample(size)
    _ = update(&state, .session(.signedIn(worker, standing, since: AppState.morning)))
    guard hasFound else { return state }
    _ = update(&state, .found(WaitingHere(worker: worker.id, place: nil, others: UnsentSummary())))
    return state
  }

  /// Signed in, first sync done.
  static func started(_ worker: Worker = mei, size: Size = .smallest, hasFound: Bool = true) -> AppState {
    var state = signedIn(worker, size, hasFound: hasFound)
    state.sync(
      .lists(lists), .people([UserID(rawValue: "mei"): "Mei Lindqvist", UserID(rawValue: "omar"): "Omar Reyes"]),
      .tasks(changed: tasks, removed: []), .outbox([]), .standing(online))
    return state
  }

  static let details = TaskDetails(
    task: TaskID(rawValue: "t3"), etag: ETag(rawValue: "1"),
    note: "Check the seal number against the delivery note before you sign.",
    checklist: [
      .init(id: "c1", title: "Count the crates", isChecked: true),
      .init(id: "c2", title: "Below 7 degrees", isChecked: false),
      .init(id: "c3", title: "Sign the note", isChecked: false),
    ], links: [.init(address: "https://intranet.contoso.example/dairy", alias: "Dairy rules")])

  static func change(
    _ id: Int64, _ state: PendingState, _ trouble: ChangeTrouble? = nil, edit: TaskEdit = .setStatus(.complete)
  ) -> PendingChange {
    PendingChange(
      id: id, task: TaskID(rawValue: "t3"), title: "Receive the dairy delivery", edit: edit,
      before: .percentComplete(50), made: AppState.morning.wall, state: state, trouble: trouble)
  }
}

extension [Effect] {
  /// Without what is sealed away.
  var withoutPlaces: [Effect] {
    filter { if case .sync(.keepPlace) = $0 { false } else { true } }
  }
}

extension AppState {
  /// Hears what sync says.
  mutating func sync(_ events: SyncEvent...) {
    for event in events { _ = update(&self, .sync(event)) }
  }

  /// Lets time pass for a worker who presses a key now and then, so that nothing locks.
  mutating func wait(_ duration: Duration) {
    var left = duration
    while left > .zero {
      let step = min(left, .seconds(240))
      _ = update(&self, .clock(Now(instant: now.instant.advanced(by: step), wall: now.wall.advanced(by: step))))
      left -= step
      if left > .zero { _ = press("F12") }
    }
  }

  /// The row the pointer stands at, without the pointer.
  var pointed: String? {
    rows.first { $0.contains(">") && !$0.hasPrefix("─") }
      .map { String($0[$0.index(after: $0.firstIndex(of: ">") ?? $0.startIndex)...]) }
  }

  /// Presses keys; the effects without the reports of activity.
  @discardableResult
  mutating func work(_ keys: String...) -> [Effect] {
    keys.flatMap { press($0) }.filter { $0 != .session(.activity) }
  }
}
