public import SessionCore
public import StoreModel
public import TaskSync

/// Something `update` wants done; nothing happens until the runner carries it out.
public enum Effect: Hashable, Sendable {
  /// Open what is needed after the first frame.
  case open
  /// To the session.
  case session(SessionCommand)
  /// To sync.
  case sync(SyncCommand)
  /// To the practice phone.
  case phone(PhoneCommand)
  /// To the desk where somebody who may do more signs in for one act.
  case override(OverrideCommand)
  /// Into the audit trail: what only the front end knows.
  case audit(AuditEvent)
  /// To the practice world.
  case practice(PracticeCommand)
  /// To whoever asked from outside.
  case outside(OutsideAnswer)
  /// Empty screen and scrollback at once, before anything else of this turn.
  case blank
  /// Draw everything anew.
  case repaint
  /// Sound the terminal's bell once.
  case bell
  /// End the program.
  case end(ExitReason)
}

/// What the worker wants of the session.
public enum SessionCommand: Hashable, Sendable {
  /// Sign in, with the account typed as a hint; empty for none.
  case signIn(hint: String, way: SignInWay = .deviceCode)
  /// The address of the browser's last page, pasted.
  case paste(String)
  case newCode, cancelSignIn
  case lock(LockReason)
  case signOut
  /// Set the session's PIN.
  case setPIN(String, PersonID)
  /// Open the locked session with its PIN.
  case openByPIN(String, PersonID)
  /// The worker did something: the idle limit starts again.
  case activity
}

/// What is wanted of a sign-in for one act.
public enum OverrideCommand: Hashable, Sendable {
  case begin(SignInWay)
  case newCode
  /// The address of the browser's last page, pasted.
  case paste(String)
  case cancel
}

/// What the worker wants of sync.
public enum SyncCommand: Hashable, Sendable {
  case syncNow
  case loadDetails(TaskID)
  /// `seen` is what the worker saw of the field when they began, where writing it takes a while.
  case edit(TaskEdit, TaskID, seen: EditBase.Value? = nil)
  case decide(Int64, ChangeDecision)
  /// Give up changes that were not sent, for good.
  case discard([Int64])
  /// Keep a worker's place sealed for them; nil drops what was kept.
  case keepPlace([UInt8]?, PersonID)
  /// Keep a place of a worker who had not come back to what is sealed for them yet: what was half written there stays.
  case joinPlace([UInt8], PersonID)
  /// Records of a worker's history to be sealed, beside those that were.
  case keepHistory([[UInt8]], PersonID)
}

/// What is done on the practice phone.
public enum PhoneCommand: Hashable, Sendable {
  /// Open the sign-in page and type the code.
  case enter(code: String)
  /// Choose an account and type its password.
  /// Open the sign-in page in the practice browser.
  case visit(address: String)
  case choose(username: String)
  case approve, decline
}
