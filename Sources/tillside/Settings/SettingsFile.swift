import Terminal
import Workspace
import Yams

/// A settings file in YAML; an unknown key is an error with its line, and nothing is guessed.
struct SettingsFile {
  /// Its path, for messages.
  let path: String
  /// Its text.
  let text: String

  /// Takes everything the file says into settings; stops at the first fault.
  func apply(to settings: inout Settings) throws(SettingsFault) {
    guard let root = try compose(), root.null == nil else {
      throw SettingsFault(source: path, kind: .setsNothing)
    }
    guard case .mapping(let mapping) = root else { throw fault(root, .notAMap(key: "")) }
    try apply(mapping, below: "", to: &settings)
  }

  private func compose() throws(SettingsFault) -> Node? {
    do {
      return try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw notYAML(error)
    } catch {
      throw SettingsFault(source: path, kind: .notYAML(reason: ""))
    }
  }

  private func notYAML(_ error: YamlError) -> SettingsFault {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      SettingsFault(source: path, line: mark.line, column: mark.column, kind: .notYAML(reason: problem))
    case .duplicatedKeysInMapping(let duplicates, let context):
      twice(duplicates.first ?? "", in: context.mark)
    default: SettingsFault(source: path, kind: .notYAML(reason: ""))
    }
  }

  private func apply(
    _ mapping: Node.Mapping, below prefix: String, to settings: inout Settings
  ) throws(SettingsFault) {
    for (name, value) in mapping {
      let key = prefix + (name.string ?? "")
      if prefix == "keys." {
        try applyKey(key, value, at: name, to: &settings)
      } else if let setting = SettingKey.all.first(where: { $0.path == key }) {
        let isWritten = value.scalar != nil || setting.isList && value.sequence != nil
        let text = written(value)
        guard isWritten, setting.apply(&settings, setting.isPath ? besideThisFile(text) : text) else {
          throw fault(value, .wrongValue(key: key, value: text, expected: setting.expected))
        }
        if setting.isScanner {
          settings.scannerPlaces[key] = .init(source: path, line: value.mark?.line, column: value.mark?.column)
        }
      } else if key == "keys" || SettingKey.all.contains(where: { $0.path.hasPrefix(key + ".") }) {
        if value.null != nil { throw fault(name, .nothingBelow(key: key)) }
        guard case .mapping(let below) = value else { throw fault(value, .notAMap(key: key)) }
        try apply(below, below: key + ".", to: &settings)
      } else {
        let known = SettingKey.all.map(\.path) + ["keys"]
        throw fault(name, .unknownKey(key, nearest: nearest(key, among: known)))
      }
    }
    if prefix == "keys." { try checkKeys(mapping, settings) }
  }

  private func applyKey(
    _ key: String, _ value: Node, at name: Node, to settings: inout Settings
  ) throws(SettingsFault) {
    let word = String(key.dropFirst("keys.".count))
    let ids = CommandID.allCases.map(\.rawValue)
    guard let id = CommandID(rawValue: word) else {
      throw fault(name, .unknownKey(key, nearest: nearest(word, among: ids)))
    }
    var keys: [Key] = []
    for spelling in spellings(value) {
      guard let read = Key(spelling.string) else {
        throw fault(
          spelling.node,
          .wrongValue(key: key, value: spelling.string, expected: KeySetting.expected))
      }
      keys.append(read)
    }
    if keys.isEmpty, Keymap.needsKey.contains(id) { throw fault(name, .keyNeeded(command: word)) }
    settings.keys[id] = keys
  }

  /// Reports the first key that something else has where its command is live, at the line that sets it.
  private func checkKeys(_ mapping: Node.Mapping, _ settings: Settings) throws(SettingsFault) {
    guard let clash = Keymap.conflicts(settings.keys).first else { return }
    let name = mapping.first { $0.key.string == clash.command.rawValue }?.key
    let kind = SettingsFault.Kind.keyTaken(clash)
    throw name.map { fault($0, kind) } ?? SettingsFault(source: path, kind: kind)
  }

  private func spellings(_ node: Node) -> [(string: String, node: Node)] {
    switch node {
    case .scalar(let scalar): [(scalar.string, node)]
    case .sequence(let list): list.map { ($0.string ?? "", $0) }
    default: [("", node)]
    }
  }

  /// A value as one text, a list joined by commas.
  private func written(_ node: Node) -> String {
    switch node {
    case .scalar(let scalar): scalar.string
    case .sequence(let list): list.map { $0.string ?? "" }.joined(separator: ",")
    default: ""
    }
  }

  /// A path as this file means it: seen from its own folder.
  private func besideThisFile(_ value: String) -> String {
    guard !value.isEmpty, !value.hasPrefix("/"), let slash = path.lastIndex(of: "/") else { return value }
    return path[...slash] + value
  }

  /// A key that stands twice in the map that begins at a mark, told at its second place.
  private func twice(_ key: String, in map: Mark) -> SettingsFault {
    let indent = String(repeating: " ", count: max(0, map.column - 1))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().dropFirst(map.line - 1)
    let places = lines.filter { $0.element.hasPrefix(indent + key + ":") }.map { $0.offset + 1 }
    let line = places.count > 1 ? places[1] : map.line
    return SettingsFault(source: path, line: line, column: map.column, kind: .twice(key: key))
  }

  private func fault(_ node: Node, _ kind: SettingsFault.Kind) -> SettingsFault {
    SettingsFault(source: path, line: node.mark?.line, column: node.mark?.column, kind: kind)
  }
}
