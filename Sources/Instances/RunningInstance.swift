import Glibc

/// A program that holds a register: process id and start time together name it for good, since ids are used again.
public struct RunningInstance: Hashable, Sendable {
  /// Process id; 0 when the lock file said nothing readable.
  public var process: Int32
  /// Start of the process in clock ticks since the machine started (`/proc/PID/stat`, field 22).
  public var start: UInt64

  /// The process that asks.
  public static var current: RunningInstance { RunningInstance(process: getpid(), start: start(of: getpid()) ?? 0) }

  init(process: Int32, start: UInt64) {
    self.process = process
    self.start = start
  }

  /// Reads what `record` wrote; nothing readable is a process 0.
  init(record: String) {
    let parts = record.split(whereSeparator: { $0 == " " || $0 == "\n" })
    self.init(
      process: parts.first.flatMap { Int32($0) } ?? 0, start: parts.dropFirst().first.flatMap { UInt64($0) } ?? 0)
  }

  /// What stands in the lock file: process id and start time.
  var record: String { "\(process) \(start)\n" }

  /// Whether that very process still runs.
  public var isRunning: Bool { process > 0 && RunningInstance.start(of: process) == start }

  /// When a process started; nil when there is none. The name in the line may hold anything, so fields count from its end.
  private static func start(of process: Int32) -> UInt64? {
    guard let file = fopen("/proc/\(process)/stat", "re") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1_024)
    let count = fread(&bytes, 1, bytes.count, file)
    let line = String(decoding: bytes.prefix(count), as: UTF8.self)
    guard let end = line.lastIndex(of: ")") else { return nil }
    let fields = line[line.index(after: end)...].split(separator: " ")
    return fields.count > 19 ? UInt64(fields[19]) : nil
  }
}
