import CloudWire

/// The host of a request that may be sent: `https` only, no user information, and on the list if there is one.
struct RequestAddress {
  let host: String

  init(_ request: CloudRequest, allowedHosts: Set<String>?) throws(TransportError) {
    guard let rest = request.url.droppingScheme("https") else { throw .addressRefused(url: request.url) }
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard !authority.contains("@"), let (host, _) = authority.hostAndPort, !host.isEmpty,
      allowedHosts?.contains(host) ?? true
    else { throw .addressRefused(url: request.url) }
    self.host = host
  }
}
