import Synchronization

/// Bytes that were received and are no whole line yet.
final class LineRest: Sendable {
  private let bytes = Mutex<[UInt8]>([])

  var hasLine: Bool { bytes.withLock { $0.contains(0x0A) } }

  func add(_ more: [UInt8]) { bytes.withLock { $0 += more } }

  func takeLine() -> String? {
    bytes.withLock { bytes in
      guard let end = bytes.firstIndex(of: 0x0A) else { return nil }
      let line = String(decoding: bytes[..<end], as: UTF8.self)
      bytes.removeFirst(end + 1)
      return line
    }
  }
}
