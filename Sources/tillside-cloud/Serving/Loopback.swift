import NIOCore

extension SocketAddress {
  /// Whether the other end is on this machine: 127.0.0.0/8, `::1`, or the former inside the latter's clothes.
  var isLoopback: Bool {
    guard let text = ipAddress else { return false }
    return text.hasPrefix("127.") || text == "::1" || text.lowercased().hasPrefix("::ffff:127.")
  }
}
