import Glibc
import NIOSSL

/// The file of certificates that are trusted beside the system's.
enum ExtraAuthority {
  /// Most bytes of such a file; the system's own bundle has a fifth of it.
  private static let limit = 1 << 20

  /// Its certificates, at least one.
  static func certificates(_ path: String) throws(NetworkSettingsFault) -> [NIOSSLCertificate] {
    let bytes = try read(path)
    if let certificates = try? NIOSSLCertificate.fromPEMBytes(bytes), !certificates.isEmpty { return certificates }
    let holdsKey = String(decoding: bytes, as: UTF8.self).contains("PRIVATE KEY-----")
    throw .authorityUnreadable(path: path, holdsKey ? .privateKey : .noCertificate)
  }

  private static func read(_ path: String) throws(NetworkSettingsFault) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .authorityUnreadable(path: path, .system(errno: errno)) }
    defer { close(descriptor) }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0 else { throw .authorityUnreadable(path: path, .system(errno: errno)) }
    let kind = facts.st_mode & S_IFMT
    if kind == S_IFDIR { throw .authorityUnreadable(path: path, .system(errno: EISDIR)) }
    guard kind == S_IFREG, facts.st_size <= limit else { throw .authorityUnreadable(path: path, .noCertificate) }
    var bytes = [UInt8](repeating: 0, count: Int(facts.st_size))
    var count = 0
    while count < bytes.count {
      let part = bytes.withUnsafeMutableBytes {
        Glibc.read(descriptor, $0.baseAddress?.advanced(by: count), $0.count - count)
      }
      guard part >= 0 else { throw .authorityUnreadable(path: path, .system(errno: errno)) }
      if part == 0 { break }
      count += part
    }
    return Array(bytes.prefix(count))
  }
}
