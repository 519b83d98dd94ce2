public import StoreModel
public import Terminal
public import Workspace

/// How the program starts; all settings stand before the first key.
public enum TapeSetting: Hashable, Sendable {
  /// Columns.
  case width(Int)
  /// Rows.
  case height(Int)
  /// Theme by name.
  case theme(TapeText)
  /// Language by code.
  case language(TapeText)
  /// Seed of ids and codes.
  case seed(Int)
  /// Number of the store the terminal stands in.
  case store(TapeText)
  /// Whether lines and marks stay within ASCII.
  case ascii(Bool)
  /// Where both clocks start.
  case clock(Timestamp)
  /// Whether workers may or have to set a PIN.
  case pin(PINRule)
  /// By which ways one can sign in.
  case signIn(TapeSignIn)
  /// Whether the program takes the practice store for a real one.
  case real(Bool)
  /// Whether the program speaks line by line.
  case plain(TapePlain)
  /// Whether the terminal is a kiosk.
  case kiosk(Bool)
  /// Whether the program takes clicks.
  case mouse(Bool)
  /// Minutes without use after which the terminal locks.
  case idle(Int)
  /// Keys of a command, by its id, instead of its own.
  case key(TapeText, [Key])
  /// Hours after which a session locks, whatever the worker does.
  case hours(Int)
  /// Seconds between two looks at the cloud; 0 for none.
  case poll(Int)

  /// Longest and shortest screens a tape may ask for.
  static let columns = 1...1_000
  static let rows = 1...1_000
}
