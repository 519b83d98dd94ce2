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
      scenarios: Scenario.names, refusals: PracticeCloud.refusals.map(String.init))
  }

  /// Who is in a world of this program; a served cloud is put to the same one.
  static func people(of scenario: String) -> TapePeople? {
    guard let world = try? Scenario.load(named: scenario) else { return nil }
    return TapePeople(names: world.accounts, spellings: world.directoryNames)
  }

  /// A tape with all it plays, and every mistake of all files.
  static func assemble(_ path: String) -> (program: TapeProgram, faults: [TapeFault]) {
    TapeProgram.assemble(path, vocabulary: vocabulary, people: people, read: read)
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
    let bytes = content(path) ?? ShippedDemo.bytes(path) ?? []
    let first = TapeParser.parse(bytes: bytes, file: path).tape.lines.first
    return first?.comment ?? path
  }

  /// Ends with 65 for a message log from which nothing can be played again.
  static func mustBePlayable(_ path: String) throws {
    guard let bytes = content(path), bytes.starts(with: MessageLog.redactedMark.utf8) else { return }
    throw leave(
      .dataWrong, "\(path): this log is redacted; what was typed and read is not in it, so it cannot be replayed.")
  }

  /// Prints mistakes on standard error, the first fifty of them.
  static func tell(_ faults: [TapeFault]) {
    let most = 50
    let more = faults.count > most ? "and \(faults.count - most) more\n" : ""
    let bytes = Array((faults.prefix(most).map { $0.description + "\n" }.joined() + more).utf8)
    _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
  }

  /// The largest tape in bytes; a longer one is another file, named by mistake.
  private static let most = 4 << 20

  /// The bytes of a file; nil when it cannot be read or is none.
  static func content(_ path: String) -> [UInt8]? {
    do throws(TapeRefusal) { return try read(path) } catch { return nil }
  }

  /// The bytes of a file; nil when it cannot be read, an error when it cannot be a tape. Never waits.
  static func read(_ path: String) throws(TapeRefusal) -> [UInt8]? {
    do throws(TextFile.Refusal) { return try TextFile.read(path, atMost: most) } catch {
      switch error {
      case .system: return nil
      case .notAFile: throw .notAFile
      case .tooLarge: throw .tooLarge(most: most)
      }
    }
  }

  /// Writes a file whole, `-` to standard output; ends with 65 when that cannot be done.
  static func write(_ text: String, to path: String) throws {
    if path == "-" { return print(text, terminator: "") }
    do throws(TapeUnwritten) { try put(text, at: path) } catch {
      throw leave(.dataWrong, "\(error.path): \(error.reason)")
    }
  }

  /// Writes a file whole: beside it first, then in its place.
  static func put(_ text: String, at path: String) throws(TapeUnwritten) {
    do throws(TextFile.Fault) { try TextFile.write(text, to: path) } catch {
      throw TapeUnwritten(path: error.path, reason: error.reason)
    }
  }
}
