import Glibc

/// Where settings come from, read in order of their weight: defaults, file, environment, flags.
enum SettingsSources {
  /// The settings in force. `file` is the path given by `--config`, which must exist; else the usual places may.
  static func load(file: String?, environment: [String: String]) throws(SettingsFault) -> Settings {
    var settings = Settings()
    if let path = try place(file, environment) {
      try SettingsFile(path: path, text: try SettingsText.read(path)).apply(to: &settings)
    }
    for key in SettingKey.all {
      guard let value = environment[key.environmentName] else { continue }
      guard key.apply(&settings, value) else {
        throw SettingsFault(
          source: key.environmentName,
          kind: .wrongValue(key: key.path, value: value, expected: key.expected))
      }
      if key.isScanner { settings.scannerPlaces[key.path] = .init(source: key.environmentName) }
    }
    if let fault = settings.contradiction { throw fault }
    return settings
  }

  /// The file that is read; nil when none is given and none is in the usual places.
  ///
  /// Only what is certainly not there is passed over: a file that cannot be looked at is a till that must not start.
  static func place(_ file: String?, _ environment: [String: String]) throws(SettingsFault) -> String? {
    if let file { return file }
    for place in usualPlaces(environment) {
      if try isThere(place) { return place }
      let other = place.dropLast("yaml".count) + "yml"
      if try isThere(String(other)) {
        throw SettingsFault(source: String(other), kind: .misnamed(expected: place))
      }
    }
    return nil
  }

  /// `$XDG_CONFIG_HOME/tillside/config.yaml`, then `/etc/tillside/config.yaml`.
  static func usualPlaces(_ environment: [String: String]) -> [String] {
    let home = environment["XDG_CONFIG_HOME"] ?? environment["HOME"].map { $0 + "/.config" }
    return [home.map { $0 + "/tillside/config.yaml" }, "/etc/tillside/config.yaml"].compactMap { $0 }
  }

  private static func isThere(_ path: String) throws(SettingsFault) -> Bool {
    var facts = stat()
    if lstat(path, &facts) == 0 { return true }
    if errno == ENOENT { return false }
    throw SettingsFault(source: path, kind: .unreadable(reason: String(cString: strerror(errno))))
  }
}
