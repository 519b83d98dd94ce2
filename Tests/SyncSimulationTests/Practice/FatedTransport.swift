import CloudWire
import HTTPTypes
import SyncSimulation
import Synchronization

/// The way to a practice cloud, on which everything happens to a request that the walk says.
final class FatedTransport: HTTPTransport {
  private struct State {
    var fate = Fate.clean
    /// What the cloud itself answered last.
    var answer: CloudResponse?
  }

  private let cloud: any HTTPTransport
  private let state = Mutex(State())

  init(_ cloud: any HTTPTransport) { self.cloud = cloud }

  /// Sets what becomes of the next requests, and forgets what was answered.
  func set(_ fate: Fate) { state.withLock { $0 = State(fate: fate) } }

  /// What the cloud itself answered since, however little of it came back.
  var answer: CloudResponse? { state.withLock { $0.answer } }

  func send(_ request: CloudRequest) async throws(TransportError) -> CloudResponse {
    let fate = state.withLock { $0.fate }
    if fate.arrives {
      let answer = try await cloud.send(request)
      state.withLock { $0.answer = answer }
    }
    switch fate {
    case .clean: return answer ?? CloudResponse(.badGateway)
    case .lostRequest, .lostAnswer: throw .lostAfterSending(host: "practice.example")
    case .noConnection: throw .unreachable(host: "practice.example")
    case .tokenRejected: return CloudResponse(.unauthorized)
    case .throttled(let seconds):
      var headers = HTTPFields()
      headers[.retryAfter] = seconds.map { String($0) }
      return CloudResponse(.tooManyRequests, headers: headers)
    case .trouble(let status, _): return CloudResponse(HTTPResponse.Status(code: status))
    case .truncated:
      guard var answer else { return CloudResponse(.badGateway) }
      // Where there is no body nothing can be cut off: then the whole answer is lost.
      if answer.body.isEmpty { throw .lostAfterSending(host: "practice.example") }
      answer.body = Array(answer.body.prefix(answer.body.count / 2))
      return answer
    }
  }

  func closeConnections() async {}
}
