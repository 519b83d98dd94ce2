import ArgumentParser
import CloudWire
import Strings
import Terminal
import Workspace

/// `tillside keys`: every command with its keys, as the program itself knows them.
struct KeysVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "List every command: its name, its keys, what it does, where it is live.",
    discussion: "The names go into the settings below keys, and into tapes behind Do.")

  @Flag(help: "Print a JSON list of objects with command, keys, label, help, areas and operation.")
  var json = false

  func run() throws {
    let words = Words.english
    if json {
      return print(String(decoding: JSON.array(Catalogue.commands.map { $0.json(words) }).bytes, as: UTF8.self))
    }
    for command in Catalogue.commands {
      let keys = command.keys.map { "\($0)" }.joined(separator: " ")
      let operation = command.operation.map { " (POS \($0))" } ?? ""
      print(KeysVerb.padded(command.id.rawValue, 22) + KeysVerb.padded(keys, 16) + words(command.help) + operation)
    }
  }

  private static func padded(_ text: String, _ columns: Int) -> String {
    text + String(repeating: " ", count: max(1, columns - text.utf8.count))
  }
}

extension Command {
  fileprivate func json(_ words: Words) -> JSON {
    [
      "command": .string(id.rawValue), "keys": .array(keys.map { .string("\($0)") }),
      "label": .string(words(label)), "help": .string(words(help)),
      "areas": .array(Area.allCases.filter(areas.contains).map { .string("\($0)") }),
      "operation": operation.map { .int($0) } ?? .null,
    ]
  }
}
