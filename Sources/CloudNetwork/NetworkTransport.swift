import AsyncHTTPClient
public import CloudWire
import HTTPTypes
import NIOCore
import NIOHTTP1

/// The door to a real cloud: HTTPS over HTTP/1.1, one pool of connections.
///
/// Nothing is opened and no thread is started before the first request. A redirect is refused, never followed, because
/// the requests carry tokens. A failed request is never sent a second time here: only the caller knows whether it may be.
public final class NetworkTransport: HTTPTransport, Sendable {
  private let settings: NetworkSettings
  private let proxy: ProxyAddress?
  private let slot: ClientSlot

  /// A transport; reads the file of extra certificates, so that a wrong setting is found at start.
  public init(_ settings: NetworkSettings) throws(NetworkSettingsFault) {
    self.settings = settings
    proxy = settings.proxy.flatMap { ProxyAddress($0) }
    slot = ClientSlot(configuration: try HTTPClient.Configuration(settings))
  }

  /// Sends one request; `client-request-id`, `User-Agent`, `Accept` and `Accept-Encoding` are added where absent.
  public func send(_ request: CloudRequest) async throws(TransportError) -> CloudResponse {
    let address = try RequestAddress(request, allowedHosts: settings.allowedHosts)
    do {
      return try await exchange(request)
    } catch {
      if Task.isCancelled { throw .cancelled }
      let fault = ExchangeFault(
        url: request.url, host: address.host, proxy: proxy, bodyLimit: settings.bodyLimit)
      throw fault.reading(error)
    }
  }

  public func closeConnections() async { await slot.close() }

  private func exchange(_ request: CloudRequest) async throws -> CloudResponse {
    let deadline = NIODeadline.now() + TimeAmount(settings.exchangeTimeout)
    let client = await slot.current()
    let response = try await client.execute(outgoing(request), deadline: deadline)
    let status = Int(response.status.code)
    if (300..<400).contains(status), response.status != .notModified { throw TransportError.redirected(status: status) }
    var body: [UInt8] = []
    // Growing by doubling would touch twice the memory of an answer of megabytes.
    let length = response.headers.first(name: "content-length").flatMap { Int($0) } ?? 0
    body.reserveCapacity(max(0, min(length, settings.bodyLimit)))
    for try await chunk in response.body {
      guard body.count + chunk.readableBytes <= settings.bodyLimit else {
        throw TransportError.answerTooLarge(limit: settings.bodyLimit)
      }
      guard NIODeadline.now() < deadline else { throw HTTPClientError.deadlineExceeded }
      body.append(contentsOf: chunk.readableBytesView)
    }
    return CloudResponse(HTTPResponse.Status(code: status), headers: HTTPFields(response.headers), body: body)
  }

  private func outgoing(_ request: CloudRequest) -> HTTPClientRequest {
    var outgoing = HTTPClientRequest(url: request.url)
    outgoing.method = HTTPMethod(rawValue: request.method.rawValue)
    outgoing.headers = HTTPHeaders(request.headers)
    outgoing.headers.fill("client-request-id", RequestIdentifier.make())
    outgoing.headers.fill("User-Agent", settings.userAgent)
    outgoing.headers.fill("Accept", "application/json")
    outgoing.headers.fill("Accept-Encoding", "gzip")
    if !request.body.isEmpty { outgoing.body = .bytes(request.body) }
    return outgoing
  }
}
