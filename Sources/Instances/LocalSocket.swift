import Glibc

/// A stream socket with a name in a folder of ours.
enum LocalSocket {
  /// Opens a socket and binds or connects it by its name; the folder may be as deep as it likes.
  static func open(
    _ place: InstancePlace, _ use: (Int32, UnsafePointer<sockaddr>, socklen_t) -> Int32
  ) throws(InstanceFault) -> Int32 {
    let path = place.folder + "/" + place.socketName
    let folder = Glibc.open(place.folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw .unusable(path: path, errno: errno) }
    defer { close(folder) }
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { throw .unusable(path: path, errno: errno) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    // An address holds 107 bytes; through the open folder every path is short.
    let name = Array("/proc/self/fd/\(folder)/\(place.socketName)".utf8)
    guard name.count < MemoryLayout.size(ofValue: address.sun_path) else {
      close(descriptor)
      throw .unusable(path: path, errno: ENAMETOOLONG)
    }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
    let code = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        use(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    guard code == 0 else {
      let reason = errno
      close(descriptor)
      throw .unusable(path: path, errno: reason)
    }
    return descriptor
  }

  /// Bounds every read and write on a socket.
  static func limit(_ descriptor: Int32, to seconds: Int) {
    var time = timeval(tv_sec: seconds, tv_usec: 0)
    for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
      setsockopt(descriptor, SOL_SOCKET, option, &time, socklen_t(MemoryLayout<timeval>.size))
    }
  }

  /// Writes everything; a reader that went away is no fault of ours.
  static func send(_ text: String, to descriptor: Int32) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}
