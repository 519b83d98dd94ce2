import Synchronization
import Tape

/// A world that notes what it is asked and refuses to approve anybody.
final class NotingWorld: TapeWorld {
  private let noted = Mutex<[WorldRequest]>([])
  private let refusal: String

  init(refusal: String) { self.refusal = refusal }

  var requests: [WorldRequest] { noted.withLock { $0 } }

  func carryOut(_ request: WorldRequest) async throws(TapeTrouble) {
    noted.withLock { $0.append(request) }
    if case .approve = request { throw .refused(refusal) }
  }

  func accountToSignIn(for approver: String) async throws(TapeTrouble) -> String? { nil }
}
