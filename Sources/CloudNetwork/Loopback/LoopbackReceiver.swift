public import CloudWire
import Glibc
import NIOCore
import NIOHTTP1
import NIOPosix

/// Opens real doors on 127.0.0.1, and on ::1 where there is one, since `localhost` may mean either to a browser.
///
/// Nothing is opened and no thread is started before the first sign-in with a browser.
public struct LoopbackReceiver: RedirectReceiver {
  private let pages: LoopbackPages
  private let patience: Duration

  /// A receiver; a visitor who has not finished asking after `patience` is shown out.
  public init(pages: LoopbackPages, patience: Duration = .seconds(10)) {
    self.pages = pages
    self.patience = patience
  }

  public func open() async -> (any RedirectDoor)? {
    for _ in 0..<4 {
      let room = LoopbackRoom()
      guard let first = try? await bind("127.0.0.1", port: 0, room), let port = first.localAddress?.port else {
        return nil
      }
      do {
        let second = try await bind("::1", port: port, room)
        return LoopbackDoor(port: port, listeners: [first, second], room: room)
      } catch let error as IOError where error.errnoCode == EADDRINUSE {
        // Somebody else has this port on ::1 and would get half of the visitors: another port.
        try? await first.close()
      } catch {
        return LoopbackDoor(port: port, listeners: [first], room: room)
      }
    }
    return nil
  }

  private func bind(_ host: String, port: Int, _ room: LoopbackRoom) async throws -> any Channel {
    let pages = pages
    let patience = patience
    return try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.backlog, value: 16)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          guard room.enter(channel) else { throw ChannelError.ioOnClosedChannel }
          let pipeline = channel.pipeline.syncOperations
          try pipeline.configureHTTPServerPipeline(withErrorHandling: true)
          try pipeline.addHandler(LoopbackVisitor(room: room, pages: pages, patience: TimeAmount(patience)))
        }
      }
      .bind(host: host, port: port).get()
  }
}
