import ArgumentParser
import CloudWire
import PracticeCloud

/// Task lists of head office, from draft to the stores.
struct PublishVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish", abstract: "Draft, review, publish and take back task lists.",
    discussion: "draft, then add tasks, then review, then confirm; hq reports shows how far stores are.",
    subcommands: [
      ListPublications.self, Draft.self, AddTask.self, ReviewList.self, ConfirmList.self, Unpublish.self,
      DuplicateList.self, ApproveTask.self,
    ], defaultSubcommand: ListPublications.self)
}

struct ListPublications: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List drafts and published lists.")
  @OptionGroup var options: ControlOptions

  func run() async throws {
    try await reporting {
      let answer = try await options.look("hq/publish")
      let rows = (answer.array ?? []).map { list in
        [
          list["list"]?.string, list["state"]?.string, list["tasks"]?.array.map { String($0.count) },
          list["deliveries"]?.array?.compactMap { $0["store"]?.string }.joined(separator: ", "),
          list["author"]?.string, list["published"]?.string,
        ]
      }
      print(
        line: options.text(
          answer,
          plain: Table(
            ["LIST", "STATE", "TASKS", "STORES", "AUTHOR", "PUBLISHED"], rows,
            empty: "No lists yet. Start one: tillside-cloud hq publish draft NAME --as ACCOUNT"
          ).text))
    }
  }
}

struct Draft: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Start a list.")
  @Argument(help: "Name of the list.") var list: String
  @Option(help: "Communications manager who makes it.") var `as`: String
  @OptionGroup var options: ControlOptions

  func run() async throws {
    try await reporting {
      let answer = try await options.call(
        "hq/publish", ["action": "draft", "list": .string(list), "username": .string(`as`)])
      print(line: options.text(answer, plain: "\(list) is a draft. Add tasks: tillside-cloud hq publish add"))
    }
  }
}

struct AddTask: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "add", abstract: "Add a task to a draft.")
  @Argument(help: "Name of the list.") var list: String
  @Argument(help: "Title of the task.") var title: String
  @Option(help: "Note with instructions.") var note: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Days from the list's target date, negative before it.", valueName: "days"))
  var offset = 0
  @Option(help: ArgumentHelp("Time of day it is due.", valueName: "hh:mm")) var due = "17:00"
  @Option(help: "Planner's priority: 1 urgent, 3 important, 5 medium, 9 low.") var priority = 5
  @Option(name: .customLong("check"), help: "Item of the checklist; may be given several times.") var checklist:
    [String] = []
  @Option(help: "Web address to go with it.") var link: String?
  @Option(help: "checklist or approval: what has to be met before it can be completed.") var requires: [String] = []
  @OptionGroup var options: ControlOptions

  func run() async throws {
    try await reporting {
      var body: JSON.Object = [
        "action": "add", "list": .string(list), "title": .string(title), "offsetDays": .int(offset),
        "due": .string(due), "priority": .int(priority), "checklist": .array(checklist.map(JSON.string)),
        "requires": .array(requires.map(JSON.string)),
      ]
      body["note"] = note.map(JSON.string)
      body["link"] = link.map(JSON.string)
      let answer = try await options.call("hq/publish", body)
      print(line: options.text(answer, plain: "\(list) has \(counted(answer?["tasks"]?.array?.count ?? 0, "task"))."))
    }
  }
}

struct ReviewList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Choose who receives a draft and look it over; nothing is sent yet.")
  @Argument(help: "Name of the list.") var list: String
  @Option(help: "Communications manager who publishes it.") var `as`: String
  @Option(help: ArgumentHelp("Node of the hierarchy; may be given several times.", valueName: "node")) var to:
    [String] = []
  @Option(help: ArgumentHelp("Attribute a store has to have.", valueName: "name=value")) var `where`: [String] = []
  @Option(help: ArgumentHelp("Target date, today without.", valueName: "yyyy-mm-dd")) var target: String?
  @OptionGroup var options: ControlOptions

  func run() async throws {
    try await reporting {
      var body: JSON.Object = [
        "action": "review", "list": .string(list), "username": .string(`as`), "to": .array(to.map(JSON.string)),
        "where": .array(`where`.map(JSON.string)),
      ]
      body["target"] = target.map(JSON.string)
      let answer = try await options.call("hq/publish", body)
      let stores = (answer?["stores"]?.array ?? []).map { [$0["number"]?.string, $0["name"]?.string] }
      let tasks = (answer?["tasks"]?.array ?? []).map { task in
        [
          task["title"]?.string, task["due"]?.string, task["priority"]?.int.map(String.init),
          task["checklist"]?.array.map { String($0.count) }, task["requires"]?.listed,
        ]
      }
      let parts = [
        Table(["TASK", "DUE", "PRIORITY", "CHECKLIST", "REQUIRES"], tasks).text,
        "\(list), target date \(answer?["target"]?.string ?? ""), goes to:", Table(["STORE", "TOWN"], stores).text,
        "Publish it: tillside-cloud hq publish confirm \"\(list)\"",
      ]
      print(line: options.text(answer, plain: parts.joined(separator: "\n")))
    }
  }
}

