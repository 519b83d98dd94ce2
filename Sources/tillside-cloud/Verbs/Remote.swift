import ArgumentParser
import CloudWire

/// Changes a task as somebody would on another device.
struct Remote: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Change a task as a user would on another device.",
    discussion: "TASK is a task's id or title. Name at least one change.")
  @Argument(help: "Who changes it.") var username: String
  @Argument(help: "Which task.") var task: String
  @Option(help: ArgumentHelp("0 not started, 50 in progress, 100 completed.", valueName: "number")) var percent: Int?
  @Flag(help: "The same as --percent 100.") var complete = false
  @Flag(help: "The same as --percent 0.") var reopen = false
  @Option(help: "New title.") var title: String?
  @Option(help: "New note.") var note: String?
  @Option(help: ArgumentHelp("New due time, such as 2026-11-24T10:00:00Z; none takes it away.", valueName: "time"))
  var due: String?
  @Option(help: ArgumentHelp("Tick an item of the checklist, by its text or id.", valueName: "item")) var check: String?
  @Option(help: ArgumentHelp("Untick an item of the checklist.", valueName: "item")) var uncheck: String?
  @Option(help: ArgumentHelp("Take an item off the checklist.", valueName: "item")) var remove: String?
  @Option(help: ArgumentHelp("Give a label, by what the plan calls it.", valueName: "label")) var label: String?
  @Flag(help: "Make another task of the same name.") var copy = false
  @Option(help: ArgumentHelp("Assign somebody.", valueName: "username")) var assign: String?
  @Option(help: ArgumentHelp("Take somebody off.", valueName: "username")) var unassign: String?
  @Flag(help: "Delete the task.") var delete = false
  @Flag(help: "TASK is the title of a list, which --delete takes away with everything in it.") var list = false
  @OptionGroup var options: ControlOptions

  func validate() throws {
    guard [percent != nil, complete, reopen].filter({ $0 }).count <= 1 else {
      throw ValidationError("Use one of --percent, --complete and --reopen.")
    }
    guard check == nil || uncheck == nil else { throw ValidationError("Use one of --check and --uncheck.") }
    guard !changes.members.isEmpty else { throw ValidationError("Name at least one change, such as --complete.") }
  }

  /// `changes` of the control call.
  var changes: JSON.Object {
    var changes: JSON.Object = [:]
    changes["percentComplete"] = (complete ? 100 : reopen ? 0 : percent).map(JSON.int)
    changes["title"] = title.map(JSON.string)
    changes["note"] = note.map(JSON.string)
    changes["dueDateTime"] = due.map { $0 == "none" ? .null : .string($0) }
    changes["check"] = (check ?? uncheck).map { ["item": .string($0), "isChecked": .bool(check != nil)] }
    changes["remove"] = remove.map(JSON.string)
    changes["label"] = label.map(JSON.string)
    changes["copy"] = copy ? true : nil
    changes["assign"] = assign.map(JSON.string)
    changes["unassign"] = unassign.map(JSON.string)
    changes["delete"] = delete ? true : nil
    return changes
  }

  func run() async throws {
    try await reporting {
      let answer = try await options.call(
        "remote", ["username": .string(username), list ? "list" : "task": .string(task), "changes": .object(changes)])
      print(line: options.text(answer, plain: "\(task) changed as \(username)."))
    }
  }
}
