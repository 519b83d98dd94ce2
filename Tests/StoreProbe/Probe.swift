import Glibc
import StoreModel
import TaskStorage
import TaskSync

/// Works a scripted shift on a real store and says what happened, one line each, at the moment it is a fact:
/// `accepted TASK EDIT` once a change is shown as accepted, `applied TASK EDIT` before the server's answer leaves it.
/// `store-probe read FOLDER` prints `kept TASK EDIT` for what is in the outbox. Tools/kill-proof kills it everywhere.
@main
struct Probe {
  static let worker = Worker(
    id: PersonID(tenant: "tenant", object: "mei"), username: "mei@contoso.example",
    displayName: "Mei")

  static func main() async throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else {
      say("usage: store-probe shift|read FOLDER")
      exit(64)
    }
    let store = SQLiteTaskStore(folder: try StateFolder(arguments[2]))
    if arguments[1] == "read" {
      for row in try await store.open(for: worker.id).outbox {
        say("kept \(row.task.rawValue) \(row.edit)")
      }
    } else {
      await ScriptedShift(store: store).work()
    }
    say("end")
  }

  /// One line in one write, so that it is out when the call returns.
  static func say(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = bytes.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
  }
}
