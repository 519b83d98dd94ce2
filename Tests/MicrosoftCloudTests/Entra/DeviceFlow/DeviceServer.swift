import CloudWire
import HTTPTypes
import StoreModel
import Synchronization

/// A device-flow server with a mind of its own, which holds its clients to RFC 8628 §3.5 and counts what they do wrong.
///
/// It stands behind a bad network, too: an answer may be late, lost, a log-in page or half an answer.
final class DeviceServer: HTTPTransport {
  /// What a client did that it must not.
  struct Faults: Equatable, Sendable {
    var early = 0
    var afterExpiry = 0
    var afterTheEnd = 0
    var withoutBackOff = 0
  }

  private struct Book: Sendable {
    var random: Seeded
    var faults = Faults()
    var polls = 0
    var interval = 5.0
    var notBefore = Duration.zero
    var expires = Duration.zero
    var lost = 0
    var isOver = false
    var wait = 0.0
  }

  private let book: Mutex<Book>
  private let clock: VirtualClock
  private let tokens: JSON

  init(seed: UInt64, clock: VirtualClock, tokens: JSON) {
    book = Mutex(Book(random: Seeded(seed)))
    self.clock = clock
    self.tokens = tokens
  }

  var faults: Faults { book.withLock { $0.faults } }
  var polls: Int { book.withLock { $0.polls } }

  func closeConnections() async {}

  func send(_ request: CloudRequest) async throws(TransportError) -> CloudResponse {
    if request.url.hasSuffix("/openid-configuration") {
      return CloudResponse(.ok, body: JSON.object(EntraFixture.document).bytes)
    }
    if request.url.hasSuffix("/keys"), let keys = try? TokenMint().keySet() {
      return CloudResponse(.ok, body: keys.bytes)
    }
    return try request.url.hasSuffix("/devicecode") ? issue() : poll()
  }

  /// A code, its interval left out, as text, in parts of a second or as a whole number.
  private func issue() -> CloudResponse {
    book.withLock { book in
      var device = EntraFixture.device
      let lifetime = Int.random(in: 30...900, using: &book.random)
      device["expires_in"] = .int(lifetime)
      switch Int.random(in: 0..<8, using: &book.random) {
      case 0: device["interval"] = nil
      case 1:
        book.interval = Double(Int.random(in: 1...40, using: &book.random))
        device["interval"] = .string(String(Int(book.interval)))
      case 2:
        book.interval = Double(Int.random(in: 2...160, using: &book.random)) / 8
        device["interval"] = .double(book.interval)
      case 3:
        book.interval = Double(Int.random(in: 600...4000, using: &book.random))
        device["interval"] = .int(Int(book.interval))
      default:
        book.interval = Double(Int.random(in: 1...15, using: &book.random))
        device["interval"] = .int(Int(book.interval))
      }
      let now = clock.elapsed
      book.expires = now + .seconds(lifetime)
      book.notBefore = now + .seconds(book.interval)
      return CloudResponse(.ok, body: JSON.object(device).bytes)
    }
  }

  private func poll() throws(TransportError) -> CloudResponse {
    let outcome: Result<CloudResponse, TransportError> = book.withLock { book in
      let arrived = clock.elapsed
      book.polls += 1
      if book.isOver { book.faults.afterTheEnd += 1 }
      if arrived >= book.expires { book.faults.afterExpiry += 1 }
      if arrived < book.notBefore {
        if book.lost > 0 { book.faults.withoutBackOff += 1 } else { book.faults.early += 1 }
      }
      clock.advance(book.random.seconds(0...4))
      let outcome = answer(&book)
      book.notBefore = clock.elapsed + .seconds(book.lost > 0 ? max(book.wait, backOff(book)) : book.interval)
      return outcome
    }
    return try outcome.get()
  }

  /// What a client owes after some answers in a row did not come: twice the interval for each, up to a minute.
  private func backOff(_ book: Book) -> Double {
    max(book.interval, min(book.interval * Double(1 << min(book.lost, 6)), 60))
  }

  private func answer(_ book: inout Book) -> Result<CloudResponse, TransportError> {
    book.wait = 0
    let status: HTTPResponse.Status = book.random.chance(25) ? .ok : .badRequest
    let kind = Int.random(in: 0..<100, using: &book.random)
    if kind < 76 { book.lost = 0 } else if kind < 96 { book.lost += 1 } else { book.isOver = true }
    switch kind {
    case 0..<62: return .fault("authorization_pending", number: 70016, status: status)
    case 62..<76:
      book.interval += 5
      return .fault("slow_down", status: status)
    case 76..<84: return .failure(book.random.chance(50) ? .lostAfterSending(host: "h") : .unreachable(host: "h"))
    case 84..<88:
      book.wait = Double(Int.random(in: 0...120, using: &book.random))
      return .text("", status: .tooManyRequests, headers: [.retryAfter: String(Int(book.wait))])
    case 88..<91: return .text("busy", status: .serviceUnavailable)
    case 91..<94: return .text("<html>Welcome to the store's guests' network</html>")
    case 94..<96: return .text("{\"error\":\"authorization_pe", status: status)
    case 96: return .fault("access_denied", status: status)
    case 97: return .fault("expired_token", status: status)
    case 98: return .fault("invalid_grant", number: 53003, status: status)
    default: return .json(tokens)
    }
  }
}
