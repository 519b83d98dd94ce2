public import SessionCore
public import StoreModel
public import TaskSync
public import Terminal

/// Something that happened.
public enum Message: Sendable {
  /// The terminal: a key, a paste, another size, its end.
  case terminal(TerminalEvent)
  /// A line was answered to a page that was said; untrusted text.
  case answer(String, to: PlainPage)
  /// Time moved on; comes first in every turn, so limits are checked before keys.
  case clock(Now)
  /// A command is asked for by its id: from a tape, help, the palette.
  case command(CommandID)
  /// The store profile was read; nil when there is none.
  case profileRead(StoreProfile?, domain: String)
  /// The practice store's accounts, for the practice phone.
  case accountsRead([PhoneState.Account])
  /// The practice phone reports.
  case phone(PhoneEvent)
  /// The practice world reports.
  case practice(PracticeEvent)
  /// The session reports.
  case session(SessionEvent)
  /// The sign-in of somebody who may do more reports.
  case override(SessionEvent)
  /// What came of setting or trying a PIN.
  case pin(PINEvent)
  /// What waited on this terminal when a worker signed in.
  case found(WaitingHere)
  /// What a worker was writing, and where they were, is sealed on the disk, or why it is not.
  case placeKept(PersonID, StoreFault?)
  /// Another program on this terminal asks for something.
  case outside(OutsideRequest)
  /// Sync reports.
  case sync(SyncEvent)

  /// Another program on this terminal asks for the lock.
  public static let lockFromOutside = Message.outside(.lock)
}
