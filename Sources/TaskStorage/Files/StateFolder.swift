import Glibc
import TaskSync

/// The folder in which a terminal keeps its state: mode 0700, owned by whoever runs the program, never a link.
public struct StateFolder: Sendable {
  /// Absolute path.
  public let path: String

  /// Opens the folder, making it (but not its parents) when it is missing.
  ///
  /// Throws when it cannot be made, is a link, belongs to somebody else, or others may enter it.
  public init(_ path: String) throws(StateFolderFault) {
    self.path = path
    if mkdir(path, 0o700) != 0, errno != EEXIST { throw .cannotMake(path: path, errno: errno) }
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannotOpen(path: path, errno: errno) }
    defer { close(descriptor) }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0 else { throw .cannotOpen(path: path, errno: errno) }
    guard facts.st_uid == geteuid() else { throw .belongsToSomebodyElse(path: path) }
    guard facts.st_mode & 0o077 == 0 else { throw .openToOthers(path: path) }
  }

  /// The path of a file in it.
  func file(_ name: String) -> String { path + "/" + name }

  /// Makes an empty file 0600 if there is none, so that nobody else's umask decides; refuses links and foreign files.
  func prepare(_ name: String) throws(StateFolderFault) {
    let path = file(name)
    let descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Self.fault(path) }
    defer { close(descriptor) }
    try Self.check(descriptor, path)
  }

  /// The bytes of a small file; nil when there is none.
  func read(_ name: String, atMost limit: Int) throws(StateFolderFault) -> [UInt8]? {
    let path = file(name)
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    if descriptor < 0, errno == ENOENT { return nil }
    guard descriptor >= 0 else { throw Self.fault(path) }
    defer { close(descriptor) }
    try Self.check(descriptor, path)
    var bytes = [UInt8](repeating: 0, count: limit)
    let count = Glibc.read(descriptor, &bytes, limit)
    guard count >= 0 else { throw .cannotOpen(path: path, errno: errno) }
    return Array(bytes.prefix(count))
  }

  /// Writes a new file whole and durable, or not at all; fails when one of that name is there.
  ///
  /// It gets its name only once its bytes are on the disk: a program killed in between leaves no half file behind.
  func create(_ name: String, _ bytes: [UInt8]) throws(StateFolderFault) {
    let path = file(name)
    let draft = path + ".new"
    unlink(draft)
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .cannotOpen(path: draft, errno: errno) }
    defer {
      close(descriptor)
      unlink(draft)
    }
    guard write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0, link(draft, path) == 0 else {
      throw .cannotWrite(path: path, errno: errno)
    }
    sync()
  }

  /// Whether something of that name is there.
  func has(_ name: String) -> Bool { access(file(name), F_OK) == 0 }

  /// Gives a file another name; a missing one is no fault.
  func rename(_ name: String, to other: String) { Glibc.rename(file(name), file(other)) }

  /// Names of files in it, those that are wanted, in order.
  func names(where isWanted: (String) -> Bool) -> [String] {
    guard let entries = opendir(path) else { return [] }
    defer { closedir(entries) }
    var names: [String] = []
    while let entry = readdir(entries) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if isWanted(name) { names.append(name) }
    }
    return names.sorted()
  }

  /// Removes a file; a missing one is no fault.
  func remove(_ name: String) { unlink(file(name)) }

  /// Makes renames and new files durable.
  func sync() {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// Writes zeros over a file where it lies, which takes no room on the disk, and removes it; a missing one is no fault.
  ///
  /// Answers whether nothing of it can be read any more.
  func wipe(_ name: String) -> Bool {
    let path = file(name)
    let descriptor = open(path, O_WRONLY | O_NOFOLLOW | O_CLOEXEC)
    if descriptor >= 0 {
      var facts = stat()
      let zeros = fstat(descriptor, &facts) == 0 ? [UInt8](repeating: 0, count: min(4_096, Int(facts.st_size))) : []
      _ = write(descriptor, zeros, zeros.count)
      fsync(descriptor)
      close(descriptor)
    }
    unlink(path)
    sync()
    guard let left = try? read(name, atMost: 4_096) else { return !has(name) }
    return left.allSatisfy { $0 == 0 }
  }

  /// Which file has a name now; nil when none has.
  func identity(of name: String) -> FileIdentity? {
    var facts = stat()
    guard lstat(file(name), &facts) == 0 else { return nil }
    return FileIdentity(device: UInt64(facts.st_dev), number: UInt64(facts.st_ino))
  }

  /// Whether a file is missing or has nothing in it.
  func isEmpty(_ name: String) -> Bool {
    var facts = stat()
    return lstat(file(name), &facts) != 0 || facts.st_size == 0
  }

  /// Looks at each file that holds state as the store would take it.
  public func examine() throws(StateFolderFault) {
    if let key = try read(TerminalKey.fileName, atMost: 64), key.count != TerminalKey.length {
      throw .keyDamaged(path: file(TerminalKey.fileName))
    }
    for name in names(where: { $0.hasPrefix(SQLiteTaskStore.fileName) || CopyKey.isName($0) }) {
      _ = try read(name, atMost: 1)
    }
  }

  private static func check(_ descriptor: Int32, _ path: String) throws(StateFolderFault) {
    var facts = stat()
    guard fstat(descriptor, &facts) == 0 else { throw .cannotOpen(path: path, errno: errno) }
    guard facts.st_mode & S_IFMT == S_IFREG else { throw .notAFile(path: path) }
    guard facts.st_uid == geteuid() else { throw .fileOfSomebodyElse(path: path) }
    guard facts.st_mode & 0o077 == 0 else { throw .fileOpenToOthers(path: path) }
  }

  /// Why a file could not be opened.
  private static func fault(_ path: String) -> StateFolderFault {
    errno == ELOOP ? .notAFile(path: path) : .cannotOpen(path: path, errno: errno)
  }
}

/// Which file it is, whatever its name.
struct FileIdentity: Hashable, Sendable {
  var device: UInt64
  var number: UInt64
}

/// Why a state folder or a file in it is not used.
public enum StateFolderFault: Error, Hashable, Sendable {
  /// Nothing says where it is to be.
  case nowhere
  case cannotMake(path: String, errno: Int32)
  case cannotOpen(path: String, errno: Int32)
  case cannotWrite(path: String, errno: Int32)
  /// Another user owns it.
  case belongsToSomebodyElse(path: String)
  /// Group or others have rights on it.
  case openToOthers(path: String)
  /// The same of a file in it, which is not used.
  case fileOfSomebodyElse(path: String)
  case fileOpenToOthers(path: String)
  /// A link, or no ordinary file.
  case notAFile(path: String)
  /// The terminal key is there but has not the right length.
  case keyDamaged(path: String)
}

extension StateFolderFault {
  var storeFault: StoreFault {
    switch self {
    case .cannotMake(let path, let errno), .cannotOpen(let path, let errno), .cannotWrite(let path, let errno):
      errno == ENOSPC || errno == EDQUOT ? .diskFull : .unusable(file: path.lastPart)
    case .belongsToSomebodyElse(let path), .openToOthers(let path), .fileOfSomebodyElse(let path),
      .fileOpenToOthers(let path), .notAFile(let path), .keyDamaged(let path):
      .unusable(file: path.lastPart)
    case .nowhere: .diskFailed
    }
  }
}

extension String {
  /// What stands behind the last slash.
  fileprivate var lastPart: String { lastIndex(of: "/").map { String(self[index(after: $0)...]) } ?? self }
}
