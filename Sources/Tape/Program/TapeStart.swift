public import StoreModel
public import Terminal
public import Workspace

/// How a tape wants the program to start.
public struct TapeStart: Hashable, Sendable {
  /// Columns and rows.
  public var size = Size.smallest
  /// Practice scenario.
  public var scenario = "contoso-retail"
  /// Theme; nil for the usual one.
  public var theme: String?
  /// Language; nil for English.
  public var language: String?
  /// Seed of ids and codes.
  public var seed = 1
  /// Number of the store the terminal stands in.
  public var store = "012"
  /// Whether lines and marks stay within ASCII.
  public var isASCII = false
  /// Where both clocks start; nil for the usual moment.
  public var clock: Timestamp?
  /// Whether workers may or have to set a PIN.
  public var pin = PINRule.optional
  /// By which ways one can sign in.
  public var signIn = TapeSignIn.both
  /// Whether the program takes the practice store for a real one, and shows and allows what it would there.
  public var isReal = false
  /// Whether the program speaks line by line.
  public var plain = TapePlain.no
  /// Whether the terminal is a kiosk.
  public var isKiosk = false
  /// Whether the program takes clicks.
  public var takesMouse = false
  /// Minutes without use after which the terminal locks; nil for the usual ones.
  public var idle: Int?
  /// Keys of commands instead of their own.
  public var keys: [CommandID: [Key]] = [:]
  /// Hours after which a session locks, whatever the worker does; nil for the usual ones.
  public var hours: Int?
  /// Seconds between two looks at the cloud, 0 for none; nil for the usual ones.
  public var poll: Int?

  /// The usual start: 80 × 24, practice store, seed 1.
  public init() {}

  mutating func apply(_ setting: TapeSetting, names: [String: String]) {
    switch setting {
    case .width(let columns): size.columns = columns
    case .height(let rows): size.rows = rows
    case .theme(let name): theme = name.resolved(names)
    case .language(let code): language = code.resolved(names)
    case .seed(let number): seed = number
    case .store(let number): store = number.resolved(names)
    case .ascii(let isOn): isASCII = isOn
    case .clock(let moment): clock = moment
    case .pin(let rule): pin = rule
    case .signIn(let ways): signIn = ways
    case .real(let isOn): isReal = isOn
    case .plain(let lines): plain = lines
    case .kiosk(let isOn): isKiosk = isOn
    case .mouse(let isOn): takesMouse = isOn
    case .idle(let minutes): idle = minutes
    case .key(let command, let chosen):
      if let id = CommandID(rawValue: command.resolved(names)) { keys[id] = chosen }
    case .hours(let number): hours = number
    case .poll(let seconds): poll = seconds
    }
  }
}
