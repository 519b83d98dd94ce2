import CloudWire
import HTTPTypes
import HummingbirdCore
import NIOCore
import PracticeCloud
import Synchronization

/// Carries requests from the wire to the practice cloud and its answers back, dropped and cut-off ones included.
final class PracticeResponder: Sendable {
  /// Largest request in bytes; Graph takes 4 MB.
  static let bodyLimit = 4 << 20

  private let cloud = Mutex<PracticeCloud?>(nil)
  private let compresses: Bool

  /// A responder whose door is closed; `compresses` for clients that ask for gzip.
  init(compresses: Bool) { self.compresses = compresses }

  /// Opens the door: before, every request is answered 503.
  func open(to cloud: PracticeCloud) { self.cloud.withLock { $0 = cloud } }

  /// Answers one request.
  func respond(_ request: Request, _ writer: consuming ResponseWriter, _ channel: any Channel) async throws {
    guard let cloud = cloud.withLock({ $0 }) else {
      return try await send(CloudResponse(.serviceUnavailable), writer)
    }
    guard let body = try await body(of: request) else {
      return try await send(OversizedBody(path: request.head.path ?? "").response, writer)
    }
    let incoming = CloudRequest(
      request.method, cloud.base + (request.head.path ?? "/"), headers: request.headers, body: body)
    let isLoopback = channel.remoteAddress?.isLoopback ?? false
    switch await cloud.answer(incoming, isLoopback: isLoopback) {
    case .response(let plain):
      var response = compresses ? AnswerCompression.compressed(plain, for: request.head) : plain
      // Text browsers speak HTTP/1.0 and wait for the connection's end; which version it was is not known here.
      let isPage = response.headers[.contentType]?.hasPrefix("text/html") ?? false
      if isPage { response.headers[.connection] = "close" }
      try await send(response, writer, isHead: request.method == .head)
      if isPage { try await channel.close() }
    case .drop: try await channel.close()
    case .truncated(let response, let count):
      var body = try await writer.writeHead(head(response))
      try await body.write(ByteBuffer(bytes: response.body.prefix(count)))
      try await channel.close()
    case .hang: try await channel.closeFuture.get()
    }
  }

  /// The request's body; nil when it is too large.
  private func body(of request: Request) async throws -> [UInt8]? {
    var bytes: [UInt8] = []
    for try await chunk in request.body {
      guard bytes.count + chunk.readableBytes <= Self.bodyLimit else { return nil }
      bytes.append(contentsOf: chunk.readableBytesView)
    }
    return bytes
  }

  private func send(
    _ response: CloudResponse, _ writer: consuming ResponseWriter, isHead: Bool = false
  ) async throws {
    let head = head(response)
    guard !response.body.isEmpty, !isHead else { return try await writer.writeResponse(head) }
    try await writer.write(response: head, body: ResponseBody(byteBuffer: ByteBuffer(bytes: response.body)))
  }

  private func head(_ response: CloudResponse) -> HTTPResponse {
    var head = HTTPResponse(status: response.status, headerFields: response.headers)
    // RFC 9110 §8.6: a 204 has no Content-Length.
    if response.status != .noContent { head.headerFields[.contentLength] = String(response.body.count) }
    if head.headerFields[.date] == nil { head.headerFields[.date] = HTTPDate.now() }
    return head
  }
}
