import CloudWire
import NIOCore
import NIOHTTP1

/// One connection at the loopback door: one request, one plain answer, and out.
final class LoopbackVisitor: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  /// The longest target that is looked at; codes of the provider have one to two thousand characters.
  private static let targetLimit = 16_384

  private let room: LoopbackRoom
  private let pages: LoopbackPages
  private let patience: TimeAmount
  private var end: Scheduled<Void>?
  private var isAnswered = false

  init(room: LoopbackRoom, pages: LoopbackPages, patience: TimeAmount) {
    self.room = room
    self.pages = pages
    self.patience = patience
  }

  func handlerAdded(context: ChannelHandlerContext) {
    let channel = context.channel
    end = context.eventLoop.scheduleTask(in: patience) { channel.close(promise: nil) }
  }

  func handlerRemoved(context: ChannelHandlerContext) { end?.cancel() }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard case .head(let head) = unwrapInboundIn(data), !isAnswered else { return }
    isAnswered = true
    answer(head, context)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

  private func answer(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
    // Another name for this machine would be a page elsewhere that was made to point here.
    guard isForUs(head, context), head.uri.utf8.count <= Self.targetLimit else {
      return page(pages.missing, .badRequest, head, context)
    }
    guard head.method == .GET || head.method == .HEAD else {
      return page(pages.missing, .methodNotAllowed, head, context)
    }
    switch room.reply(to: head.uri) {
    case .forward(let address): send(.found, [("Location", address)], nil, head, context)
    case .accepted(let query):
      let room = room
      page(pages.accepted, .ok, head, context) { room.pass(query) }
    case .notOurs: page(pages.notOurs, .badRequest, head, context)
    case .spent: page(pages.spent, .gone, head, context)
    case .missing: page(pages.missing, .notFound, head, context)
    }
  }

  private func isForUs(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) -> Bool {
    guard let port = context.channel.localAddress?.port else { return false }
    let hosts = head.headers["Host"]
    return hosts.count == 1
      && ["localhost:\(port)", "127.0.0.1:\(port)", "[::1]:\(port)"].contains(hosts[0].lowercased())
  }

  private func page(
    _ page: LoopbackPages.Page, _ status: HTTPResponseStatus, _ head: HTTPRequestHead, _ context: ChannelHandlerContext,
    then done: @escaping @Sendable () -> Void = {}
  ) {
    send(status, [("Content-Type", "text/html; charset=utf-8")], page.html, head, context, then: done)
  }

  private func send(
    _ status: HTTPResponseStatus, _ fields: [(String, String)], _ body: String?, _ head: HTTPRequestHead,
    _ context: ChannelHandlerContext, then done: @escaping @Sendable () -> Void = {}
  ) {
    var headers = HTTPHeaders(fields)
    headers.add(name: "Content-Length", value: String(body?.utf8.count ?? 0))
    headers.add(name: "Connection", value: "close")
    headers.add(name: "Cache-Control", value: "no-store")
    headers.add(name: "Referrer-Policy", value: "no-referrer")
    headers.add(name: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'")
    headers.add(name: "X-Content-Type-Options", value: "nosniff")
    let response = HTTPResponseHead(version: .http1_1, status: status, headers: headers)
    context.write(wrapOutboundOut(.head(response)), promise: nil)
    if let body, head.method != .HEAD {
      context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: body)))), promise: nil)
    }
    let channel = context.channel
    let sent = context.eventLoop.makePromise(of: Void.self)
    sent.futureResult.whenComplete { _ in
      channel.close(promise: nil)
      done()
    }
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: sent)
  }
}
