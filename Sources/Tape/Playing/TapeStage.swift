public import Terminal

/// A running program as a tape sees it: what can be done to it, and what can be seen of it.
///
/// There are two: in memory with time that is moved, and on a real pty with time that passes.
public protocol TapeStage: AnyObject {
  /// The screen now, after everything done so far was shown.
  var screen: TapeScreen { get }
  /// Whether `settle` is a fact; a stage that only sees the screen from outside has to give it time to draw.
  var knowsIdle: Bool { get }
  /// The last messages, newest last, for failure reports; nothing secret is among them.
  var lastMessages: [String] { get }
  /// Exit code once the program is over.
  var exitCode: Int32? { get }
  /// Whether the program takes digits for a PIN now, so that nobody who looks on may read them.
  var takesPIN: Bool { get }

  /// Presses a key and, where idle is a fact, waits until the program has nothing more to do: so every play shows the
  /// same screens, whatever the machine is busy with. What takes time in the tape's world goes on.
  func press(_ key: Key) throws(TapeTrouble)
  /// Pastes text as one piece.
  func paste(_ text: String) throws(TapeTrouble)
  /// Scans a code as a hand scanner does: fast, ended by Enter.
  func scan(_ code: String) throws(TapeTrouble)
  /// Clicks on a cell, where the program has switched the mouse on.
  func click(at place: Position) throws(TapeTrouble)
  /// Gives the screen another size.
  func resize(to size: Size) throws(TapeTrouble)
  /// Waits until the program has nothing to do; never moves time.
  func settle() throws(TapeTrouble)
  /// Waits until the screen is as wanted, moving time if the stage can; answers whether it came to that.
  func wait(upTo limit: Duration, until isAsWanted: (TapeScreen) -> Bool) throws(TapeTrouble) -> Bool
  /// Moves the clock, firing every timer on the way.
  func advance(by duration: Duration) throws(TapeTrouble)
  /// Runs a command by its permanent id.
  func perform(_ command: String) throws(TapeTrouble)
  /// Has the practice world do something; what it says to that, if it says anything.
  @discardableResult
  func ask(_ request: WorldRequest) throws(TapeTrouble) -> String?
}

/// The screen as a stage sees it.
public struct TapeScreen: Hashable, Sendable {
  /// Cells and cursor.
  public var frame: Frame
  /// Whether the cells' roles are known; from outside only the selection can be seen.
  public var knowsRoles: Bool

  /// A screen.
  public init(frame: Frame, knowsRoles: Bool) {
    self.frame = frame
    self.knowsRoles = knowsRoles
  }
}

/// Why a step could not be done at all.
public enum TapeTrouble: Error, Hashable, Sendable {
  /// The program is over.
  case over(exitCode: Int32)
  /// The program was still busy after so long in real time.
  case busy(Duration)
  /// No command has this id.
  case unknownCommand(String)
  /// The step needs the practice store, and this is none.
  case practiceOnly
  /// The practice world refused.
  case refused(String)
  /// This stage cannot do the step.
  case impossible
  /// Somebody stopped a wait or a move of time by hand.
  case interrupted
}
