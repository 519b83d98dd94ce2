import StoreModel

/// Turns what a session reports into what an administrator may know.
public struct AuditTrail: Sendable {
  /// Whose session ended last, while nobody has begun to sign in since.
  private var ended: PersonID?

  /// A trail that begins.
  public init() {}

  /// The audit events of one report, in order.
  public mutating func events(of event: SessionEvent) -> [AuditEvent] {
    switch event {
    case .codeIssued:
      ended = nil
      return []
    case .signedIn(let worker, _, since: _):
      defer { ended = nil }
      // A receipt and then at once somebody else: they had signed in before the first session was ended.
      if let ended, ended != worker.id { return [.handedOver(from: ended, to: worker.id), .signedIn(worker.id)] }
      return [.signedIn(worker.id)]
    case .locked(let reason, let worker, at: _): return [.locked(reason, worker.id)]
    case .openedByPIN(let worker, _, since: _): return [.openedByPIN(worker.id)]
    case .signedOut(let receipt):
      ended = receipt.worker.id
      return [.signedOut(receipt.worker.id), .cleared(receipt.worker.id, AuditEvent.Cleared(receipt))]
    default: return []
    }
  }
}

extension AuditEvent.Cleared {
  init(_ receipt: SignOutReceipt) {
    self.init(
      tokens: receipt.tokensWiped, tokensLeft: receipt.tokensLeft, tasks: receipt.tasksDestroyed,
      tasksLeft: receipt.tasksLeft, unsent: receipt.changesKept)
    lost = receipt.changesLost
    isCopyUnread = receipt.copy == .unread
  }
}
