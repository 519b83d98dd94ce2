import MicrosoftCloud
import PracticeCloud
import SessionCore
import Synchronization
import TaskSync
import Workspace

/// Lets Graph requests ask the session for their authorization; they are made before the session is.
struct SessionAuthorization: AuthorizationSource {
  let session: SessionAcquaintance

  func authorization() async -> String? { await session.engine?.authorization() }

  func tokenRejected(_ authorization: String, claims: String?) async {
    await session.engine?.tokenRejected(authorization, claims: claims)
  }
}

/// The audit trail of one session engine, which reports in order but from any thread.
final class AuditBook: Sendable {
  private let trail = Mutex(AuditTrail())

  func events(of event: SessionEvent) -> [AuditEvent] { trail.withLock { $0.events(of: event) } }
}

/// What lock and sign-out ask of the local copy, answered by sync.
struct ShiftClearance: ShiftClearing {
  let sync: SyncEngine

  func flush(limit: Duration) async { _ = await sync.flush(limit: limit) }

  func destroyLocalCopy() async -> CopyClearing {
    var clearing = CopyClearing()
    do {
      let copy = try await sync.destroyLocalCopy()
      clearing.destroyed = copy.tasksDestroyed
      clearing.left = copy.tasksLeft
      clearing.kept = copy.changesKept
      clearing.lost = copy.changesLost
    } catch {
      clearing.reading = await sync.hasCopy ? .unread : .neverStored
    }
    return clearing
  }
}

extension PhoneState.Account {
  init(_ user: ReadyFacts.User) {
    self.init(username: user.username, displayName: user.displayName, role: user.role, store: user.store ?? "")
  }
}
