public import StoreModel

/// What a trainer does to the practice world from the terminal; with a real tenant there is none of it.
public enum PracticeCommand: Hashable, Sendable {
  /// Everything back to its start.
  case reset
  /// Trouble with the cloud until it is ended; nil ends all of it.
  case trouble(PracticeTrouble?)
  /// A colleague of the worker changes a task on another device.
  case edit(TaskID, PracticeEdit, not: String)
  /// Head office publishes a list to the worker, by sign-in name.
  case publish(to: String)
}

/// Kinds of trouble the practice cloud can have, in the words of its control interface.
public enum PracticeTrouble: String, Hashable, Sendable, CaseIterable {
  case offline, throttle, unavailable, timeout, truncate, garbage, latency, conflict, challenge
}

/// What a colleague does to a task.
public enum PracticeEdit: Hashable, Sendable, CaseIterable {
  case complete, reopen, rename, note, postpone, delete
}

/// What came of it.
public enum PracticeEvent: Hashable, Sendable {
  case done(PracticeCommand)
  /// What the practice cloud says against it. Untrusted text.
  case refused(String)
  /// No practice cloud can be told anything from here.
  case unreachable
}
