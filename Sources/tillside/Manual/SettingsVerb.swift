import ArgumentParser
import CloudWire
import Workspace

/// `tillside settings`: every key there is; with `--sample` a file to begin with.
struct SettingsVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settings", abstract: "List every key of the settings file, with its default and its variable.",
    discussion: "Says what there is, not what is set: tillside doctor says which file is read.")

  @Flag(help: "Print a settings file with every key, commented out.")
  var sample = false

  @Flag(help: "Print a JSON list of objects with key, expects, default, variable and note.")
  var json = false

  func validate() throws {
    if sample, json { throw ValidationError("--sample and --json exclude each other.") }
  }

  func run() throws {
    if sample { return print(SampleSettings.text, terminator: "") }
    if json {
      let all = SettingKey.all.map(\.json) + [KeySetting.json]
      return print(String(decoding: JSON.array(all).bytes, as: UTF8.self))
    }
    for key in SettingKey.all {
      print(key.path)
      print("    \(key.note)")
      print("    \(key.expected); default \(key.defaultText ?? "none"); \(key.environmentName)")
    }
    print(KeySetting.path)
    print("    \(KeySetting.note)")
    print("    \(KeySetting.expected); default: as tillside keys lists them; no variable")
  }
}

extension SettingKey {
  fileprivate var json: JSON {
    [
      "key": .string(path), "expects": .string(expected), "default": defaultText.map { .string($0) } ?? .null,
      "variable": .string(environmentName), "note": .string(note),
    ]
  }
}

/// What stands below `keys`, one setting for each command.
enum KeySetting {
  static let path = "keys.COMMAND"
  static let expected = "a key like Ctrl+N, or a list: [n, F4]"
  static var note: String {
    let needed = Keymap.needsKey.map(\.rawValue).sorted().joined(separator: ", ")
    return "Keys of a command by its name. An empty list takes them away, but not from \(needed)."
  }

  static var json: JSON {
    ["key": .string(path), "expects": .string(expected), "default": .null, "variable": .null, "note": .string(note)]
  }
}

/// A settings file with every key, each commented out with its default.
enum SampleSettings {
  static var text: String {
    var lines = [
      "# Settings of Tillside. Copy to /etc/tillside/config.yaml and take the # away where something is to differ.",
      "# An unknown key is an error: the program says its line and does not start.",
    ]
    var open: [Substring] = []
    for key in SettingKey.all {
      let parts = key.path.split(separator: ".")
      let folders = Array(parts.dropLast())
      let common = zip(open, folders).prefix { $0 == $1 }.count
      if common == 0 { lines.append("") }
      for depth in common..<max(common, folders.count) {
        lines.append("#" + indent(depth) + folders[depth] + ":")
      }
      open = folders
      lines.append("#" + indent(folders.count) + "# " + key.note + " Expects \(key.expected).")
      lines.append("#" + indent(folders.count) + (parts.last ?? "") + ":" + (key.defaultText.map { " " + $0 } ?? ""))
    }
    lines += ["", "#keys:", "#  # command: key or list of keys; tillside keys lists the commands", "#  lock: [F9, L]"]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func indent(_ depth: Int) -> String { String(repeating: "  ", count: depth) }
}
