import Glibc

/// The right to be the one running terminal of a state folder and register, held until the process ends, however it ends.
public final class InstanceLock: Sendable {
  private let descriptor: Int32

  /// Takes the place; throws who has it when somebody does.
  public init(_ place: InstancePlace) throws(InstanceFault) {
    let path = place.lockFile
    let file = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .unusable(path: path, errno: errno) }
    // The kernel gives it back with the process: no stale file ever keeps a till from starting.
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      let reason = errno
      let holder = InstanceLock.holder(file)
      close(file)
      throw reason == EWOULDBLOCK ? .alreadyRunning(holder) : .unusable(path: path, errno: reason)
    }
    let record = Array(RunningInstance.current.record.utf8)
    guard ftruncate(file, 0) == 0, pwrite(file, record, record.count, 0) == record.count else {
      let reason = errno
      close(file)
      throw .unusable(path: path, errno: reason)
    }
    descriptor = file
  }

  deinit {
    ftruncate(descriptor, 0)
    close(descriptor)
  }

  private static func holder(_ file: Int32) -> RunningInstance {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = pread(file, &bytes, bytes.count, 0)
    return RunningInstance(record: String(decoding: bytes.prefix(max(0, count)), as: UTF8.self))
  }
}
