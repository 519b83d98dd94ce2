import NIOCore
import NIOPosix

/// A visitor at the loopback door: says something and listens until the other side hangs up.
enum LoopbackCaller {
  static func get(_ target: String, port: Int) async throws -> String {
    try await say("GET \(target) HTTP/1.1\r\nHost: localhost:\(port)\r\n\r\n", port: port)
  }

  static func say(_ text: String, port: Int) async throws -> String {
    let group = MultiThreadedEventLoopGroup.singleton
    let heard = group.any().makePromise(of: String.self)
    let bootstrap = ClientBootstrap(group: group).channelInitializer { channel in
      channel.eventLoop.makeCompletedFuture {
        try channel.pipeline.syncOperations.addHandler(ListeningHandler(heard))
      }
    }
    let channel: any Channel
    do {
      channel = try await bootstrap.connect(host: "127.0.0.1", port: port).get()
    } catch {
      heard.fail(error)
      throw error
    }
    // Who is shown out at once cannot say anything; what was heard counts.
    try? await channel.writeAndFlush(ByteBuffer(string: text))
    return try await heard.futureResult.get()
  }
}

private final class ListeningHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  private let heard: EventLoopPromise<String>
  private var text = ""

  init(_ heard: EventLoopPromise<String>) { self.heard = heard }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) { text += String(buffer: unwrapInboundIn(data)) }
  func handlerRemoved(context: ChannelHandlerContext) { heard.succeed(text) }
  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
