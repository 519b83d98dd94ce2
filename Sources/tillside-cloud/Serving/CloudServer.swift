import Glibc
import HummingbirdCore
import HummingbirdTLS
import Logging
import NIOCore
import NIOPosix
import NIOSSL
import PracticeCertificates

/// The HTTPS front of a practice cloud: HTTP/1.1 with keep-alive, one certificate made at start.
struct CloudServer: Sendable {
  private let server: Server<TLSChannel<HTTP1Channel>>
  private let host: String

  /// A server that will call `ready` with its port once it listens.
  init(
    host: String, port: Int, certificate: ServerCertificate, responder: @escaping HTTPChannelHandler.Responder,
    ready: @escaping @Sendable (Int) async -> Void
  ) throws {
    self.host = host
    let chain = try NIOSSLCertificate.fromPEMBytes(Array(certificate.certificatePEM.utf8))
    let key = try NIOSSLPrivateKey(bytes: Array(certificate.keyPEM.utf8), format: .pem)
    var tls = TLSConfiguration.makeServerConfiguration(
      certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
    tls.minimumTLSVersion = .tlsv12
    tls.applicationProtocols = ["http/1.1"]
    let http = HTTP1Channel(
      responder: responder,
      configuration: HTTP1Channel.Configuration(idleTimeout: .seconds(120)))
    server = Server(
      childChannelSetup: try TLSChannel(http, tlsConfiguration: tls),
      configuration: ServerConfiguration(address: .hostname(host, port: port)),
      onServerRunning: { channel in await ready(channel.localAddress?.port ?? port) },
      eventLoopGroup: MultiThreadedEventLoopGroup.singleton,
      logger: Logger(label: "tillside-cloud") { _ in SwiftLogNoOpLogHandler() })
  }

  /// Serves until told to stop.
  func run() async throws(CloudFault) {
    do { try await server.run() } catch {
      let code = (error as? IOError)?.errnoCode
      throw code == EADDRINUSE ? .portInUse : .notListening(host: host, code: code)
    }
  }

  /// Stops listening; `run` returns once the requests in progress have ended.
  func stop() async {
    // It fails only when it was never running.
    try? await server.shutdownGracefully()
  }
}
