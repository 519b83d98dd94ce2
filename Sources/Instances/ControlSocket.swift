import CHardening
import Glibc
public import SessionCore
import Synchronization

/// The running program's ear for requests from outside: a socket 0600 in its state folder, listened to on a thread of its
/// own, which sleeps in the kernel until somebody comes.
public final class ControlSocket: Sendable {
  private struct Caller {
    var descriptor: Int32
    var request: OutsideRequest
  }

  private let place: InstancePlace
  private let descriptor: Int32
  private let callers = Mutex<[Caller]>([])

  /// A socket in a place that is held (see `InstanceLock`); what a dead program left there is removed.
  public init(_ place: InstancePlace) throws(InstanceFault) {
    self.place = place
    let path = place.folder + "/" + place.socketName
    unlink(path)
    let before = umask(0o177)
    defer { umask(before) }
    descriptor = try LocalSocket.open(place, bind)
    guard Glibc.listen(descriptor, 4) == 0 else { throw .unusable(path: path, errno: errno) }
  }

  /// Gives the name in the folder up.
  public func close() { unlink(place.folder + "/" + place.socketName) }

  /// Hands every request to `receive`, on a thread of its own, as long as the process lives.
  public func listen(_ receive: @escaping @Sendable (OutsideRequest) -> Void) throws(InstanceFault) {
    let job = Unmanaged.passRetained(Job { self.serve(receive) })
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { pointer in
        guard let pointer else { return nil }
        Unmanaged<Job>.fromOpaque(pointer).takeRetainedValue().run()
        return nil
      }, job.toOpaque())
    guard code == 0 else {
      job.release()
      throw .unusable(path: place.folder, errno: code)
    }
    pthread_detach(thread)
  }

  /// Answers everybody who asked for this.
  public func answer(_ answer: OutsideAnswer) {
    let waiting = callers.withLock { callers in
      defer { callers.removeAll { $0.request == answer.request } }
      return callers.filter { $0.request == answer.request }
    }
    for caller in waiting {
      LocalSocket.send(ControlLine.text(answer), to: caller.descriptor)
      Glibc.close(caller.descriptor)
    }
  }

  private func serve(_ receive: @Sendable (OutsideRequest) -> Void) {
    while true {
      let caller = accept(descriptor, nil, nil)
      if caller < 0 {
        if errno == EINTR || errno == ECONNABORTED { continue }
        return
      }
      _ = fcntl(caller, F_SETFD, FD_CLOEXEC)
      LocalSocket.limit(caller, to: 1)
      guard chardening_peer_is_ours(caller) == 1, let request = read(caller) else {
        Glibc.close(caller)
        continue
      }
      callers.withLock { $0.append(Caller(descriptor: caller, request: request)) }
      receive(request)
    }
  }

  private func read(_ caller: Int32) -> OutsideRequest? {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = recv(caller, &bytes, bytes.count, 0)
    guard count > 0 else { return nil }
    let line = bytes.prefix(count).prefix { $0 != UInt8(ascii: "\n") }
    return OutsideRequest(rawValue: String(decoding: line, as: UTF8.self))
  }
}

/// Work for one thread.
private final class Job: Sendable {
  let run: @Sendable () -> Void
  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}
