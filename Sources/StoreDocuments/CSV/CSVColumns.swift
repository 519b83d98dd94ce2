import StoreModel

/// A table whose first row names its columns, in any order and any case; further columns are no fault and not read.
struct CSVColumns {
  /// A column that is looked for, under the name it is told by and others it may have.
  struct Column {
    var name: String
    var others: [String] = []
  }

  /// One row, its cells by column name, without spaces around them.
  struct Record {
    let number: Int
    fileprivate let cells: [String: (text: String, column: Int)]

    subscript(name: String) -> String { cells[name]?.text ?? "" }

    /// Where a cell is.
    func place(_ name: String) -> DocumentFault.Place {
      .row(number, column: cells[name]?.column ?? 1, name: name)
    }
  }

  private(set) var records: [Record] = []

  /// Reads a table that has to have these columns.
  init(_ bytes: [UInt8], columns: [Column], faults: inout [DocumentFault]) {
    let table: CSVTable
    do throws(CSVFault) { table = try CSVTable(bytes) } catch {
      faults.append(DocumentFault(error))
      return
    }
    var places: [String: Int] = [:]
    for (index, title) in table.header.enumerated() {
      let wanted = title.cleaned.lowercased()
      guard let column = columns.first(where: { ([$0.name] + $0.others).contains { $0.lowercased() == wanted } })
      else { continue }
      if places[column.name] != nil {
        faults.append(
          DocumentFault(.row(1, column: index + 1, name: nil), .columnTwice(column.name)))
      }
      places[column.name] = index
    }
    let missing = columns.map(\.name).filter { places[$0] == nil }
    faults += missing.map { DocumentFault(.row(1, column: 1, name: nil), .columnMissing($0)) }
    guard missing.isEmpty else { return }
    for row in table.rows where !row.cells.allSatisfy(\.isEmpty) {
      guard row.cells.count == table.header.count else {
        let kind = DocumentFault.Kind.cellCount(row.cells.count, expected: table.header.count)
        faults.append(DocumentFault(.row(row.number, column: row.cells.count, name: nil), kind))
        continue
      }
      let cells = places.mapValues { (text: row.cells[$0].cleaned, column: $0 + 1) }
      records.append(Record(number: row.number, cells: cells))
    }
  }
}

extension DocumentFault {
  /// What makes a file no table at all.
  fileprivate init(_ fault: CSVFault) {
    switch fault {
    case .empty: self.init(.whole, .empty)
    case .notUTF8: self.init(.whole, .notUTF8)
    case .openQuote(let row, let column): self.init(.row(row, column: column, name: nil), .quoteNeverCloses)
    case .textAfterQuote(let row, let column): self.init(.row(row, column: column, name: nil), .textAfterQuote)
    }
  }
}

extension String {
  /// Without spaces and tabs at both ends.
  fileprivate var cleaned: String {
    let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\u{A0}" }
    guard let first = firstIndex(where: { !isBlank($0) }), let last = lastIndex(where: { !isBlank($0) }) else {
      return ""
    }
    return String(self[first...last])
  }
}
