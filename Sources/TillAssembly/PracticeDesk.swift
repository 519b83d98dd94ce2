import CloudWire
import HTTPTypes
import PracticeCloud
import StoreModel
import Workspace

/// Carries the terminal's practice commands out, through the control interface of the practice cloud.
struct PracticeDesk: Sendable {
  let door: CloudDoor
  /// Number of the store the terminal stands in.
  let store: String?
  let now: Timestamp

  func perform(_ command: PracticeCommand) async -> PracticeEvent {
    switch command {
    case .reset: await tell("reset", [:], command)
    case .trouble(let trouble): await tell("faults", ["kind": .string(trouble?.rawValue ?? "none")], command)
    case .publish(let username):
      await tell("hq/publish", ["action": "practice", "username": .string(username)], command)
    case .edit(let task, let edit, let worker):
      await tell(
        "remote",
        [
          "username": .string(colleague(of: worker)), "task": .string(task.rawValue),
          "changes": .object(changes(edit)),
        ], command)
    }
  }

  /// Somebody else of the store, its manager before others.
  private func colleague(of worker: String) -> String {
    let others = door.accounts.filter { $0.username != worker && $0.store == store }
    return (others.first { $0.role == "manager" } ?? others.first)?.username ?? worker
  }

  private func changes(_ edit: PracticeEdit) -> JSON.Object {
    switch edit {
    case .complete: ["percentComplete": 100]
    case .reopen: ["percentComplete": 0]
    case .rename: ["title": "Renamed by a colleague"]
    case .note: ["note": "A colleague wrote this note on another device."]
    case .postpone: ["dueDateTime": .string(now.advanced(by: .seconds(2 * 86_400)).iso8601)]
    case .delete: ["delete": true]
    }
  }

  private func tell(_ call: String, _ body: JSON.Object, _ command: PracticeCommand) async -> PracticeEvent {
    guard let control = door.control,
      let answer = try? await door.transport.send(
        CloudRequest(
          .post, control + "/" + call, headers: [.contentType: "application/json"], body: JSON.object(body).bytes))
    else { return .unreachable }
    if answer.status.kind == .successful { return .done(command) }
    let error = (try? JSON.parse(answer.body))?["error"]
    return .refused([error?["what"]?.string, error?["help"]?.string].compactMap { $0 }.joined(separator: " "))
  }
}
