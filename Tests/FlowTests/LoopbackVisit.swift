import Glibc

/// One request of a browser to the door of a sign-in, over a plain socket of this machine; answers all that came back.
func loopbackVisit(port: Int, _ target: String) -> String {
  let handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
  guard handle >= 0 else { return "" }
  defer { close(handle) }
  var address = sockaddr_in()
  address.sin_family = sa_family_t(AF_INET)
  address.sin_port = in_port_t(truncatingIfNeeded: port).bigEndian
  address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
  let isConnected = withUnsafePointer(to: &address) { pointer in
    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
      connect(handle, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
    }
  }
  guard isConnected else { return "" }
  let request = Array("GET \(target) HTTP/1.1\r\nHost: localhost:\(port)\r\n\r\n".utf8)
  guard send(handle, request, request.count, Int32(MSG_NOSIGNAL)) == request.count else { return "" }
  var heard: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 4096)
  while case let count = recv(handle, &buffer, buffer.count, 0), count > 0 { heard += buffer.prefix(count) }
  return String(decoding: heard, as: UTF8.self)
}
