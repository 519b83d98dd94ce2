import Strings
import Terminal
import Workspace

extension SettingsFault {
  /// One line: what is wrong, where, what to do.
  func line(_ words: Words) -> String {
    var place = source
    if let line { place += ":\(line)" }
    if let column { place += ":\(column)" }
    switch kind {
    case .unreadable(let reason): return words(.settingsUnreadable, ["place": place, "reason": reason])
    case .notYAML(let reason): return words(.settingsNotYAML, ["place": place, "reason": reason])
    case .unknownKey(let key, let nearest?):
      return words(.settingsUnknownKeyNear, ["place": place, "key": SafeText(key).text, "nearest": nearest])
    case .unknownKey(let key, nil):
      return words(.settingsUnknownKey, ["place": place, "key": SafeText(key).text])
    case .wrongValue(let key, let value, let expected):
      return words(
        .settingsWrongValue, ["place": place, "key": key, "value": SafeText(value).text, "expected": expected])
    case .keyTaken(let conflict): return sentence(of: conflict, place, words)
    case .keyNeeded(let command): return words(.settingsKeyNeeded, ["place": place, "command": command])
    case .scannerWithoutPrefix: return words(.settingsScannerWithoutPrefix, ["place": place])
    case .scannerPrefixTyped(let prefix, let command?):
      return words(.settingsScannerPrefixCommand, ["place": place, "prefix": prefix, "command": command])
    case .scannerPrefixTyped(let prefix, nil):
      return words(.settingsScannerPrefixTyped, ["place": place, "prefix": prefix])
    case .scannerPrefixIsSuffix(let prefix):
      return words(.settingsScannerPrefixIsSuffix, ["place": place, "prefix": prefix])
    case .notAMap(let key): return words(.settingsNotAMap, ["place": place, "key": key.isEmpty ? "-" : key])
    case .notAFile: return words(.settingsNotAFile, ["place": place])
    case .tooLarge: return words(.settingsTooLarge, ["place": place, "n": String(SettingsText.limit >> 10)])
    case .notText: return words(.settingsNotText, ["place": place])
    case .linkLeadsNowhere: return words(.settingsLinkLeadsNowhere, ["place": place])
    case .misnamed(let expected): return words(.settingsMisnamed, ["place": place, "expected": expected])
    case .setsNothing: return words(.settingsSetsNothing, ["place": place])
    case .nothingBelow(let key): return words(.settingsNothingBelow, ["place": place, "key": key])
    case .twice(let key): return words(.settingsTwice, ["place": place, "key": SafeText(key).text])
    case .cloudIncomplete: return words(.settingsCloudIncomplete)
    }
  }
  private func sentence(of conflict: KeyConflict, _ place: String, _ words: Words) -> String {
    var facts = ["place": place, "key": "\(conflict.key)", "command": conflict.command.rawValue]
    let phrase: CommandLinePhrase
    switch conflict.holder {
    case .command(let other):
      facts["other"] = other.rawValue
      phrase = .settingsKeyTaken
    case .writing: phrase = .settingsKeyWrites
    case .digits: phrase = .settingsKeyDigit
    case .sequences: phrase = .settingsKeySequences
    case .writingAlone: phrase = .settingsKeyNeededInText
    }
    return words(phrase, facts)
  }
}
