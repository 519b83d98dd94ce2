import Dispatch
import Synchronization

/// Waits on the thread of the command line for work that is done elsewhere.
func waitFor<Value: Sendable>(_ work: @escaping @Sendable () async -> Value) -> Value {
  let box = Box<Value>()
  let done = DispatchSemaphore(value: 0)
  Task {
    box.put(await work())
    done.signal()
  }
  while true {
    done.wait()
    if let value = box.value { return value }
  }
}

/// A value on its way from a task to the thread that waits for it.
private final class Box<Value: Sendable>: Sendable {
  private let held = Mutex<Value?>(nil)
  var value: Value? { held.withLock { $0 } }
  func put(_ value: Value) { held.withLock { $0 = value } }
}
