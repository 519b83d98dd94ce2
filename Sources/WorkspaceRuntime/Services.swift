public import SessionCore
public import Workspace

/// The doors to the world that effects go through; each closure carries one command out and returns when it is done.
///
/// Commands of one door run in the order given; doors run beside each other.
public struct Services: Sendable {
  /// Signs in, locks, signs out.
  public var session: @Sendable (SessionCommand) async -> Void
  /// Reads and edits tasks.
  public var sync: @Sendable (SyncCommand) async -> Void
  /// Uses the practice phone.
  public var phone: @Sendable (PhoneCommand) async -> Void
  /// Has somebody who may do more sign in for one act.
  public var override: @Sendable (OverrideCommand) async -> Void
  /// Writes an audit event down.
  public var audit: @Sendable (AuditEvent) async -> Void
  /// Changes the practice world.
  public var practice: @Sendable (PracticeCommand) async -> Void
  /// Answers who asked from outside.
  public var outside: @Sendable (OutsideAnswer) async -> Void
  /// Opens what the program needs after its first frame: store profile, practice store.
  public var open: @Sendable () async -> Void

  /// Doors; those left out do nothing.
  public init(
    session: @escaping @Sendable (SessionCommand) async -> Void = { _ in },
    sync: @escaping @Sendable (SyncCommand) async -> Void = { _ in },
    phone: @escaping @Sendable (PhoneCommand) async -> Void = { _ in },
    override: @escaping @Sendable (OverrideCommand) async -> Void = { _ in },
    audit: @escaping @Sendable (AuditEvent) async -> Void = { _ in },
    practice: @escaping @Sendable (PracticeCommand) async -> Void = { _ in },
    outside: @escaping @Sendable (OutsideAnswer) async -> Void = { _ in },
    open: @escaping @Sendable () async -> Void = {}
  ) {
    self.session = session
    self.sync = sync
    self.phone = phone
    self.override = override
    self.audit = audit
    self.practice = practice
    self.outside = outside
    self.open = open
  }
}
