/// Why an instance could not take its place, or could not be reached.
public enum InstanceFault: Error, Hashable, Sendable {
  /// Another one runs for this state folder and register.
  case alreadyRunning(RunningInstance)
  /// Its files could not be made or opened; an `errno` value.
  case unusable(path: String, errno: Int32)
  /// No instance listens there.
  case nobodyThere
  /// It did not answer in time, or ended before it did.
  case noAnswer
}
