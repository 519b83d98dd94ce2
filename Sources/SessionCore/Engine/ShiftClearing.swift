/// What lock and sign-out ask of the worker's local copy; sync does it.
public protocol ShiftClearing: Sendable {
  /// Gives edits in flight their last chance: no new round, and back within the limit or when the task is cancelled.
  func flush(limit: Duration) async

  /// Ends the work on the local copy and destroys it.
  ///
  /// Answers what was read back afterwards: tasks destroyed, tasks that can still be read, unsent changes kept for their
  /// owner.
  func destroyLocalCopy() async -> (destroyed: Int, left: Int, kept: Int)
}
