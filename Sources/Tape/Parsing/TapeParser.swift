/// Reads the tape language. Pure: the caller reads files, and `TapeProgram` joins them.
public enum TapeParser {
  /// First words of all steps that are not keys.
  public static var steps: [String] { StepReader.verbs }

  /// Reads a whole file and answers every line that could be read beside every mistake, in order.
  ///
  /// Total: no text makes it fail otherwise. The tape may be played only when there are no mistakes.
  public static func parse(
    _ text: String, file: String, vocabulary: TapeVocabulary = TapeVocabulary()
  ) -> (tape: Tape, faults: [TapeFault]) {
    var lines: [TapeLine] = []
    var faults: [TapeFault] = []
    for (index, scalars) in split(text).enumerated() {
      let source = String(scalars)
      let scanner = TapeScanner(scalars)
      var flaws = scanner.flaws
      var line = TapeLine(number: index + 1, comment: scanner.comment, source: source)
      if let first = scanner.tokens.first {
        line.column = first.column
        if flaws.isEmpty {
          var reader = StepReader(scanner.tokens, end: scalars.count + 1, vocabulary: vocabulary)
          do { line.step = try reader.step() } catch { flaws.append(error) }
        }
      }
      if flaws.isEmpty { lines.append(line) }
      faults += flaws.sorted { $0.column < $1.column }.map {
        TapeFault(
          file: file, line: index + 1, column: $0.column, length: $0.length, source: source, kind: $0.kind)
      }
    }
    return (Tape(file: file, lines: lines), faults)
  }

  /// Reads a file's bytes; bytes that are not UTF-8 are a mistake with its place.
  public static func parse(
    bytes: [UInt8], file: String, vocabulary: TapeVocabulary = TapeVocabulary()
  ) -> (tape: Tape, faults: [TapeFault]) {
    if let text = String(validating: bytes, as: UTF8.self) {
      return parse(text, file: file, vocabulary: vocabulary)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    for (index, scalars) in split(text).enumerated() {
      guard let place = scalars.firstIndex(of: "\u{FFFD}") else { continue }
      let fault = TapeFault(
        file: file, line: index + 1, column: place + 1, length: 1, source: String(scalars), kind: .notUTF8)
      return (Tape(file: file, lines: []), [fault])
    }
    return (Tape(file: file, lines: []), [])
  }

  /// Lines without their ends (`\n`, `\r\n`); a last empty line is none, a byte order mark in front is passed over.
  private static func split(_ text: String) -> [[Unicode.Scalar]] {
    var lines: [[Unicode.Scalar]] = [[]]
    for scalar in text.unicodeScalars.drop(while: { $0 == "\u{FEFF}" }) {
      if scalar == "\n" {
        if lines[lines.count - 1].last == "\r" { lines[lines.count - 1].removeLast() }
        lines.append([])
      } else {
        lines[lines.count - 1].append(scalar)
      }
    }
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
