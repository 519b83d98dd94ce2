import AsyncHTTPClient

/// A proxy's address, taken apart.
struct ProxyAddress: Hashable {
  let host: String
  let port: Int
  let username: String?
  let password: String?

  /// Reads `http://[user:password@]host:port`; a missing port is 8080, as most proxies have it.
  init?(_ text: String) {
    guard let rest = text.droppingScheme("http") else { return nil }
    let authority = rest.prefix { $0 != "/" }
    guard rest.dropFirst(authority.count).allSatisfy({ $0 == "/" }) else { return nil }
    var place = authority
    var name: String?
    var secret: String?
    if let at = authority.lastIndex(of: "@") {
      let parts = authority[..<at].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard let user = parts[0].percentDecoded, let password = (parts.count > 1 ? parts[1] : "").percentDecoded else {
        return nil
      }
      name = user
      secret = password
      place = authority[authority.index(after: at)...]
    }
    guard let (host, port) = place.hostAndPort, !host.isEmpty else { return nil }
    self.host = host
    self.port = port ?? 8080
    username = name
    password = secret
  }

  var configuration: HTTPClient.Configuration.Proxy {
    guard let username, let password else { return .server(host: host, port: port) }
    return .server(host: host, port: port, authorization: .basic(username: username, password: password))
  }
}
