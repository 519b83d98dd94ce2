import Glibc

/// Where the one instance of a state folder and register leaves its lock file and its control socket.
public struct InstancePlace: Hashable, Sendable {
  /// The state folder, 0700.
  public let folder: String
  /// The register, as settings name it.
  public let register: String

  /// A place; nothing is touched.
  public init(folder: String, register: String) {
    self.folder = folder
    self.register = register
  }

  /// Every register that ever ran in a state folder.
  public static func all(in folder: String) -> [InstancePlace] {
    guard let entries = opendir(folder) else { return [] }
    defer { closedir(entries) }
    var registers: [String] = []
    while let entry = readdir(entries) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard name.hasPrefix("register-"), name.hasSuffix(".lock") else { continue }
      registers.append(String(name.dropFirst(9).dropLast(5)))
    }
    return registers.sorted().map { InstancePlace(folder: folder, register: $0) }
  }

  /// Looks whether an instance could take this place, without taking it: a lock file that is there has to be a file of ours.
  public func check() throws(InstanceFault) {
    let file = open(lockFile, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    if file >= 0 {
      close(file)
    } else if errno != ENOENT {
      throw .unusable(path: lockFile, errno: errno)
    }
  }

  var lockFile: String { folder + "/" + name + ".lock" }
  var socketName: String { name + ".socket" }

  /// A register may be called anything; a file may not.
  private var name: String {
    let plain = register.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D
    }
    if plain, !register.isEmpty, register.utf8.count <= 130 { return "register-" + register }
    return "register-" + register.utf8.prefix(40).map { String($0, radix: 16) }.joined(separator: "-")
  }
}
