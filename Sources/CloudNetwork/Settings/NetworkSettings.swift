import AsyncHTTPClient

/// How to reach the cloud over a real network.
public struct NetworkSettings: Hashable, Sendable {
  /// `User-Agent` of every request: `Tillside/1.0`.
  public var userAgent: String
  /// From the first packet to a finished TLS handshake, proxy included.
  public var connectTimeout: Duration = .seconds(10)
  /// The longest silence while an answer is awaited or read.
  public var readTimeout: Duration = .seconds(30)
  /// From the call to the last byte of the answer; ends a server that trickles.
  public var exchangeTimeout: Duration = .seconds(120)
  /// How long an unused connection stays open; a token sits in its buffers no longer.
  public var idleTimeout: Duration = .seconds(5)
  /// Largest answer in bytes, after decompression.
  public var bodyLimit = 64 << 20
  /// `http://[user:password@]host:port` of a proxy that is asked to CONNECT; nil for none.
  public var proxy: String?
  /// Path of a PEM file with certificates trusted beside the system's; nil for none.
  public var extraAuthority: String?
  /// Hosts that may be spoken to, lower case, without port; nil for all.
  public var allowedHosts: Set<String>?

  /// Settings with the usual limits and no proxy.
  public init(userAgent: String, proxy: String? = nil, extraAuthority: String? = nil, allowedHosts: Set<String>? = nil)
  {
    self.userAgent = userAgent
    self.proxy = proxy
    self.extraAuthority = extraAuthority
    self.allowedHosts = allowedHosts
  }

  /// Reads the proxy's address and the file of extra certificates, and throws what is wrong with them; nothing is opened.
  public func check() throws(NetworkSettingsFault) { _ = try HTTPClient.Configuration(self) }
}

/// Why a transport cannot be made from its settings.
public enum NetworkSettingsFault: Error, Hashable, Sendable {
  /// The proxy's address is not `http://[user:password@]host:port`.
  case proxyMalformed
  /// The file of extra certificates cannot be used.
  case authorityUnreadable(path: String, AuthorityTrouble)
}

/// Why a file of certificates cannot be used.
public enum AuthorityTrouble: Hashable, Sendable {
  /// It cannot be read; an `errno` value.
  case system(errno: Int32)
  /// It holds a private key instead.
  case privateKey
  /// It holds none, or one that is broken.
  case noCertificate
}
