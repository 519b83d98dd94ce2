import SessionCore
import Synchronization

/// A sign-in page whose answer a test brings.
final class ScriptedVisit: BrowserVisit {
  private struct State: Sendable {
    var arrived: (@Sendable () -> Void)?
    var isClosed = false
  }

  private let state = Mutex(State())
  private let onRedeem: @Sendable () async -> BrowserOutcome

  init(_ onRedeem: @escaping @Sendable () async -> BrowserOutcome) { self.onRedeem = onRedeem }

  var isClosed: Bool { state.withLock { $0.isClosed } }

  /// The browser comes back.
  func arrive() { state.withLock { $0.arrived }?() }

  func open(_ arrived: @escaping @Sendable () -> Void) async { state.withLock { $0.arrived = arrived } }
  func take(pasted address: String) async -> Bool { address == "right" }
  func redeem() async -> BrowserOutcome { await onRedeem() }
  func close() async { state.withLock { $0 = State(isClosed: true) } }
}
