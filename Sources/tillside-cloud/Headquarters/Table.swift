import CloudWire
import Glibc

/// Rows of text in columns, as wide as they need to be: for people to read, and to read aloud.
///
/// On a terminal that is narrower, long cells go on in the next line; a file or a pipe gets each row in one line.
struct Table {
  private let header: [String]
  private let rows: [[String]]
  private let empty: String

  /// Missing cells are dashes; `empty` is said where there is no row.
  init(_ header: [String], _ rows: [[String?]], empty: String = "Nothing.") {
    self.header = header
    self.rows = rows.map { $0.map { ($0 ?? "").isEmpty ? "-" : Self.plain($0 ?? "") } }
    self.empty = empty
  }

  /// As it fits where it goes.
  var text: String { text(columns: Self.terminalColumns) }

  /// At most so wide; nil for as wide as it is.
  func text(columns limit: Int?) -> String {
    guard !rows.isEmpty else { return empty }
    let all = [header] + rows
    var widths = header.indices.map { column in all.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0 }
    if let limit {
      let room = limit - 2 * (widths.count - 1)
      // Words stay whole as long as they can: an id that is torn cannot be copied.
      Self.narrow(&widths, to: room, least: header.indices.map { column in Self.longestWord(all, column) })
      Self.narrow(&widths, to: room, least: header.map { max($0.count, 10) })
    }
    return all.flatMap { Self.lines($0, widths) }.joined(separator: "\n")
  }

  /// Takes from the widest column, cell by cell, as far as its heading allows.
  private static func narrow(_ widths: inout [Int], to limit: Int, least: [Int]) {
    while widths.reduce(0, +) > limit {
      let column = widths.indices.filter { widths[$0] > least[$0] }.max { widths[$0] < widths[$1] }
      guard let column else { return }
      widths[column] -= 1
    }
  }

  private static func longestWord(_ rows: [[String]], _ column: Int) -> Int {
    rows.map { row in column < row.count ? row[column].split(separator: " ").map(\.count).max() ?? 0 : 0 }.max() ?? 0
  }

  private static func lines(_ row: [String], _ widths: [Int]) -> [String] {
    let cells = zip(row, widths).map { folded($0, to: $1) }
    return (0..<(cells.map(\.count).max() ?? 0)).map { line in
      let texts = cells.map { line < $0.count ? $0[line] : "" }
      var padded = zip(texts, widths).map { $0 + String(repeating: " ", count: max(0, $1 - $0.count)) }
        .joined(separator: "  ")
      while padded.last == " " { padded.removeLast() }
      return padded
    }
  }

  /// A cell in lines, broken at blanks, and inside of words that are too long.
  private static func folded(_ cell: String, to width: Int) -> [String] {
    var lines = [""]
    for word in cell.split(separator: " ", omittingEmptySubsequences: false) {
      let last = lines[lines.count - 1]
      if !last.isEmpty, last.count + 1 + word.count <= width {
        lines[lines.count - 1] += " " + word
        continue
      }
      var rest = word[...]
      while rest.count > width {
        lines.append(String(rest.prefix(width)))
        rest = rest.dropFirst(width)
      }
      lines.append(String(rest))
    }
    return lines.filter { !$0.isEmpty }
  }

  /// Columns of the terminal that standard output is; nil where it is none.
  private static var terminalColumns: Int? {
    var size = winsize()
    guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }

  /// Names come from a world file: nothing in them may move a cursor.
  private static func plain(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar.properties.generalCategory {
          case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: "·"
          default: scalar
          }
        }))
  }
}

extension JSON {
  /// A sign-in name as the verbs take it, without its domain.
  var account: String? { string.map { String($0.prefix { $0 != "@" }) } }

  /// Texts of a list, one after the other.
  var listed: String { (array ?? []).compactMap(\.string).joined(separator: ", ") }
}

extension String {
  /// As a value in an address (RFC 3986 §2.1).
  var addressEncoded: String {
    utf8.map { byte in
      let scalar = Character(Unicode.Scalar(byte))
      if byte < 0x80, scalar.isLetter || scalar.isNumber || "-._~".contains(scalar) { return String(scalar) }
      let digits = String(byte, radix: 16, uppercase: true)
      return "%" + (digits.count < 2 ? "0" : "") + digits
    }
    .joined()
  }
}
