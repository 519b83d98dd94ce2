import CWipeOnFree
import Synchronization
import TaskSync
import Workspace

/// Gives memory back once the first round of a session is over, whose answers were the largest the program ever holds.
final class SpareMemory: Sendable {
  private let isRead = Mutex(false)

  /// Looks at a message that goes to the loop.
  func notice(_ message: Message) {
    guard case .sync(.standing(let standing)) = message else { return }
    let isFirst = isRead.withLock { isRead in
      defer { isRead = standing.lastSync != nil }
      return !isRead && standing.lastSync != nil
    }
    if isFirst { chardening_return_free_memory() }
  }
}
