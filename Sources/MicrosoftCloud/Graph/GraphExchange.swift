import CloudWire
import HTTPTypes
import StoreModel
import TaskSync

/// Header names of Graph that HTTPTypes does not know.
enum GraphField {
  static let clientRequestID = HTTPField.Name("client-request-id") ?? .eTag
  static let prefer = HTTPField.Name("Prefer") ?? .eTag
}

extension GraphClient {
  /// What an exchange ended in: a 2xx answer, or what to tell sync.
  enum Exchange {
    case success(CloudResponse)
    case failure(ServerReply)
  }

  /// One request, with the session's authorization, and everything but success already judged.
  func exchange(_ request: CloudRequest, isWrite: Bool) async -> Exchange {
    guard let field = await authorization.authorization() else { return .failure(ServerReply(.failed(.tokenRejected))) }
    // A request of a session that ended while it waited must not leave in the name of the next one.
    guard !Task.isCancelled else { return .failure(ServerReply(.failed(.cancelled))) }
    var request = request
    request.headers[.authorization] = field
    let response: CloudResponse
    do throws(TransportError) {
      response = try await transport.send(request)
    } catch {
      return .failure(ServerReply(.failed(failure(error, isWrite: isWrite))))
    }
    let date = GraphBody.date(response)
    if response.status.kind == .successful { return .success(response) }
    if response.status == .unauthorized {
      await authorization.tokenRejected(field, claims: ClaimsChallenge.text(in: response.headers))
    }
    return .failure(ServerReply(judge(response), date: date))
  }

  /// One request whose answer is one resource.
  func reply(
    to request: CloudRequest, isWrite: Bool, read: @Sendable ([UInt8]) -> ServerAnswer?
  ) async -> ServerReply {
    switch await exchange(request, isWrite: isWrite) {
    case .failure(let reply): return reply
    case .success(let response):
      let date = GraphBody.date(response)
      if isWrite, response.status == .noContent { return ServerReply(.done, date: date) }
      return ServerReply(read(response.body) ?? .failed(.unreadable), date: date)
    }
  }

  private func judge(_ response: CloudResponse) -> ServerAnswer {
    switch response.status.code {
    case 401: .failed(.tokenRejected)
    case 403: .forbidden(limit: GraphBody.limit(response.body))
    case 404, 410: .gone
    case 409: .clashed
    case 412: .stale
    case 429: .failed(.throttled(wait: response.retryAfter(wall: clock.now().wall.seconds)))
    case 503 where response.headers[.retryAfter] != nil:
      .failed(.throttled(wait: response.retryAfter(wall: clock.now().wall.seconds)))
    case 500...599: .failed(.serverTrouble(status: response.status.code))
    case 400...499: .malformed
    default: .failed(.unreadable)
    }
  }

  private func failure(_ error: TransportError, isWrite: Bool) -> ServerFailure {
    switch error {
    case .notTrusted(let host): .notTrusted(host: host)
    case _ where isWrite && error.mayHaveBeenReceived: .unknownOutcome
    case .cancelled: .cancelled
    case .answerTooLarge, .answerUnreadable, .redirected: .unreadable
    case .nameNotResolved, .unreachable, .proxyFailed, .timedOutBeforeSending, .lostAfterSending, .addressRefused:
      .offline
    }
  }
}
