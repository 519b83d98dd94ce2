import Synchronization
public import Terminal
public import Workspace

/// Where everything that works beside the loop leaves its messages; safe from any thread.
public final class Mailbox: Sendable {
  private let messages = Mutex<[Message]>([])
  private let waker: any TerminalWaker

  /// A mailbox that wakes the loop's device when something is left in it.
  public init(waker: any TerminalWaker) { self.waker = waker }

  /// Leaves a message; messages of one sender stay in order.
  public func post(_ message: Message) {
    messages.withLock { $0.append(message) }
    waker.wake()
  }

  /// Whether nothing waits.
  public var isEmpty: Bool { messages.withLock { $0.isEmpty } }

  func drain() -> [Message] {
    messages.withLock { waiting in
      defer { waiting.removeAll(keepingCapacity: true) }
      return waiting
    }
  }
}
