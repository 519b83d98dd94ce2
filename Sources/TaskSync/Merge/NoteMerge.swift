/// Joins two people's versions of a text, line by line, on what both started from (diff3).
struct NoteMerge {
  private enum Piece {
    case agreed(ArraySlice<Substring>)
    /// Both changed the same lines, or lines that touch.
    case clash(mine: ArraySlice<Substring>, theirs: ArraySlice<Substring>)
  }

  private let pieces: [Piece]

  init(base: String, mine: String, theirs: String) {
    let base = base.lines
    let mine = mine.lines
    let theirs = theirs.lines
    pieces = Self.pieces(base, mine, theirs)
  }

  /// Both versions in one; nil when the two clash.
  var joined: String? {
    var lines: [Substring] = []
    for piece in pieces {
      guard case .agreed(let agreed) = piece else { return nil }
      lines.append(contentsOf: agreed)
    }
    return lines.joined(separator: "\n")
  }

  /// Theirs, then mine, wherever the two clash, a heading in between unless it is empty.
  func both(heading: String) -> String {
    var lines: [Substring] = []
    for piece in pieces {
      switch piece {
      case .agreed(let agreed): lines.append(contentsOf: agreed)
      case .clash(let mine, let theirs):
        lines.append(contentsOf: theirs)
        if !heading.isEmpty { lines.append(contentsOf: heading.lines) }
        lines.append(contentsOf: mine)
      }
    }
    return lines.joined(separator: "\n")
  }

  /// Goes from one line that all three have to the next, and judges what lies between.
  private static func pieces(_ base: [Substring], _ mine: [Substring], _ theirs: [Substring]) -> [Piece] {
    let inMine = matches(base, mine)
    let inTheirs = matches(base, theirs)
    var pieces: [Piece] = []
    var (b, m, t) = (0, 0, 0)
    for line in base.indices {
      guard let mineLine = inMine[line], let theirLine = inTheirs[line] else { continue }
      pieces += judge(base[b..<line], mine[m..<mineLine], theirs[t..<theirLine])
      pieces.append(.agreed(base[line...line]))
      (b, m, t) = (line + 1, mineLine + 1, theirLine + 1)
    }
    return pieces + judge(base[b...], mine[m...], theirs[t...])
  }

  private static func judge(
    _ base: ArraySlice<Substring>, _ mine: ArraySlice<Substring>, _ theirs: ArraySlice<Substring>
  ) -> [Piece] {
    if base.elementsEqual(mine) { return [.agreed(theirs)] }
    if base.elementsEqual(theirs) || mine.elementsEqual(theirs) { return [.agreed(mine)] }
    return [.clash(mine: mine, theirs: theirs)]
  }

  /// Which line of `text` each line of `base` is, by a longest common subsequence.
  private static func matches(_ base: [Substring], _ text: [Substring]) -> [Int: Int] {
    var head = 0
    while head < base.count, head < text.count, base[head] == text[head] { head += 1 }
    var tail = 0
    while tail < base.count - head, tail < text.count - head,
      base[base.count - 1 - tail] == text[text.count - 1 - tail]
    { tail += 1 }
    var found: [Int: Int] = [:]
    for line in 0..<head { found[line] = line }
    for line in 0..<tail { found[base.count - 1 - line] = text.count - 1 - line }
    let rows = base.count - head - tail
    let columns = text.count - head - tail
    // A text made to be expensive counts as changed throughout: then a person is asked.
    guard rows > 0, columns > 0, rows * columns <= 1_000_000 else { return found }
    var longest = [[Int]](repeating: [Int](repeating: 0, count: columns + 1), count: rows + 1)
    for row in stride(from: rows - 1, through: 0, by: -1) {
      for column in stride(from: columns - 1, through: 0, by: -1) {
        longest[row][column] =
          base[head + row] == text[head + column]
          ? longest[row + 1][column + 1] + 1 : max(longest[row + 1][column], longest[row][column + 1])
      }
    }
    var (row, column) = (0, 0)
    while row < rows, column < columns {
      if base[head + row] == text[head + column] {
        found[head + row] = head + column
        (row, column) = (row + 1, column + 1)
      } else if longest[row + 1][column] >= longest[row][column + 1] {
        row += 1
      } else {
        column += 1
      }
    }
    return found
  }
}

extension String {
  /// Its lines, whatever ends them; a text without a line break is one line.
  fileprivate var lines: [Substring] { split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) }
}
