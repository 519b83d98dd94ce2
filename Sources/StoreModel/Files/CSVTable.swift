/// A table as a spreadsheet saves it (CSV, RFC 4180; cells parted by commas, semicolons or tabs), with the row of each cell as people count: the header is row 1.
public struct CSVTable: Hashable, Sendable {
  /// One row below the header.
  public struct Row: Hashable, Sendable {
    /// As a spreadsheet numbers it; the header is 1.
    public var number: Int
    /// Blanks around a cell are kept: leading zeros and blanks can matter. May be fewer or more than the header's.
    public var cells: [String]
  }

  /// Names of the columns.
  public var header: [String]
  /// Rows that are not entirely empty.
  public var rows: [Row]

  /// Reads a file: UTF-8 with or without a byte order mark, lines ended by CRLF, LF or CR, cells in quotes where needed.
  public init(_ bytes: [UInt8]) throws(CSVFault) {
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    guard let text = String(validating: content, as: UTF8.self) else { throw .notUTF8 }
    var reader = CSVReader(text)
    var numbered: [Row] = []
    var number = 0
    while let cells = try reader.row(number + 1) {
      number += 1
      if cells != [""] || number == 1 { numbered.append(Row(number: number, cells: cells)) }
    }
    guard let first = numbered.first, first.cells != [""] else { throw .empty }
    header = first.cells
    rows = Array(numbered.dropFirst())
  }
}

/// Why a file is no table at all.
public enum CSVFault: Error, Hashable, Sendable {
  /// Nothing in it, not even a header.
  case empty
  /// Not UTF-8; spreadsheets offer "CSV UTF-8" when saving.
  case notUTF8
  /// A quote that is never closed.
  case openQuote(row: Int, column: Int)
  /// Text after a closing quote.
  case textAfterQuote(row: Int, column: Int)
}

/// Cuts text into cells.
private struct CSVReader {
  private let scalars: [Unicode.Scalar]
  private let separator: Unicode.Scalar
  private var place = 0

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    // Where decimals have a comma, spreadsheets part cells by semicolons. The header shows which it is.
    separator = scalars.prefix { $0 != "\n" && $0 != "\r" }.first { [",", ";", "\t"].contains($0) } ?? ","
  }

  /// The next row; nil at the end.
  mutating func row(_ number: Int) throws(CSVFault) -> [String]? {
    guard place < scalars.count else { return nil }
    var cells: [String] = []
    while true {
      cells.append(try cell(row: number, column: cells.count + 1))
      guard place < scalars.count else { return cells }
      let end = scalars[place]
      place += 1
      if end == separator { continue }
      if end == "\r", place < scalars.count, scalars[place] == "\n" { place += 1 }
      return cells
    }
  }

  private mutating func cell(row: Int, column: Int) throws(CSVFault) -> String {
    guard place < scalars.count, scalars[place] == "\"" else { return plainCell() }
    place += 1
    var text = String.UnicodeScalarView()
    while place < scalars.count {
      let scalar = scalars[place]
      place += 1
      if scalar != "\"" {
        text.append(scalar)
      } else if place < scalars.count, scalars[place] == "\"" {
        text.append(scalar)
        place += 1
      } else {
        guard isAtEnd else { throw .textAfterQuote(row: row, column: column) }
        return String(text)
      }
    }
    throw .openQuote(row: row, column: column)
  }

  private mutating func plainCell() -> String {
    var text = String.UnicodeScalarView()
    while !isAtEnd {
      text.append(scalars[place])
      place += 1
    }
    return String(text)
  }

  /// Whether a cell ends here.
  private var isAtEnd: Bool {
    place >= scalars.count || scalars[place] == separator || scalars[place] == "\n" || scalars[place] == "\r"
  }
}

extension CSVTable {
  /// One row of a file, cells in quotes where a comma, quote or line break asks for them.
  public static func line(_ cells: [String]) -> String {
    cells.map { cell in
      let isPlain = !cell.unicodeScalars.contains { $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" }
      return isPlain
        ? cell : "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
    .joined(separator: ",")
  }
}