struct ConfirmList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "confirm", abstract: "Publish a draft as it was reviewed.")
  @Argument(help: "Name of the list.") var list: String
  @OptionGroup var options: ControlOptions

  func run() async throws {
    try await reporting {
      let answer = try await options.call("hq/publish", ["action": "confirm", "list": .string(list)])
      let rows = (answer?["deliveries"]?.array ?? []).map {
        [$0["store"]?.string, $0["outcome"]?.string, $0["tasks"]?.int.map(String.init)]
      }
      print(line: options.text(answer, plain: Table(["STORE", "RESULT", "TASKS"], rows).text))
    }
  }
}

struct Unpublish: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Take a list back: every store's copy is deleted.")
  @Argument(help: "Name of the list.") var list: String
  @Option(help: "Communications manager who does it.") var `as`: String
  @OptionGroup var options: ControlOptions

  func run() async throws {
    try await reporting {
      let answer = try await options.call(
        "hq/publish", ["action": "unpublish", "list": .string(list), "username": .string(`as`)])
      print(line: options.text(answer, plain: "\(list) is taken back: no store has it any more."))
    }
  }
}

struct DuplicateList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duplicate", abstract: "Make a draft with the tasks of another list.")
  @Argument(help: "Name of the list.") var list: String
  @Argument(help: "Name of the new draft.") var name: String
  @Option(help: "Communications manager who makes it.") var `as`: String
  @OptionGroup var options: ControlOptions

  func run() async throws {
    try await reporting {
      let answer = try await options.call(
        "hq/publish",
        ["action": "duplicate", "list": .string(list), "as": .string(name), "username": .string(`as`)])
      print(line: options.text(answer, plain: "\(name) is a draft with the tasks of \(list)."))
    }
  }
}

struct ApproveTask: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve", abstract: "A store manager approves a task that asks for it.")
  @Argument(help: "Title or id of the task.") var task: String
  @Option(help: "Manager of the store.") var `as`: String
  @OptionGroup var options: ControlOptions

  func run() async throws {
    try await reporting {
      let answer = try await options.call(
        "hq/publish", ["action": "approve", "task": .string(task), "username": .string(`as`)])
      print(line: options.text(answer, plain: "\(task) is approved and can be completed."))
    }
  }
}

/// How far published lists are.
struct Reports: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Show how far published lists are, by list, store or task.")
  @Option(help: "list, store or task.") var by = "list"
  @Option(help: "One list only.") var list: String?
  @OptionGroup var options: ControlOptions

  func run() async throws {
    try await reporting {
      var path = "hq/reports?by=\(by.addressEncoded)"
      if let list { path += "&list=\(list.addressEncoded)" }
      let answer = try await options.look(path)
      let rows = (answer.array ?? []).map { line in
        let (done, total) = (line["done"]?.int ?? 0, line["total"]?.int ?? 0)
        return [
          line["list"]?.string, line["store"]?.string ?? line["task"]?.string ?? "all", "\(done)/\(total)",
          String(line["assigned"]?.int ?? 0), String(line["gone"]?.int ?? 0),
        ]
      }
      let table = Table(
        ["LIST", by == "list" ? "STORES" : by.uppercased(), "DONE", "ASSIGNED", "GONE"], rows,
        empty: "Nothing is published yet. See: tillside-cloud hq publish list")
      print(line: options.text(answer, plain: table.text))
    }
  }
}
