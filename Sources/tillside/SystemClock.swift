import Glibc
import StoreModel

/// The machine's clocks: one that counts suspend and never jumps, and the world's time.
enum SystemClock {
  static func now() -> Now {
    var boot = timespec()
    var real = timespec()
    clock_gettime(CLOCK_BOOTTIME, &boot)
    clock_gettime(CLOCK_REALTIME, &real)
    return Now(
      instant: Instant(sinceStart: .seconds(boot.tv_sec) + .nanoseconds(boot.tv_nsec)),
      wall: Timestamp(ticks: Int64(real.tv_sec) * 10_000_000 + Int64(real.tv_nsec) / 100))
  }
}
