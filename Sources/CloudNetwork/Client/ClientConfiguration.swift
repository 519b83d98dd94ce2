import AsyncHTTPClient
import NIOCore
import NIOHTTPCompression
import NIOSSL

extension HTTPClient.Configuration {
  /// HTTP/1.1 only, no redirects, no second try behind our back.
  init(_ settings: NetworkSettings) throws(NetworkSettingsFault) {
    var tls = TLSConfiguration.makeClientConfiguration()
    tls.minimumTLSVersion = .tlsv12
    if let path = settings.extraAuthority {
      tls.additionalTrustRoots = [.certificates(try ExtraAuthority.certificates(path))]
    }
    var proxy: Proxy?
    if let text = settings.proxy {
      guard let address = ProxyAddress(text) else { throw .proxyMalformed }
      proxy = address.configuration
    }
    self.init(
      tlsConfiguration: tls,
      redirectConfiguration: .disallow,
      timeout: Timeout(
        connect: TimeAmount(settings.connectTimeout), read: TimeAmount(settings.readTimeout),
        write: TimeAmount(settings.readTimeout)),
      connectionPool: ConnectionPool(idleTimeout: TimeAmount(settings.idleTimeout)),
      proxy: proxy,
      decompression: .enabled(limit: .size(settings.bodyLimit)))
    httpVersion = .http1Only
    connectionPool.retryConnectionEstablishment = false
  }
}
