import Synchronization
import Tape

/// A world that notes what it is asked and refuses to approve anybody.
final class NotingWorld: TapeWorld {
  private let noted = Mutex<[WorldRequest]>([])
  private let refusal: String

  init(refusal: String) { self.refusal = refusal }

  var requests: [WorldRequest] { noted.withLock { $0 } }

  func carryOut(_ request: WorldRequest, code: String?) async throws(TapeTrouble) -> String? {
    noted.withLock { $0.append(request) }
    if case .headquarters(let order) = request { return "Head office: \(order)" }
    return nil
  }

  func account(of approver: String) async throws(TapeTrouble) -> String { throw .refused(refusal) }

  func timeMoves(by duration: Duration) async throws(TapeTrouble) {}
}
