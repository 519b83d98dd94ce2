/// What lock and sign-out ask of the worker's local copy; sync does it.
public protocol ShiftClearing: Sendable {
  /// Gives edits in flight their last chance: no new round, and back within the limit or when the task is cancelled.
  func flush(limit: Duration) async

  /// Ends the work on the local copy and destroys it.
  ///
  /// Answers what was read back afterwards.
  func destroyLocalCopy() async -> CopyClearing
}

/// What became of the local copy, as read back.
public struct CopyClearing: Hashable, Sendable {
  /// How much is known of it.
  public enum Reading: Hashable, Sendable {
    /// It was looked at.
    case read
    /// It could not be looked at, so it may still be there.
    case unread
    /// This session never had one: the files could not be used from its begin on.
    case neverStored
  }

  /// How much is known.
  public var reading = Reading.read
  /// Tasks destroyed.
  public var destroyed = 0
  /// Tasks that can still be read; 0 unless something is wrong.
  public var left = 0
  /// Unsent changes kept for their owner.
  public var kept = 0
  /// Unsent changes that are lost; 0 unless something is wrong.
  public var lost = 0

  /// Nothing of anything.
  public init() {}
}
