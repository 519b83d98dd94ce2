import CloudNetwork
import CloudWire
import FoundationEssentials
import NIOCore
import NIOPosix
import NIOSSL
import PracticeCertificates

/// A server on this machine that reads a request up to its end and then answers with bytes given, or not at all.
final class ScriptedServer: Sendable {
  /// What it does once it has read a request's head.
  enum Script: Sendable {
    /// Writes the bytes and keeps the connection.
    case answer([UInt8])
    /// Writes the bytes and closes the connection.
    case answerAndClose([UInt8])
    /// Says nothing.
    case silence
    /// Says what it was asked: the request's head as the body.
    case echo
  }

  let port: Int
  let authorityPath: String
  private let channel: any Channel
  private let folder: URL

  /// A server with a certificate for `localhost`, or without TLS at all.
  init(_ script: Script, isSecure: Bool = true, names: [String] = ["localhost", "127.0.0.1"]) async throws {
    let now = Date()
    let authority = try PracticeAuthority(
      name: "Test", validity: now.addingTimeInterval(-60)..<now.addingTimeInterval(3600))
    let certificate = try authority.serverCertificate(names: names)
    let context = try NIOSSLContext(
      configuration: .makeServerConfiguration(
        certificateChain: try NIOSSLCertificate.fromPEMBytes(Array(certificate.certificatePEM.utf8)).map {
          .certificate($0)
        },
        privateKey: .privateKey(try NIOSSLPrivateKey(bytes: Array(certificate.keyPEM.utf8), format: .pem))))
    folder = FileManager.default.temporaryDirectory.appending(path: "tillside-\(UInt64.random(in: .min ... .max))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let authorityFile = folder.appending(path: "ca.pem")
    try Data(authority.certificatePEM.utf8).write(to: authorityFile)
    authorityPath = authorityFile.path
    channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          if isSecure { try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: context)) }
          try channel.pipeline.syncOperations.addHandler(ScriptHandler(script))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    port = channel.localAddress?.port ?? 0
  }

  /// Settings of a client that trusts this server, with limits that no busy machine reaches.
  var settings: NetworkSettings {
    var settings = NetworkSettings(userAgent: "Tillside/test", extraAuthority: authorityPath)
    settings.connectTimeout = .seconds(60)
    settings.readTimeout = .seconds(60)
    return settings
  }

  func url(_ path: String = "/") -> String { "https://localhost:\(port)\(path)" }

  func stop() async throws {
    try await channel.close()
    try FileManager.default.removeItem(at: folder)
  }
}

private final class ScriptHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer
  private let script: ScriptedServer.Script
  private var head = ""

  init(_ script: ScriptedServer.Script) { self.script = script }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    head += String(buffer: unwrapInboundIn(data))
    guard head.contains("\r\n\r\n") else { return }
    switch script {
    case .answer(let bytes): write(bytes, context)
    case .answerAndClose(let bytes):
      write(bytes, context)
      context.close(promise: nil)
    case .silence: break
    case .echo: write(HTTPText.answer(body: Array(head.utf8)), context)
    }
    head = ""
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

  private func write(_ bytes: [UInt8], _ context: ChannelHandlerContext) {
    context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: nil)
  }
}
