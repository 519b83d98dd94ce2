import Glibc

/// Runs blocking work on a thread of its own, so that the tasks it waits for keep the global pool to themselves.
///
/// Answers what the work answers and throws what it throws.
public func onOwnThread<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
  try await withCheckedThrowingContinuation { continuation in
    let job = Job { continuation.resume(with: Result(catching: work)) }
    var thread = pthread_t()
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    pthread_attr_setstacksize(&attributes, 4 << 20)
    let code = pthread_create(
      &thread, &attributes,
      { pointer in
        guard let pointer else { return nil }
        Unmanaged<Job>.fromOpaque(pointer).takeRetainedValue().run()
        return nil
      }, Unmanaged.passRetained(job).toOpaque())
    pthread_attr_destroy(&attributes)
    if code != 0 {
      Unmanaged.passUnretained(job).release()
      continuation.resume(throwing: ThreadError.notStarted(code: code))
    }
  }
}

/// Why no thread could be started; the number is an `errno` value.
public enum ThreadError: Error, Hashable, Sendable {
  case notStarted(code: Int32)
}

private final class Job: Sendable {
  let run: @Sendable () -> Void
  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}
