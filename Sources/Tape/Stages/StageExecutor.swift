import Dispatch
import Glibc
import Synchronization
public import Terminal

/// Runs the work of a played program on the thread of its loop, one job after the other.
///
/// So a play never waits for the global pool, whoever is busy there, and does the same things in the same order each time.
public final class StageExecutor: TaskExecutor {
  private struct Queue {
    var jobs: [UnownedJob] = []
    var isReleased = false
  }

  private let queue = Mutex(Queue())
  private let waker: any TerminalWaker
  private let thread = pthread_self()

  /// An executor of the thread it is made on; `waker` ends the waits of that thread's loop.
  public init(waker: any TerminalWaker) { self.waker = waker }

  public func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let isReleased = queue.withLock { queue in
      if !queue.isReleased { queue.jobs.append(job) }
      return queue.isReleased
    }
    if isReleased { return runElsewhere(job) }
    if pthread_equal(pthread_self(), thread) == 0 { waker.wake() }
  }

  /// Runs what is there; answers whether anything was. Only on the stage's thread.
  func run() -> Bool {
    let jobs = queue.withLock { queue in
      defer { queue.jobs = [] }
      return queue.jobs
    }
    for job in jobs { job.runSynchronously(on: asUnownedTaskExecutor()) }
    return !jobs.isEmpty
  }

  /// The stage is gone: what still comes runs on the global pool.
  func release() {
    let jobs = queue.withLock { queue in
      queue.isReleased = true
      defer { queue.jobs = [] }
      return queue.jobs
    }
    for job in jobs { runElsewhere(job) }
  }

  private func runElsewhere(_ job: UnownedJob) {
    DispatchQueue.global().async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
