import NIOCore
import NIOHTTPCompression
import NIOHTTPTypesHTTP1

/// Compresses answers for clients that ask for gzip, as Graph does; what it writes is chunked.
///
/// The server adds handlers behind its translation of HTTP messages; the compressor has to stand before it, so this one
/// puts it there and leaves.
final class AnswerCompression: ChannelInboundHandler, RemovableChannelHandler, Sendable {
  typealias InboundIn = NIOAny

  func handlerAdded(context: ChannelHandlerContext) {
    let pipeline = context.pipeline.syncOperations
    do {
      let translation = try pipeline.handler(type: HTTP1ToHTTPServerCodec.self)
      try pipeline.addHandler(HTTPResponseCompressor(), position: .before(translation))
    } catch {
      context.fireErrorCaught(error)
    }
    pipeline.removeHandler(context: context, promise: nil)
  }
}
