import Glibc
public import Tape
import Terminal
public import Testing

/// A tape of `Resources/Tapes`, played by the tests as a user would play it.
public struct ShippedTape: Hashable, Sendable, CustomTestStringConvertible {
  /// File name without `.tape`.
  public let name: String
  private let folder: String

  /// Every tape of a folder, by name.
  public static func all(in folder: String) -> [ShippedTape] {
    var names: [String] = []
    if let entries = opendir(folder) {
      while let entry = readdir(entries) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        if name.hasSuffix(".tape") { names.append(String(name.dropLast(5))) }
      }
      closedir(entries)
    }
    return names.sorted().map { ShippedTape(name: $0, folder: folder) }
  }

  public var testDescription: String { name }

  /// The tape with all it plays; throws its mistakes.
  public func program(vocabulary: TapeVocabulary = TapeVocabulary()) throws -> TapeProgram {
    let (program, faults) = TapeProgram.assemble(folder + "/" + name + ".tape", vocabulary: vocabulary) {
      TextFile.read($0)
    }
    if let first = faults.first { throw first }
    return program
  }

  /// Plays the tape in memory or on a pty; throws the first failure. `UPDATE_SCREENS=1` rewrites golden screens.
  public func play(_ mode: AppHarness.Mode, on cloud: AppHarness.Served? = nil) async throws {
    try await play(mode, on: cloud, seenBy: { nil }, whenSeen: { _ in })
  }

  /// Every screen of a play, for comparison with another.
  public func screens(_ mode: AppHarness.Mode) async throws -> [SeenScreen] {
    try await play(mode, on: nil, seenBy: { ScreenLog(theme: .colour) }) { $0?.screens ?? [] }
  }

  private func play<Value: Sendable>(
    _ mode: AppHarness.Mode, on cloud: AppHarness.Served?, seenBy watcher: @escaping @Sendable () -> ScreenLog?,
    whenSeen: @escaping @Sendable (ScreenLog?) -> Value
  ) async throws -> Value {
    let program = try program()
    let screens = folder + "/../Screens/"
    return try await AppHarness.run(mode, program.start, on: cloud) { app in
      let shelf = GoldenShelf(
        isUpdating: getenv("UPDATE_SCREENS") != nil,
        read: { name in TextFile.read(screens + name).map { String(decoding: $0, as: UTF8.self) } },
        write: { name, text in TextFile.write(text, to: screens + name) })
      let log = watcher()
      var player = TapePlayer(program, on: app.stage, goldens: shelf, before: log)
      try player.play()
      return whenSeen(log)
    }
  }
}

/// Whole files of text, read and written with plain calls.
public enum TextFile {
  /// A file's bytes; nil when it cannot be read.
  public static func read(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return ferror(file) == 0 ? bytes : nil }
      bytes += buffer[..<count]
    }
  }

  /// Writes a file and answers its path.
  static func write(_ text: String, to path: String) -> String {
    if let file = fopen(path, "w") {
      fputs(text, file)
      fclose(file)
    }
    return path
  }
}
