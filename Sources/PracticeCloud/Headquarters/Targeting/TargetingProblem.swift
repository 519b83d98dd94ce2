/// One mistake in a hierarchy file: where it stands and what it is.
public struct TargetingProblem: Error, Hashable, Codable, Sendable {
  /// Row as a spreadsheet counts, the header is 1.
  public var row: Int
  /// Name of the column; nil when the whole row or file is meant.
  public var column: String?
  /// What is wrong.
  public var kind: Kind

  /// Mistakes, with the text they are about.
  public enum Kind: Hashable, Codable, Sendable {
    case notATable(CSVProblem)
    /// A file larger than Teams takes; bytes.
    case fileTooLarge(limit: Int)
    case tooManyNodes(limit: Int)
    /// One of the first three columns has another name.
    case wrongColumn(found: String, expected: String)
    case columnTwice(String)
    case columnName(String)
    case tooManyAttributes(limit: Int)
    case tooManyBuckets(limit: Int)
    case cellCount(found: Int, expected: Int)
    case nameMissing
    case nameTwice(String, firstRow: Int)
    /// Longer than 100 characters, or other signs than letters, digits and blanks.
    case badName(String)
    /// No node of that name; a similar one if there is one.
    case unknownParent(String, similar: String?)
    case tooManyParents(limit: Int)
    /// Several parents, and one of them is no root.
    case parentNotRoot(String)
    case loop([String])
    case badTeam(String)
    case teamTwice(String, firstRow: Int)
    /// Well written, but the tenant has no such team; only the tenant can tell.
    case unknownTeam(String)
    /// A root or leaf without a team.
    case teamMissing(isRoot: Bool)
    /// A cell of a column `Name:Value` that is neither 0 nor 1.
    case notZeroOrOne(String)
    case valueTooLong(limit: Int)
    case tooManyValues(limit: Int)
    case bucketCellFilled(String)
  }

  /// Why a file is no table.
  public enum CSVProblem: Hashable, Codable, Sendable { case empty, notUTF8, openQuote, textAfterQuote }
}

extension TargetingProblem {
  /// `row 4, ParentName`.
  public var place: String { "row \(row)" + (column.map { ", \($0)" } ?? "") }

  /// What is wrong, in a sentence.
  public var what: String {
    switch kind {
    case .notATable(.empty): "The file is empty."
    case .notATable(.notUTF8): "The file is not UTF-8."
    case .notATable(.openQuote): "A quote is never closed."
    case .notATable(.textAfterQuote): "Text follows a closing quote."
    case .fileTooLarge(let limit): "The file is larger than \(limit / 1_000_000) MB."
    case .tooManyNodes(let limit): "There are more than \(limit) nodes."
    case .wrongColumn(let found, let expected): "The column is called \"\(found)\", not \(expected)."
    case .columnTwice(let name): "There are two columns \"\(name)\"."
    case .columnName(let name): "\"\(name)\" is no name for a column."
    case .tooManyAttributes(let limit): "There are more than \(limit) attribute columns."
    case .tooManyBuckets(let limit): "There are more than \(limit) bucket columns."
    case .cellCount(let found, let expected): "The row has \(counted(found, "cell")), the header \(expected)."
    case .nameMissing: "The node has no name."
    case .nameTwice(let name, let row): "The node \"\(name)\" stands in row \(row) already."
    case .badName(let name): "\"\(name)\" is no name for a node."
    case .unknownParent(let name, _): "There is no node \"\(name)\"."
    case .tooManyParents(let limit): "The node has more than \(limit) parents."
    case .parentNotRoot(let name): "The node has several parents, and \"\(name)\" is not a root."
    case .loop(let names): "The nodes stand below each other in a circle: \(names.joined(separator: " > "))."
    case .badTeam(let text): "\"\(text)\" is no team id."
    case .teamTwice(_, let row): "The team stands in row \(row) already."
    case .unknownTeam(let id): "The tenant has no team \(id)."
    case .teamMissing(let isRoot): "A \(isRoot ? "root" : "node that receives") needs a team."
    case .notZeroOrOne(let text): "\"\(text)\" is neither 0 nor 1."
    case .valueTooLong(let limit): "The value is longer than \(limit) characters."
    case .tooManyValues(let limit): "The column has more than \(limit) different values."
    case .bucketCellFilled(let text): "A bucket column holds \"\(text)\"."
    }
  }

  /// What to do.
  public var help: String {
    switch kind {
    case .notATable(.notUTF8): "Save it as \"CSV UTF-8\"."
    case .notATable: "Save it as CSV from a spreadsheet."
    case .fileTooLarge, .tooManyNodes: "Leave out what nobody publishes to."
    case .wrongColumn(_, let expected): "Call it \(expected)."
    case .columnTwice: "Keep one of them."
    case .columnName: "Use at most 100 letters, digits and blanks; # before a bucket, Name:Value for several values."
    case .tooManyAttributes, .tooManyBuckets: "Take some away."
    case .cellCount: "Give the row a comma for every column, also for empty cells."
    case .nameMissing: "Give it one."
    case .nameTwice: "Give each node a name of its own."
    case .badName: "Use at most 100 letters, digits and blanks."
    case .unknownParent(_, let similar?): "Did you mean \"\(similar)\"? The names have to be the same to the letter."
    case .unknownParent: "Add the node, or leave the cell empty for a root."
    case .tooManyParents: "Take some away."
    case .parentNotRoot: "Several parents are possible only where all of them are roots."
    case .loop: "Take one of them from below the other."
    case .badTeam, .unknownTeam: "A team id is a GUID: copy it from the link to the team in Teams."
    case .teamTwice: "A team stands in one row only."
    case .teamMissing: "Only a node between others may go without one."
    case .notZeroOrOne: "Write 1 where the value applies, else 0."
    case .valueTooLong: "Shorten it."
    case .tooManyValues: "Use fewer values."
    case .bucketCellFilled: "Leave the cells of a bucket column empty."
    }
  }
}
