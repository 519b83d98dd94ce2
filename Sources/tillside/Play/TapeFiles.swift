import ArgumentParser
import Glibc
import PracticeCloud
import Strings
import Tape
import Terminal
import Workspace

/// Tapes as files: read whole, checked against the words this program knows.
enum TapeFiles {
  /// Commands, themes, languages and scenarios this program has.
  static var vocabulary: TapeVocabulary {
    TapeVocabulary(
      commands: CommandID.allCases.map(\.rawValue), themes: Theme.all.map(\.name), languages: Words.languages,
      scenarios: Scenario.names)
  }

  /// A tape with all it plays, and every mistake of all files.
  static func assemble(_ path: String) -> (program: TapeProgram, faults: [TapeFault]) {
    TapeProgram.assemble(path, vocabulary: vocabulary, read: read)
  }

  /// Tapes without mistakes; every mistake of all of them is told otherwise, and nothing may be played.
  static func programs(_ paths: [String]) throws -> [TapeProgram] {
    let assembled = paths.map { assemble($0) }
    let faults = assembled.flatMap(\.faults)
    guard faults.isEmpty else {
      tell(faults)
      throw ExitCode.dataWrong
    }
    return assembled.map(\.program)
  }

  /// What a tape shows: the comment in its first line, else its name.
  static func title(of path: String) -> String {
    let bytes = read(path) ?? ShippedDemo.bytes(path) ?? []
    let first = TapeParser.parse(bytes: bytes, file: path).tape.lines.first
    return first?.comment ?? path
  }

  /// Ends with 65 for a message log from which nothing can be played again.
  static func mustBePlayable(_ path: String) throws {
    guard let bytes = read(path), bytes.starts(with: MessageLog.redactedMark.utf8) else { return }
    throw leave(
      .dataWrong, "\(path): this log is redacted; what was typed and read is not in it, so it cannot be replayed.")
  }

  /// Prints mistakes on standard error.
  static func tell(_ faults: [TapeFault]) {
    let bytes = Array(faults.map { $0.description + "\n" }.joined().utf8)
    _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
  }

  /// The bytes of a file; nil when it cannot be read.
  static func read(_ path: String) -> [UInt8]? {
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

  /// Writes a file whole: beside it first, then in its place.
  static func write(_ text: String, to path: String) throws {
    let beside = path + ".part"
    guard let file = fopen(beside, "w") else { throw leave(.dataWrong, "\(path): \(String(cString: strerror(errno)))") }
    let isWritten = fputs(text, file) >= 0
    guard fclose(file) == 0, isWritten, rename(beside, path) == 0 else {
      unlink(beside)
      throw leave(.dataWrong, "\(path): \(String(cString: strerror(errno)))")
    }
  }

  /// Where the golden screens of a tape are: in a folder `Screens` beside its folder, else beside the tape.
  static func screenFolder(of tape: String) -> String {
    let folder = tape.lastIndex(of: "/").map { String(tape[...$0]) } ?? "./"
    let neighbour = folder + "../Screens/"
    return access(neighbour, F_OK) == 0 ? neighbour : folder
  }
}
