import CloudWire
import Tape

extension CloudTrouble {
  /// As the control interface takes it.
  var body: JSON.Object {
    var body: JSON.Object = ["kind": .string(kind.rawValue)]
    body["match"] = match.map { .string($0.resolved([:])) }
    body["count"] = count.map(JSON.int)
    body["seconds"] = duration.map { .int(Int($0.components.seconds)) }
    switch form {
    case .date: body["form"] = "date"
    case .html, .json, .huge: body["body"] = form.map { .string($0.rawValue) }
    case nil: break
    }
    return body
  }
}

extension AppSwitch {
  /// As the control interface takes it.
  var body: JSON.Object {
    switch self {
    case .register: ["registered": true]
    case .unregister: ["registered": false]
    case .allowPublicClient: ["publicClient": true]
    case .forbidPublicClient: ["publicClient": false]
    }
  }
}

extension HeadquartersOrder {
  /// As the control interface takes it.
  var body: JSON.Object {
    var body: JSON.Object = [:]
    for (name, value) in fields {
      body[name] =
        switch value {
        case .text(let text): .string(text)
        case .number(let number): .int(number)
        case .truth(let isTrue): .bool(isTrue)
        case .texts(let texts): .array(texts.map(JSON.string))
        }
    }
    return body
  }
}

extension RemoteEdit {
  /// As the control interface takes it.
  func body(as username: String) -> JSON.Object {
    [
      "username": .string(username), change == .deleteList ? "list" : "task": .string(task.resolved([:])),
      "changes": .object(changes),
    ]
  }

  private var changes: JSON.Object {
    switch change {
    case .complete: ["percentComplete": 100]
    case .begin: ["percentComplete": 50]
    case .reopen: ["percentComplete": 0]
    case .rename(let text): ["title": .string(text.resolved([:]))]
    case .note(let text): ["note": .string(text.resolved([:]))]
    case .due(let text): ["dueDateTime": .string(text.resolved([:]))]
    case .check(let text): ["check": ["item": .string(text.resolved([:])), "isChecked": true]]
    case .uncheck(let text): ["check": ["item": .string(text.resolved([:])), "isChecked": false]]
    case .assign(let text): ["assign": .string(text.resolved([:]))]
    case .unassign(let text): ["unassign": .string(text.resolved([:]))]
    case .remove(let text): ["remove": .string(text.resolved([:]))]
    case .label(let text): ["label": .string(text.resolved([:]))]
    case .copy: ["copy": true]
    case .delete, .deleteList: ["delete": true]
    }
  }
}
