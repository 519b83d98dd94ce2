import CloudWire

/// Rows of text in columns, as wide as they need to be: for people to read, and to read aloud.
struct Table {
  private let header: [String]
  private let rows: [[String]]

  /// Missing cells stay empty.
  init(_ header: [String], _ rows: [[String?]]) {
    self.header = header
    self.rows = rows.map { $0.map { ($0 ?? "").isEmpty ? "-" : Self.plain($0 ?? "") } }
  }

  var text: String {
    guard !rows.isEmpty else { return "Nothing." }
    let widths = header.indices.map { column in
      ([header] + rows).map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    return ([header] + rows).map { row in
      let cells = row.enumerated().map { column, cell in
        column == row.count - 1 ? cell : cell + String(repeating: " ", count: widths[column] - cell.count)
      }
      return cells.joined(separator: "  ")
    }
    .joined(separator: "\n")
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
