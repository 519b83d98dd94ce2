import CloudWire
import HTTPTypes
import SessionCore
import StoreModel

/// What an answer of the identity provider says, whatever status it came with.
enum EntraAnswer: Sendable {
  /// A JSON object without `error`, status 200.
  case success(JSON)
  /// An OAuth error body; the provider may send it with any status, 200 included.
  case fault(OAuthFault)
  /// Nothing the provider meant to say to us.
  case trouble(SignInRefusal)
}

extension EntraAnswer {
  /// The largest answer that is read; real ones are under 20 kB.
  static let sizeLimit = 1 << 20

  /// Sorts an answer; `reference` is the request's own id, `now` for waiting times.
  init(_ response: CloudResponse, host: String, reference: String, now: Now) {
    let sent = response.headers.first { $0.name.canonicalName == "x-ms-request-id" }?.value ?? reference
    func trouble(_ kind: SignInRefusal.Kind) -> EntraAnswer {
      .trouble(SignInRefusal(kind, reference: sent, host: host))
    }
    let status = response.status.code
    if response.body.count > Self.sizeLimit {
      self = trouble(.answerTooLarge)
    } else if (300..<400).contains(status) {
      self = trouble(.redirected)
    } else if status == 429 {
      self = trouble(Self.wait(response, now: now, otherwise: .seconds(60)))
    } else if status >= 500 {
      self = trouble(
        response.retryAfter(wall: now.wall.seconds) == nil
          ? .providerDown
          : Self.wait(response, now: now, otherwise: .zero))
    } else if let json = try? JSON.parse(response.body), json.object != nil {
      if let fault = OAuthFault(json, reference: sent) {
        self = .fault(fault)
      } else {
        self = status == 200 ? .success(json) : trouble(.answerUnreadable)
      }
    } else {
      self = trouble(Self.looksLikePage(response) ? .captivePortal : .answerUnreadable)
    }
  }

  private static func wait(_ response: CloudResponse, now: Now, otherwise: Duration) -> SignInRefusal.Kind {
    let delay = response.retryAfter(wall: now.wall.seconds) ?? otherwise
    return .throttled(until: now.instant.advanced(by: delay))
  }

  private static func looksLikePage(_ response: CloudResponse) -> Bool {
    let isHTML = response.headers[.contentType]?.lowercased().hasPrefix("text/html") == true
    return isHTML || response.body.first { $0 > 0x20 } == UInt8(ascii: "<")
  }
}

extension SignInRefusal {
  /// Why no answer came.
  init(_ error: TransportError, host: String) {
    let kind: Kind =
      switch error {
      case .nameNotResolved: .nameNotResolved
      case .unreachable: .offline
      case .notTrusted: .notTrusted
      case .proxyFailed: .proxyFailed
      case .timedOutBeforeSending, .lostAfterSending: .timedOut
      case .answerTooLarge: .answerTooLarge
      case .answerUnreadable: .answerUnreadable
      case .redirected: .redirected
      case .addressRefused: .appMisconfigured
      case .cancelled: .cancelled
      }
    // The machine in trouble may be the proxy rather than the one that was asked.
    if case .proxyFailed(let proxy) = error { self.init(kind, host: proxy) } else { self.init(kind, host: host) }
  }

  /// Whether asking again later may help: trouble on the way, not a decision.
  var isPassing: Bool {
    switch kind {
    case .nameNotResolved, .offline, .timedOut, .proxyFailed, .captivePortal, .answerUnreadable, .answerTooLarge,
      .redirected, .throttled, .providerDown:
      true
    default: false
    }
  }
}
