import Strings
import Terminal

/// One thing that can be set: its path in the file, and how a text becomes its value.
struct SettingKey: Sendable {
  /// `session.idleMinutes`.
  let path: String
  /// What a value has to look like, for the person who got it wrong.
  let expected: String
  /// Takes the value; answers false when it cannot be one. A list comes joined by commas.
  let apply: @Sendable (inout Settings, String) -> Bool

  init(_ path: String, _ expected: String, _ apply: @escaping @Sendable (inout Settings, String) -> Bool) {
    self.path = path
    self.expected = expected
    self.apply = apply
  }

  /// `TILLSIDE_SESSION_IDLE_MINUTES`.
  var environmentName: String {
    var name = "TILLSIDE_"
    for character in path {
      if character == "." {
        name.append("_")
      } else if character.isUppercase, !name.hasSuffix("_") {
        name += "_" + String(character)
      } else {
        name += character.uppercased()
      }
    }
    return name
  }

  /// All keys but those below `keys`, whose names are command ids.
  static let all: [SettingKey] = [
    cloud("tenant") { $0.tenant = $1 },
    cloud("clientId") { $0.clientID = $1 },
    cloud("authority", isAddress: true) { $0.authority = $1 },
    cloud("graph", isAddress: true) { $0.graph = $1 },
    cloud("ca") { $0.ca = $1 },
    cloud("proxy") { $0.proxy = $1 },
    text("terminal.store") { $0.terminal.chosenStore = $1 },
    text("terminal.register") { $0.terminal.chosenRegister = $1 },
    text("terminal.profile") { $0.terminal.profile = $1 },
    text("terminal.timeZone") { $0.terminal.timeZone = $1 },
    text("terminal.scanner.prefix") { $0.terminal.scannerPrefix = $1 },
    text("terminal.scanner.suffix") { $0.terminal.scannerSuffix = $1 },
    number("session.idleMinutes", 1...15) { $0.session.idleMinutes = $1 },
    number("session.warnSeconds", 0...300) { $0.session.warnSeconds = $1 },
    number("session.absoluteHours", 1...24) { $0.session.absoluteHours = $1 },
    SettingKey("session.signIn", "deviceCode, browser or both") { settings, value in
      let ways = value.split(separator: ",").map { $0.filter { $0 != " " } }
      guard !ways.isEmpty, ways.allSatisfy({ ["deviceCode", "browser"].contains($0) }) else { return false }
      settings.session.signIn = ways.map { String($0) }
      return true
    },
    choice("session.pin", ["off", "optional", "required"]) { $0.session.pin = $1 },
    number("sync.pollSeconds", 0...3600) { $0.pollSeconds = $1 },
    choice("appearance.theme", Theme.all.map(\.name)) { $0.appearance.theme = $1 },
    choice("appearance.language", Words.languages) { $0.appearance.language = $1 },
    flag("appearance.ascii") { $0.appearance.isASCII = $1 },
    choice("practice", ["allowed", "forbidden"]) { $0.isPracticeAllowed = $1 == "allowed" },
    flag("kiosk") { $0.isKiosk = $1 },
  ]

  private static func text(_ path: String, _ set: @escaping @Sendable (inout Settings, String) -> Void) -> SettingKey {
    SettingKey(path, "a text") { settings, value in
      guard !value.isEmpty else { return false }
      set(&settings, value)
      return true
    }
  }

  private static func cloud(
    _ name: String, isAddress: Bool = false, _ set: @escaping @Sendable (inout Settings.Cloud, String) -> Void
  ) -> SettingKey {
    SettingKey("cloud." + name, isAddress ? "an address that begins with https://" : "a text") { settings, value in
      guard !value.isEmpty, !isAddress || value.hasPrefix("https://") else { return false }
      var cloud = settings.cloud ?? Settings.Cloud()
      set(&cloud, value)
      settings.cloud = cloud
      return true
    }
  }

  private static func number(
    _ path: String, _ range: ClosedRange<Int>, _ set: @escaping @Sendable (inout Settings, Int) -> Void
  ) -> SettingKey {
    SettingKey(path, "a whole number from \(range.lowerBound) to \(range.upperBound)") { settings, value in
      guard let number = Int(value), range.contains(number) else { return false }
      set(&settings, number)
      return true
    }
  }

  private static func choice(
    _ path: String, _ choices: [String], _ set: @escaping @Sendable (inout Settings, String) -> Void
  ) -> SettingKey {
    SettingKey(path, "one of: " + choices.joined(separator: ", ")) { settings, value in
      guard choices.contains(value) else { return false }
      set(&settings, value)
      return true
    }
  }

  private static func flag(_ path: String, _ set: @escaping @Sendable (inout Settings, Bool) -> Void) -> SettingKey {
    SettingKey(path, "true or false") { settings, value in
      guard let isOn = ["true": true, "yes": true, "1": true, "false": false, "no": false, "0": false][value] else {
        return false
      }
      set(&settings, isOn)
      return true
    }
  }
}
