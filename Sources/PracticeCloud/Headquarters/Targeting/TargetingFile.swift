import StoreModel

/// A team targeting hierarchy file (CSV) and everything that is wrong with it
/// (Microsoft: set-up-your-team-hierarchy, deploy-frontline-operational-hierarchy).
public struct TargetingFile: Sendable {
  /// What Teams takes at most.
  enum Limit {
    static let bytes = 1_000_000
    static let nodes = 15_000
    static let name = 100
    static let parents = 25
    static let attributes = 50
    static let values = 50
    static let buckets = 25
  }

  /// The first three columns, as Microsoft's newer pages call them; `TargetName` is the first one's older name.
  public static let fixedColumns = ["DisplayName", "ParentName", "TeamId"]

  /// The hierarchy; nil when there are mistakes.
  public let hierarchy: TargetingHierarchy?
  /// Every mistake, by row.
  public let problems: [TargetingProblem]

  /// Reads and checks a file whole: all mistakes at once, never only the first.
  ///
  /// `teams` are the group ids the tenant has, lower case; nil where nobody can ask it. `progress` hears now and then how
  /// many rows were read, and of how many.
  public init(_ bytes: [UInt8], teams: Set<String>? = nil, progress: (Int, Int) -> Void = { _, _ in }) {
    guard bytes.count <= Limit.bytes else {
      (hierarchy, problems) = (nil, [TargetingProblem(row: 1, kind: .fileTooLarge(limit: Limit.bytes))])
      return
    }
    do throws(CSVFault) {
      var check = TargetingCheck(table: try CSVTable(bytes), known: teams)
      check.run(progress)
      problems = check.problems.sorted { $0.row < $1.row }
      hierarchy = problems.isEmpty ? check.hierarchy : nil
    } catch {
      (hierarchy, problems) = (nil, [TargetingProblem(error)])
    }
  }
}

extension TargetingProblem {
  init(_ fault: CSVFault) {
    switch fault {
    case .empty: self.init(row: 1, kind: .notATable(.empty))
    case .notUTF8: self.init(row: 1, kind: .notATable(.notUTF8))
    case .openQuote(let row, let column):
      self.init(row: row, column: "column \(column)", kind: .notATable(.openQuote))
    case .textAfterQuote(let row, let column):
      self.init(row: row, column: "column \(column)", kind: .notATable(.textAfterQuote))
    }
  }

  init(row: Int, kind: Kind) { self.init(row: row, column: nil, kind: kind) }
}
