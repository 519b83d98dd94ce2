import Terminal
import Workspace

/// Everything that can be set, with its defaults (INTERFACE: flags > environment > file > defaults).
struct Settings: Equatable, Sendable {
  /// A real tenant; without one the practice store is all there is.
  struct Cloud: Equatable, Sendable {
    var tenant = ""
    var clientID = ""
    var authority = "https://login.microsoftonline.com"
    var graph = "https://graph.microsoft.com/v1.0"
    var ca: String?
    var proxy: String?
  }
  struct Terminal: Equatable, Sendable {
    /// As said by file or environment; nil while nothing says.
    var chosenStore: String?
    var chosenRegister: String?
    var profile: String?
    var timeZone: String?
    var scannerPrefix = ""
    var scannerSuffix = ""

    var store: String { chosenStore ?? "012" }
    var register: String { chosenRegister ?? "3" }
  }
  struct Session: Equatable, Sendable {
    var idleMinutes = 5
    var warnSeconds = 30
    var absoluteHours = 12
    var signIn: [String] = ["deviceCode", "browser"]
    var pin = "optional"
  }
  struct Appearance: Equatable, Sendable {
    var theme = "colour"
    /// Nil means the locale's.
    var language: String?
    var isASCII = false
  }
  struct Notifications: Equatable, Sendable {
    /// On a screen.
    var ringsBell = false
    /// Line by line.
    var ringsInLines = false
  }

  var cloud: Cloud?
  var terminal = Terminal()
  var session = Session()
  var pollSeconds = 60
  var appearance = Appearance()
  var notifications = Notifications()
  /// Keys set anew, by command.
  var keys: [CommandID: [Key]] = [:]
  /// Nil means: allowed unless a tenant is set.
  var isPracticeAllowed: Bool?
  var isKiosk = false
  /// Where the scanner's settings stand, by their paths: what is wrong with them shows once all is read.
  var scannerPlaces: [String: Place] = [:]

  /// Where a value was read.
  struct Place: Equatable, Sendable {
    var source: String
    var line: Int?
    var column: Int?
  }

  /// Whether the practice store may be opened.
  var allowsPractice: Bool { isPracticeAllowed ?? (cloud == nil) }
}

/// What is wrong with the settings, and where.
struct SettingsFault: Error, Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    case unreadable(reason: String)
    case notYAML(reason: String)
    case unknownKey(String, nearest: String?)
    case wrongValue(key: String, value: String, expected: String)
    case notAMap(key: String)
    /// A pipe, a device, a folder.
    case notAFile
    case tooLarge
    /// No text in UTF-8.
    case notText
    case linkLeadsNowhere
    /// A name that is not read; `expected` is the path that is.
    case misnamed(expected: String)
    /// Nothing but comments.
    case setsNothing
    case nothingBelow(key: String)
    case twice(key: String)
    /// Only one of tenant and client id, or neither.
    case cloudIncomplete
    /// A suffix that nothing announces.
    case scannerWithoutPrefix
    /// A prefix that somebody types; `command` is what its key does, nil for letters, digits and the like.
    case scannerPrefixTyped(prefix: String, command: String?)
    case scannerPrefixIsSuffix(prefix: String)
    /// A key that something else has where its command is live.
    case keyTaken(KeyConflict)
    /// A command that nobody can do without was left with no key.
    case keyNeeded(command: String)
  }

  /// A file's path, the environment variable's name, or the setting's own.
  var source: String
  /// From 1; nil where a place makes no sense.
  var line: Int?
  var column: Int?
  var kind: Kind
}
