import Glibc

/// Where settings come from, read in order of their weight: defaults, file, environment, flags.
enum SettingsSources {
  /// The settings in force. `file` is the path given by `--config`, which must exist; else the usual places may.
  static func load(file: String?, environment: [String: String]) throws(SettingsFault) -> Settings {
    var settings = Settings()
    if let file {
      try SettingsFile(path: file, text: try read(file)).apply(to: &settings)
    } else if let found = usualPlaces(environment).first(where: { access($0, F_OK) == 0 }) {
      try SettingsFile(path: found, text: try read(found)).apply(to: &settings)
    }
    for key in SettingKey.all {
      guard let value = environment[key.environmentName] else { continue }
      guard key.apply(&settings, value) else {
        throw SettingsFault(
          source: key.environmentName,
          kind: .wrongValue(key: key.path, value: value, expected: key.expected))
      }
    }
    if settings.terminal.scannerPrefix.isEmpty, !settings.terminal.scannerSuffix.isEmpty {
      throw SettingsFault(source: "terminal.scanner.suffix", kind: .scannerWithoutPrefix)
    }
    return settings
  }

  /// `$XDG_CONFIG_HOME/tillside/config.yaml`, then `/etc/tillside/config.yaml`.
  static func usualPlaces(_ environment: [String: String]) -> [String] {
    let home = environment["XDG_CONFIG_HOME"] ?? environment["HOME"].map { $0 + "/.config" }
    return [home.map { $0 + "/tillside/config.yaml" }, "/etc/tillside/config.yaml"].compactMap { $0 }
  }

  private static func read(_ path: String) throws(SettingsFault) -> String {
    do throws(TextFile.Fault) {
      return String(decoding: try TextFile.read(path), as: UTF8.self)
    } catch {
      throw SettingsFault(source: path, kind: .unreadable(reason: error.reason))
    }
  }
}
