import CloudWire
import NIOCore
import Synchronization

/// What the connections of one door share: who is inside, and what they get.
final class LoopbackRoom: Sendable {
  /// The most visitors at a time; a browser needs two or three.
  private static let limit = 16

  private struct State: Sendable {
    var gate: RedirectGate?
    var answered: (@Sendable (String) -> Void)?
    var visitors: [ObjectIdentifier: any Channel] = [:]
    var isClosed = false
  }

  private let state = Mutex(State())

  func expect(_ gate: RedirectGate, answered: @escaping @Sendable (String) -> Void) {
    state.withLock {
      $0.gate = gate
      $0.answered = answered
    }
  }

  /// Lets a connection in, unless there are too many or the door is closed.
  func enter(_ channel: any Channel) -> Bool {
    let isIn = state.withLock { state in
      guard !state.isClosed, state.visitors.count < Self.limit else { return false }
      state.visitors[ObjectIdentifier(channel)] = channel
      return true
    }
    guard isIn else { return false }
    channel.closeFuture.whenComplete { [weak self] _ in
      _ = self?.state.withLock { $0.visitors.removeValue(forKey: ObjectIdentifier(channel)) }
    }
    return true
  }

  /// What a request gets; before a sign-in is expected there is nothing here.
  func reply(to target: String) -> RedirectGate.Reply {
    state.withLock { state in
      guard !state.isClosed else { return .missing }
      return state.gate?.reply(to: target) ?? .missing
    }
  }

  /// Hands the accepted answer on, once its page is on the way.
  func pass(_ query: String) {
    let answered = state.withLock { state in
      defer { state.answered = nil }
      return state.isClosed ? nil : state.answered
    }
    answered?(query)
  }

  /// Lets nobody in any more and shows everybody out.
  func close() async {
    let visitors = state.withLock { state in
      state.isClosed = true
      state.gate = nil
      state.answered = nil
      return Array(state.visitors.values)
    }
    // A visitor who has left meanwhile is no fault.
    for visitor in visitors { try? await visitor.close() }
  }
}
