import SessionCore
import StoreModel
import Strings
import TaskSync
import Terminal
import Workspace

/// A store with many tasks, and a worker who is signed in to it and has read them all.
enum BenchStore {
  static let now = Now(instant: .start, wall: Timestamp(seconds: 1_795_599_660))
  static let worker = Worker(
    id: PersonID(tenant: "t", object: "u0"), username: "mei@contoso.example", displayName: "Mei-Lin Tran",
    role: .storeManager)

  private static let verbs = ["Receive", "Price", "Shelve", "Count", "Check", "Face up", "Rotate", "Clean"]
  private static let things = [
    "the dairy delivery", "the cold-store shelf", "labels of aisle 4", "seasonal goods", "the till float",
    "yoghurt", "the bread counter", "crates at the back door", "Äpfel und Birnen",
  ]

  static func state(tasks count: Int, size: Size) -> AppState {
    var state = AppState(
      size: size, look: Look(), now: now, calendar: .utc,
      till: Till(chain: "Contoso", store: "012", storeName: "Brackwater", register: "3", isPractice: true))
    _ = update(&state, .session(.signedIn(worker, .works, since: now)))
    _ = update(&state, .sync(.lists(lists)))
    _ = update(&state, .sync(.people(people)))
    var rest = (0..<count).map { VisibleTask(task: task($0)) }[...]
    while !rest.isEmpty {
      _ = update(&state, .sync(.tasks(changed: Array(rest.prefix(500)), removed: [])))
      rest = rest.dropFirst(500)
    }
    for number in stride(from: 0, to: min(count, 10_000), by: 5) {
      _ = update(&state, .sync(.details(details(number))))
    }
    _ = update(&state, .sync(.standing(SyncStanding(connection: .online, lastSync: now))))
    _ = draw(state)
    return state
  }

  private static let lists = (0..<12).map { number in
    TaskList(
      id: ListID(rawValue: "plan-\(number)-xqQg5FS2LkCp935s"), etag: ETag(rawValue: "1"), title: "List \(number)",
      buckets: (0..<4).map { TaskList.Bucket(id: "bucket-\(number)-\($0)", name: "Bucket \($0)") },
      labels: ["category1": "Cold chain"])
  }

  private static let people = Dictionary(
    uniqueKeysWithValues: (0..<30).map { (UserID(rawValue: "u\($0)"), "Person \($0)") })

  private static func task(_ number: Int) -> StoreTask {
    let due = now.wall.advanced(by: .seconds((number * 7919 % 20_000 - 2000) * 60))
    let title = verbs[number % verbs.count] + " " + things[number % things.count] + " \(number)"
    var task = StoreTask(
      id: TaskID(rawValue: "task-\(number)-01gzSlKkIUSUl6DF_EilrmQAKDhh"), etag: ETag(rawValue: "1"),
      list: lists[number % lists.count].id, bucketID: "bucket-\(number % lists.count)-\(number % 4)", title: title,
      percentComplete: number % 11 == 0 ? 100 : number % 3 == 0 ? 50 : 0, priority: [1, 3, 5, 9][number % 4],
      due: number % 13 == 0 ? nil : due, assignees: [UserID(rawValue: "u\(number % 30)")],
      categories: number % 17 == 0 ? ["category1"] : [])
    task.hasNote = number % 5 == 0
    task.checklistCount = number % 4
    task.openChecklistCount = number % 2
    return task
  }

  private static func details(_ number: Int) -> TaskDetails {
    TaskDetails(
      task: task(number).id, etag: ETag(rawValue: "1"),
      note: "Check the seal number against the delivery note before you sign it, number \(number).",
      checklist: (0..<number % 4).map {
        TaskDetails.ChecklistItem(id: "item-\($0)", title: "Step \($0)", isChecked: $0 == 0)
      })
  }
}
