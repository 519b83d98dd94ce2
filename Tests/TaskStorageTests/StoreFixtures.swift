import Foundation
import StoreModel
import TaskSync

/// A folder of a test's own, gone with it.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/tillside-store-" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// All bytes of all files whose names begin so.
  func bytes(_ prefix: String = "") throws -> [UInt8] {
    try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasPrefix(prefix) }.sorted()
      .flatMap { [UInt8](try Data(contentsOf: URL(fileURLWithPath: path + "/" + $0))) }
  }
}

enum Sample {
  static let anna = PersonID(tenant: "tenant", object: "anna")
  static let boris = PersonID(tenant: "tenant", object: "boris")

  static func task(_ number: Int, title: String = "CANARY title") -> ServerTask {
    ServerTask(
      StoreTask(
        id: TaskID(rawValue: "CANARYtask\(number)"), etag: ETag(rawValue: "W/\"\(number)\""),
        list: ListID(rawValue: "plan"),
        bucketID: number % 2 == 0 ? "bucket" : nil, title: title, percentComplete: number % 101, priority: number % 11,
        start: Timestamp(ticks: 17), due: Timestamp(ticks: Int64(number) * 7), created: nil,
        completed: Timestamp(ticks: -5), completedBy: UserID(rawValue: "u1"), createdBy: nil,
        assignees: [UserID(rawValue: "u1"), UserID(rawValue: "u2")], categories: ["category1", "category25"],
        orderHint: "85~ !", hasNote: true, checklistCount: 3, openChecklistCount: 2, linkCount: 1),
      rest: Array("\"previewType\":\"automatic\"".utf8)[...])
  }

  static func details(_ number: Int) -> ServerDetails {
    ServerDetails(
      TaskDetails(
        task: TaskID(rawValue: "CANARYtask\(number)"), etag: ETag(rawValue: "d"), note: "CANARY note\nsecond line é",
        checklist: [.init(id: "i", title: "CANARY item", isChecked: true, orderHint: "a")],
        links: [.init(address: "https://contoso.example", alias: "page", kind: "Word")]))
  }

  static func row(_ id: Int64, _ edit: TaskEdit = .setStatus(.complete), stop: ChangeStop? = nil) -> OutboxRow {
    OutboxRow(
      id: id, task: TaskID(rawValue: "CANARYtask1"), list: ListID(rawValue: "plan"), title: "CANARY title", edit: edit,
      base: EditBase(etag: ETag(rawValue: "e"), value: .item(title: "CANARY item", isChecked: false)),
      made: Timestamp(seconds: 1000 + id), stop: stop, sawRemoteComplete: id % 2 == 0)
  }

  static let lists = [
    TaskList(
      id: ListID(rawValue: "plan"), etag: ETag(rawValue: "p"), title: "CANARY list", teamID: "team",
      buckets: [.init(id: "b", name: "CANARY bucket", orderHint: "1")])
  ]
}
