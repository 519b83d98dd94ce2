public import TerminalEmulator
internal import Glibc

/// A process that is looked at from outside: what runs below it, and whether it has ended.
public struct OtherProcess: Hashable, Sendable {
  /// Process id.
  public let id: Int32

  /// A process by its id.
  public init(_ id: Int32) { self.id = id }

  /// Its children, eldest first within each thread that began them.
  public var children: [OtherProcess] {
    guard let threads = opendir("/proc/\(id)/task") else { return [] }
    defer { closedir(threads) }
    var found: [OtherProcess] = []
    while let entry = readdir(threads) {
      let thread = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      let text = TextFile.read("/proc/\(id)/task/\(thread)/children") ?? []
      found += text.split(separator: 0x20).compactMap { Int32(String(decoding: $0, as: UTF8.self)) }
        .map(OtherProcess.init)
    }
    return found
  }

  /// Everything that runs below it, children before their own children.
  public var descendants: [OtherProcess] { children + children.flatMap(\.descendants) }

  /// Whether it is over, buried or not. Its terminal may say so a moment earlier: files are closed first.
  public var isOver: Bool {
    let facts = TextFile.read("/proc/\(id)/stat").map { String(decoding: $0, as: UTF8.self) } ?? ""
    let state = facts.split(separator: ")").last?.split(separator: " ").first
    return state.map { $0 == "Z" || $0 == "X" } ?? true
  }

  /// Sends a signal; answers whether there was somebody to take it.
  @discardableResult
  public func send(_ signal: Int32) -> Bool { kill(id, signal) == 0 }

  /// Waits for its end; answers whether that came within the limit.
  public func ends(within limit: Duration) -> Bool {
    let deadline = ContinuousClock.now + limit
    while !isOver {
      if ContinuousClock.now >= deadline { return false }
      poll(nil, 0, 2)
    }
    return true
  }
}

extension PtyProcess {
  /// The program as a process among others.
  public var process: OtherProcess { OtherProcess(id) }
}
