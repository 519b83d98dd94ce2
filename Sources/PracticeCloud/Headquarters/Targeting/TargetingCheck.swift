import StoreModel

/// Goes over a hierarchy file rule by rule and collects what is wrong.
struct TargetingCheck {
  private let table: CSVTable
  private var columns: [TargetingColumn] = []
  private var nodes: [(row: Int, node: TargetingHierarchy.Node)] = []
  private(set) var problems: [TargetingProblem] = []

  private let known: Set<String>?

  init(table: CSVTable, known: Set<String>?) {
    self.table = table
    self.known = known
  }

  var hierarchy: TargetingHierarchy {
    TargetingHierarchy(nodes: nodes.map(\.node), buckets: columns.compactMap(\.bucket))
  }

  mutating func run(_ progress: (Int, Int) -> Void) {
    progress(0, table.rows.count)
    readHeader()
    if table.rows.count > TargetingFile.Limit.nodes {
      note(1, nil, .tooManyNodes(limit: TargetingFile.Limit.nodes))
    }
    for (index, row) in table.rows.enumerated() {
      read(row)
      if index % 100 == 99 { progress(index + 1, table.rows.count) }
    }
    progress(table.rows.count, table.rows.count)
    checkNames()
    checkParents()
    checkTeams()
    checkValues()
  }

  private mutating func note(_ row: Int, _ column: String?, _ kind: TargetingProblem.Kind) {
    problems.append(TargetingProblem(row: row, column: column, kind: kind))
  }

  private mutating func readHeader() {
    for (index, expected) in TargetingFile.fixedColumns.enumerated() {
      let found = index < table.header.count ? table.header[index] : ""
      if found != expected, !(index == 0 && found == "TargetName") {
        note(1, found.isEmpty ? nil : found, .wrongColumn(found: found, expected: expected))
      }
    }
    for (index, name) in table.header.enumerated().dropFirst(3) {
      let column = TargetingColumn(name)
      columns.append(column)
      if !column.isWellFormed { note(1, name, .columnName(name)) }
      if table.header[..<index].contains(name) { note(1, name, .columnTwice(name)) }
    }
    if columns.count(where: { $0.bucket == nil }) > TargetingFile.Limit.attributes {
      note(1, nil, .tooManyAttributes(limit: TargetingFile.Limit.attributes))
    }
    if columns.count(where: { $0.bucket != nil }) > TargetingFile.Limit.buckets {
      note(1, nil, .tooManyBuckets(limit: TargetingFile.Limit.buckets))
    }
  }

  private mutating func read(_ row: CSVTable.Row) {
    if row.cells.count != table.header.count {
      note(row.number, nil, .cellCount(found: row.cells.count, expected: table.header.count))
    }
    func cell(_ index: Int) -> String { index < row.cells.count ? row.cells[index] : "" }
    let parents = cell(1).split(separator: ";").map { String($0.trimmingBlanks) }.filter { !$0.isEmpty }
    var attributes: [String: Set<String>] = [:]
    for (index, column) in columns.enumerated() {
      let text = cell(index + 3)
      switch column.kind {
      case .bucket: if !text.isEmpty { note(row.number, column.name, .bucketCellFilled(text)) }
      case .exclusive:
        if text.count > TargetingFile.Limit.name {
          note(row.number, column.name, .valueTooLong(limit: TargetingFile.Limit.name))
        }
        if !text.isEmpty { attributes[column.name] = [text] }
      case .value(let name, let value):
        if !["", "0", "1"].contains(text) { note(row.number, column.name, .notZeroOrOne(text)) }
        if text == "1" { attributes[name, default: []].insert(value) }
      }
    }
    nodes.append(
      (
        row.number,
        TargetingHierarchy.Node(
          name: cell(0), parents: parents, teamID: cell(2).isEmpty ? nil : cell(2).lowercased(), attributes: attributes)
      ))
  }

  private mutating func checkNames() {
    var first: [String: Int] = [:]
    for (row, node) in nodes {
      if node.name.isEmpty {
        note(row, table.header.first, .nameMissing)
      } else if !TargetingColumn.isName(node.name) {
        note(row, table.header.first, .badName(node.name))
      }
      if let earlier = first[node.name], !node.name.isEmpty {
        note(row, table.header.first, .nameTwice(node.name, firstRow: earlier))
      } else {
        first[node.name] = row
      }
    }
  }

  private mutating func checkParents() {
    let parents = Dictionary(nodes.map { ($0.node.name, $0.node.parents) }, uniquingKeysWith: { first, _ in first })
    for (row, node) in nodes {
      if node.parents.count > TargetingFile.Limit.parents {
        note(row, "ParentName", .tooManyParents(limit: TargetingFile.Limit.parents))
      }
      for parent in node.parents {
        guard let above = parents[parent] else {
          note(row, "ParentName", .unknownParent(parent, similar: similar(to: parent, among: parents.keys)))
          continue
        }
        if node.parents.count > 1, !above.isEmpty { note(row, "ParentName", .parentNotRoot(parent)) }
      }
    }
    checkLoops(parents)
  }

  /// Follows each node upwards; a circle is told once, at its first row.
  private mutating func checkLoops(_ parents: [String: [String]]) {
    let rows = Dictionary(nodes.map { ($0.node.name, $0.row) }, uniquingKeysWith: { first, _ in first })
    var isSettled: Set<String> = []
    for (row, node) in nodes {
      var path = [node.name]
      while let above = parents[path[path.count - 1]]?.first, !isSettled.contains(path[path.count - 1]) {
        if let start = path.firstIndex(of: above) {
          note(rows[above] ?? row, "ParentName", .loop(Array(path[start...]) + [above]))
          break
        }
        path.append(above)
      }
      isSettled.formUnion(path)
    }
  }

  private func similar(to name: String, among names: Dictionary<String, [String]>.Keys) -> String? {
    let plain = name.plainLetters
    if let same = names.first(where: { $0.plainLetters == plain }) { return same }
    let words = Set(name.lowercased().split(separator: " "))
    let best = names.map { ($0, words.intersection($0.lowercased().split(separator: " ")).count) }
      .max { ($0.1, $1.0) < ($1.1, $0.0) }
    return best.flatMap { $0.1 * 2 > words.count ? $0.0 : nil }
  }

  private mutating func checkTeams() {
    let above = Set(nodes.flatMap(\.node.parents))
    var first: [String: Int] = [:]
    for (row, node) in nodes {
      guard let team = node.teamID else {
        let isRoot = node.parents.isEmpty
        if isRoot || !above.contains(node.name) { note(row, "TeamId", .teamMissing(isRoot: isRoot)) }
        continue
      }
      if !GroupID.isWellFormed(team) {
        note(row, "TeamId", .badTeam(team))
      } else if let earlier = first[team] {
        note(row, "TeamId", .teamTwice(team, firstRow: earlier))
      } else {
        if let known, !known.contains(team) { note(row, "TeamId", .unknownTeam(team)) }
        first[team] = row
      }
    }
  }

  private mutating func checkValues() {
    for column in columns where column.kind == .exclusive {
      let values = nodes.reduce(into: Set<String>()) { $0.formUnion($1.node.attributes[column.name] ?? []) }
      if values.count > TargetingFile.Limit.values {
        note(1, column.name, .tooManyValues(limit: TargetingFile.Limit.values))
      }
    }
  }
}
