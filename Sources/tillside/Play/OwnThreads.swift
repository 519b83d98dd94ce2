import Glibc
import Synchronization

/// Does jobs on threads of their own, at most so many at a time, and returns when all are done.
///
/// A play blocks its thread while the program's tasks run on the global pool, so it must not stand on that pool itself.
func onOwnThreads(_ most: Int, jobs: Int, _ work: @escaping @Sendable (Int) -> Void) {
  let queue = JobQueue(count: jobs, work: work)
  var threads: [pthread_t] = []
  for _ in 1..<max(1, min(most, jobs)) {
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { pointer in
        guard let pointer else { return nil }
        Unmanaged<JobQueue>.fromOpaque(pointer).takeRetainedValue().run()
        return nil
      }, Unmanaged.passRetained(queue).toOpaque())
    if code == 0 { threads.append(thread) } else { Unmanaged.passUnretained(queue).release() }
  }
  queue.run()
  for thread in threads { pthread_join(thread, nil) }
}

/// Numbers of jobs, each given out once.
private final class JobQueue: Sendable {
  private let next = Mutex(0)
  private let count: Int
  private let work: @Sendable (Int) -> Void

  init(count: Int, work: @escaping @Sendable (Int) -> Void) {
    self.count = count
    self.work = work
  }

  func run() {
    while let job = take() { work(job) }
  }

  private func take() -> Int? {
    next.withLock { next in
      guard next < count else { return nil }
      next += 1
      return next - 1
    }
  }
}
