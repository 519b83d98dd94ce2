import ArgumentParser
import CloudWire
import Glibc
import HTTPTypes
import HummingbirdCore
import NIOCore
import PracticeCloud

/// The server without a cloud: answers every request with as many bytes, for measurements beside the practice cloud.
struct Bare: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Answer every request with so many bytes; for measurements.", shouldDisplay: false)
  @Option(help: "Bytes of each answer.") var bytes: Int
  @OptionGroup var place: ReadyOption

  func run() async throws {
    try await reporting {
      signal(SIGPIPE, SIG_IGN)
      let body = ByteBuffer(repeating: UInt8(ascii: "x"), count: max(0, bytes))
      let served = ServedCloud(
        host: "127.0.0.1", name: "localhost", port: 0, wish: WorldKeeper.Wish(), statePath: nil, compresses: false,
        readyPath: try place.path)
      try await served.run(
        answering: { _, writer, _ in
          var head = HTTPResponse(status: .ok)
          head.headerFields[.contentType] = "application/json"
          head.headerFields[.contentLength] = String(body.readableBytes)
          try await writer.write(response: head, body: ResponseBody(byteBuffer: body))
        }
      ) { file in
        print(line: String(decoding: file.json.bytes, as: UTF8.self))
      }
    }
  }
}
