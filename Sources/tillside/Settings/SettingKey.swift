import Strings
import Terminal

/// One thing that can be set: its path in the file, and how a text becomes its value.
struct SettingKey: Sendable {
  /// `session.idleMinutes`.
  let path: String
  /// What a value has to look like, for the person who got it wrong.
  let expected: String
  /// Whether a list is a value.
  var isList = false
  /// Whether it names a file; a path in a settings file is seen from that file's folder.
  var isPath = false
  /// Takes the value; answers false when it cannot be one. A list comes joined by commas.
  let apply: @Sendable (inout Settings, String) -> Bool

  init(_ path: String, _ expected: String, _ apply: @escaping @Sendable (inout Settings, String) -> Bool) {
    self.path = path
    self.expected = expected
    self.apply = apply
  }

  /// Whether it belongs to the hand scanner, whose settings are held against each other once all are read.
  var isScanner: Bool { path.hasPrefix("terminal.scanner.") }

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
    cloud("tenant", .tenant) { $0.tenant = $1 },
    cloud("clientId", .guid) { $0.clientID = $1 },
    cloud("authority", .address) { $0.authority = $1 },
    cloud("graph", .address) { $0.graph = $1 },
    path(cloud("ca", .text) { $0.ca = $1 }),
    cloud("proxy", .text) { $0.proxy = $1 },
    text("terminal.store") { $0.terminal.chosenStore = $1 },
    text("terminal.register") { $0.terminal.chosenRegister = $1 },
    path(text("terminal.profile") { $0.terminal.profile = $1 }),
    text("terminal.timeZone", .timeZone) { $0.terminal.timeZone = $1 },
    text("terminal.scanner.prefix") { $0.terminal.scannerPrefix = $1 },
    text("terminal.scanner.suffix") { $0.terminal.scannerSuffix = $1 },
    number("session.idleMinutes", 1...15) { $0.session.idleMinutes = $1 },
    number("session.warnSeconds", 0...300) { $0.session.warnSeconds = $1 },
    number("session.absoluteHours", 1...24) { $0.session.absoluteHours = $1 },
    list("session.signIn", "deviceCode, browser or both") { settings, value in
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
    flag("notifications.bell") { $0.notifications.ringsBell = $1 },
    flag("notifications.bellInPlain") { $0.notifications.ringsInLines = $1 },
    choice("practice", ["allowed", "forbidden"]) { $0.isPracticeAllowed = $1 == "allowed" },
    flag("kiosk") { $0.isKiosk = $1 },
  ]

  private static func path(_ key: SettingKey) -> SettingKey {
    var key = key
    key.isPath = true
    return key
  }

  private static func list(
    _ path: String, _ expected: String, _ apply: @escaping @Sendable (inout Settings, String) -> Bool
  ) -> SettingKey {
    var key = SettingKey(path, expected, apply)
    key.isList = true
    return key
  }

  private static func text(
    _ path: String, _ form: SettingForm = .text, _ set: @escaping @Sendable (inout Settings, String) -> Void
  ) -> SettingKey {
    SettingKey(path, form.expected) { settings, value in
      guard form.holds(value) else { return false }
      set(&settings, value)
      return true
    }
  }

  private static func cloud(
    _ name: String, _ form: SettingForm, _ set: @escaping @Sendable (inout Settings.Cloud, String) -> Void
  ) -> SettingKey {
    text("cloud." + name, form) { settings, value in
      var cloud = settings.cloud ?? Settings.Cloud()
      set(&cloud, value)
      settings.cloud = cloud
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
      switch value.lowercased() {
      case "true", "yes", "on", "1": set(&settings, true)
      case "false", "no", "off", "0": set(&settings, false)
      default: return false
      }
      return true
    }
  }
}
