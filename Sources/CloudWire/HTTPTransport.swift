/// The door to the other side of the wire: a real connection, or a practice cloud in the same process.
public protocol HTTPTransport: Sendable {
  /// Sends one request and answers what came back, whatever its status; redirects are never followed.
  ///
  /// Cancelling the calling task ends the exchange with `.cancelled`.
  func send(_ request: CloudRequest) async throws(TransportError) -> CloudResponse

  /// Closes every idle connection and ends those in use, so that no buffer keeps a token after a lock.
  func closeConnections() async
}

/// Why no answer came back.
public enum TransportError: Error, Hashable, Sendable {
  /// The host's name could not be resolved.
  case nameNotResolved(host: String)
  /// No connection could be made; nothing was sent.
  case unreachable(host: String)
  /// The server's certificate is not trusted or does not fit the host; nothing was sent. A security event.
  case notTrusted(host: String)
  /// The proxy refused or failed; nothing was sent.
  case proxyFailed(host: String)
  /// No answer in time, and no byte of the request was sent.
  case timedOutBeforeSending(host: String)
  /// The connection ended or timed out after the request may have been received: the outcome is unknown.
  case lostAfterSending(host: String)
  /// The answer is larger than the limit in bytes.
  case answerTooLarge(limit: Int)
  /// The answer could not be read as HTTP.
  case answerUnreadable(host: String)
  /// The server answered with a redirect, which is refused for calls that carry tokens.
  case redirected(status: Int)
  /// The address is not one this transport may talk to.
  case addressRefused(url: String)
  /// The calling task was cancelled.
  case cancelled
}

extension TransportError {
  /// Whether the server may have acted on the request although no answer came back.
  public var mayHaveBeenReceived: Bool {
    switch self {
    case .lostAfterSending, .answerTooLarge, .answerUnreadable, .redirected, .cancelled: true
    case .nameNotResolved, .unreachable, .notTrusted, .proxyFailed, .timedOutBeforeSending, .addressRefused: false
    }
  }
}
