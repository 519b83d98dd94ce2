import AsyncHTTPClient
import CloudWire
import Glibc
import NIOCore
import NIOHTTP1
import NIOHTTPCompression
import NIOPosix
import NIOSSL

/// Reads what went wrong in an exchange from the errors of the layers below.
///
/// The question that matters is whether the server may have received the request: where a layer does not say, it may.
struct ExchangeFault {
  let url: String
  let host: String
  let proxy: ProxyAddress?
  let bodyLimit: Int

  func reading(_ error: any Error) -> TransportError {
    switch error {
    case let error as TransportError: error
    case is CancellationError: .cancelled
    case let error as HTTPClientError: client(error)
    case let error as NIOConnectionError: connection(error)
    case let error as NIOSSLError: tls(error)
    case is NIOSSLExtraError: .notTrusted(host: host)
    case let error as IOError: system(error)
    case NIOHTTPDecompression.DecompressionError.limit: .answerTooLarge(limit: bodyLimit)
    // The connection ended in the middle of an answer.
    case HTTPParserError.invalidEOFState: .lostAfterSending(host: host)
    case is NIOHTTPDecompression.DecompressionError, is NIOHTTPDecompression.ExtraDecompressionError,
      is HTTPParserError:
      .answerUnreadable(host: host)
    case ChannelError.connectTimeout: .timedOutBeforeSending(host: host)
    default: .lostAfterSending(host: host)
    }
  }

  private func client(_ error: HTTPClientError) -> TransportError {
    switch error {
    case .cancelled, .alreadyShutdown, .requestStreamCancelled: .cancelled
    case .connectTimeout where proxy != nil, .httpProxyHandshakeTimeout, .socksHandshakeTimeout,
      .invalidProxyResponse, .proxyAuthenticationRequired:
      .proxyFailed(host: proxy?.host ?? host)
    case .connectTimeout, .tlsHandshakeTimeout, .getConnectionFromPoolTimeout: .timedOutBeforeSending(host: host)
    case .invalidURL, .emptyHost, .emptyScheme: .addressRefused(url: url)
    default: .lostAfterSending(host: host)
    }
  }

  private func connection(_ error: NIOConnectionError) -> TransportError {
    if let proxy { return .proxyFailed(host: proxy.host) }
    if error.connectionErrors.isEmpty { return .nameNotResolved(host: host) }
    let allTimedOut = error.connectionErrors.allSatisfy { single in
      if case ChannelError.connectTimeout = single.error { true } else { false }
    }
    return allTimedOut ? .timedOutBeforeSending(host: host) : .unreachable(host: host)
  }

  private func tls(_ error: NIOSSLError) -> TransportError {
    switch error {
    case .handshakeFailed(let cause):
      "\(cause)".contains("CERTIFICATE") ? .notTrusted(host: host) : .unreachable(host: host)
    case .noCertificateToValidate, .unableToValidateCertificate, .cannotMatchULabel: .notTrusted(host: host)
    default: .lostAfterSending(host: host)
    }
  }

  private func system(_ error: IOError) -> TransportError {
    switch error.errnoCode {
    case ECONNREFUSED, ENETUNREACH, EHOSTUNREACH, ENETDOWN, EHOSTDOWN, EADDRNOTAVAIL:
      proxy.map { .proxyFailed(host: $0.host) } ?? .unreachable(host: host)
    default: .lostAfterSending(host: host)
    }
  }
}
