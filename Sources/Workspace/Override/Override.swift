public import StoreModel

/// A command the worker may not do, which somebody who may does for them this once.
public struct Override: Equatable, Sendable {
  /// How far it is.
  public enum Step: Equatable, Sendable {
    /// The worker is asked whether somebody shall sign in for it.
    case asked
    /// Somebody signs in.
    case signingIn
    /// They may; their tokens are being wiped.
    case known(Worker)
    /// The command can be done, once.
    case granted(Worker)
  }

  /// The command.
  public let command: CommandID
  /// The tasks it is about; none for a new one.
  public let tasks: [TaskID]
  /// Where the worker was, and goes on.
  let page: Page
  /// How far it is.
  public internal(set) var step = Step.asked

  /// Whose it is, and that their sign-in is gone, as read back.
  var note: Notice?

  /// Whether it lets a task be changed.
  func covers(_ task: TaskID) -> Bool { isGranted && tasks.contains(task) }

  /// Whether it lets this command be done.
  func covers(_ command: CommandID) -> Bool { isGranted && self.command == command }

  private var isGranted: Bool { if case .granted = step { true } else { false } }
}
