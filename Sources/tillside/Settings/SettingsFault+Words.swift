import Strings

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
      return words(.settingsUnknownKeyNear, ["place": place, "key": key, "nearest": nearest])
    case .unknownKey(let key, nil): return words(.settingsUnknownKey, ["place": place, "key": key])
    case .wrongValue(let key, let value, let expected):
      return words(.settingsWrongValue, ["place": place, "key": key, "value": value, "expected": expected])
    case .keyTaken(let key, let command, let other):
      return words(.settingsKeyTaken, ["place": place, "key": key, "command": command, "other": other])
    case .scannerWithoutPrefix: return words(.settingsScannerWithoutPrefix, ["place": place])
    case .notAMap(let key): return words(.settingsNotAMap, ["place": place, "key": key.isEmpty ? "-" : key])
    }
  }
}
