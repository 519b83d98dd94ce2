import CloudWire
import HTTPTypes
import Synchronization

/// A transport that answers by the end of the address, in the order scripted, the last answer again and again.
final class ScriptedTransport: HTTPTransport {
  typealias Outcome = Result<CloudResponse, TransportError>

  private struct Book: Sendable {
    var outcomes: [String: [Outcome]] = [:]
    var requests: [CloudRequest] = []
  }

  private let book = Mutex(Book())

  var requests: [CloudRequest] { book.withLock { $0.requests } }

  /// Bodies of the requests whose address ends so.
  func bodies(_ ending: String) -> [String] {
    requests.filter { $0.url.hasSuffix(ending) }.map { String(decoding: $0.body, as: UTF8.self) }
  }

  func isUnanswered(_ ending: String) -> Bool { book.withLock { $0.outcomes[ending] == nil } }

  func answer(_ ending: String, _ outcomes: Outcome...) { book.withLock { $0.outcomes[ending] = outcomes } }

  func send(_ request: CloudRequest) async throws(TransportError) -> CloudResponse {
    let outcome: Outcome = book.withLock { book in
      book.requests.append(request)
      guard let ending = book.outcomes.keys.first(where: { request.url.hasSuffix($0) }),
        let outcomes = book.outcomes[ending], let first = outcomes.first
      else { return .failure(.addressRefused(url: request.url)) }
      if outcomes.count > 1 { book.outcomes[ending] = Array(outcomes.dropFirst()) }
      return first
    }
    return try outcome.get()
  }

  func closeConnections() async {}
}

extension ScriptedTransport.Outcome {
  static func json(_ json: JSON, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]) -> Self {
    .success(CloudResponse(status, headers: headers, body: json.bytes))
  }

  static func text(_ text: String, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]) -> Self {
    .success(CloudResponse(status, headers: headers, body: Array(text.utf8)))
  }

  /// An OAuth error as Entra writes it.
  static func fault(
    _ error: String, number: Int? = nil, suberror: String? = nil, status: HTTPResponse.Status = .badRequest
  ) -> Self {
    var body: JSON.Object = ["error": .string(error), "correlation_id": "corr-1"]
    if let number { body["error_codes"] = [.int(number)] }
    if let suberror { body["suberror"] = .string(suberror) }
    return .json(.object(body), status: status)
  }
}
