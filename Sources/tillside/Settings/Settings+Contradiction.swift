import Terminal
import Workspace

extension Settings {
  /// What is wrong with the values together, whichever file or variable each came from.
  var contradiction: SettingsFault? {
    if let cloud, cloud.tenant.isEmpty || cloud.clientID.isEmpty {
      return SettingsFault(source: "cloud", kind: .cloudIncomplete)
    }
    return scannerFault
  }

  private var scannerFault: SettingsFault? {
    let (prefix, suffix) = (terminal.scannerPrefix, terminal.scannerSuffix)
    guard let rule = ScanRule(prefix: prefix, suffix: suffix), let first = rule.prefix.first else {
      if suffix.isEmpty { return nil }
      return fault("terminal.scanner.suffix", .scannerWithoutPrefix)
    }
    func wrongPrefix(_ kind: SettingsFault.Kind) -> SettingsFault { fault("terminal.scanner.prefix", kind) }
    if let command = Keymap.command(wanting: first, keys) {
      return wrongPrefix(.scannerPrefixTyped(prefix: prefix, command: command.rawValue))
    }
    if first.isTypedAsText { return wrongPrefix(.scannerPrefixTyped(prefix: prefix, command: nil)) }
    return rule.prefix == rule.suffix ? wrongPrefix(.scannerPrefixIsSuffix(prefix: prefix)) : nil
  }

  private func fault(_ path: String, _ kind: SettingsFault.Kind) -> SettingsFault {
    let place = scannerPlaces[path] ?? Place(source: path)
    return SettingsFault(source: place.source, line: place.line, column: place.column, kind: kind)
  }
}

extension Key {
  /// Whether workers press it while they write: letters, digits, space, and the keys of every field.
  fileprivate var isTypedAsText: Bool {
    switch code {
    case .character(let character):
      modifiers.isEmpty && (character.isLetter || character.isNumber || character == " ")
    case .enter, .escape, .tab, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end, .pageUp,
      .pageDown:
      true
    case .function: false
    }
  }
}
