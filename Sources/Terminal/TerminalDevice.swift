/// A terminal the loop can draw on and listen to: a real one, one in memory, or one on a pipe.
///
/// A device belongs to the thread of the loop; only its `waker` may be used from elsewhere.
public protocol TerminalDevice: AnyObject {
  /// Columns and rows now.
  var size: Size { get }
  /// What it can show.
  var abilities: TerminalAbilities { get }
  /// Ends a waiting `events(waitingUpTo:)` from any thread.
  var waker: any TerminalWaker { get }

  /// Waits until something happened, was woken, or the time is over, and answers everything that is pending.
  ///
  /// - Parameter limit: the longest wait, counting time the machine sleeps; nil waits without end, zero only looks.
  func events(waitingUpTo limit: Duration?) -> [TerminalEvent]

  /// Shows a frame; writes only what differs from the last one, and nothing when nothing does.
  func present(_ frame: Frame)

  /// Empties screen and scrollback at once and forgets what was drawn: first step of lock and sign-out.
  func blank()

  /// Sounds the bell once; nothing is shown and nothing moves.
  func ring()

  /// Draws everything anew with the next frame (Ctrl+L, after a stop).
  func invalidate()
}

/// Wakes a waiting device from any thread; many calls before the device looks count as one.
public protocol TerminalWaker: Sendable {
  /// Ends the wait.
  func wake()
}

/// What a terminal can show, found out once at start.
public struct TerminalAbilities: Hashable, Sendable {
  /// Whether lines and marks may go beyond ASCII.
  public var isUnicode: Bool
  /// How many colours; 0 is monochrome.
  public var colors: Int
  /// Whether keys reach us over a link that splits sequences (SSH, tmux, screen).
  public var isRemote: Bool

  /// Abilities as found.
  public init(isUnicode: Bool = true, colors: Int = 8, isRemote: Bool = false) {
    self.isUnicode = isUnicode
    self.colors = colors
    self.isRemote = isRemote
  }
}
