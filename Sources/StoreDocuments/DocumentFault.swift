/// One thing that is wrong with a document, and where.
public struct DocumentFault: Error, Hashable, Sendable {
  /// Where in the document; everything counts from 1.
  public enum Place: Hashable, Sendable {
    case line(Int, column: Int)
    /// A row as a spreadsheet counts them, the header being row 1, and the cell in it with its column's name if known.
    case row(Int, column: Int, name: String?)
    case whole
  }

  /// What is wrong.
  public enum Kind: Hashable, Sendable {
    // Form.
    case notYAML(reason: String)
    case notUTF8
    case empty
    case quoteNeverCloses
    case textAfterQuote
    case cellCount(Int, expected: Int)
    case columnMissing(String)
    case columnTwice(String)

    // Content.
    case notAMap(key: String)
    case notAList(key: String)
    case unknownKey(String, known: [String])
    case missing(key: String)
    case wrongValue(key: String, value: String, expected: Expected)
    /// The same again: what it is, and the line or row that had it first.
    case again(String, first: Int)
    /// Two settings say different things of this terminal.
    case contradicts(key: String, value: String, setting: String)
    /// A store that the document does not have; `alike` is one that differs by leading zeros only.
    case noSuchStore(String, alike: String?)
    case nobodyWorks(store: String)
  }

  /// What a value should have been.
  public enum Expected: String, Hashable, Sendable, CaseIterable {
    case text, guid, storeNumber = "store-number", role, flag, onOff = "on-off", moment, sourceType = "source-type"
  }

  /// Where.
  public var place: Place
  /// What.
  public var kind: Kind

  /// A fault at a place.
  public init(_ place: Place, _ kind: Kind) {
    self.place = place
    self.kind = kind
  }
}

/// Everything that is wrong with one document, in the order of the document.
public struct DocumentFaults: Error, Hashable, Sendable {
  /// Never empty.
  public var all: [DocumentFault]

  /// These faults.
  public init(_ all: [DocumentFault]) { self.all = all }
}
