/// How hard a finished QR code is to read (ISO/IEC 18004 §7.8.3); fewer points are better.
struct QRPenalty {
  private let matrix: QRMatrix

  init(_ matrix: QRMatrix) { self.matrix = matrix }

  var points: Int {
    let size = matrix.size
    let rows = (0..<size).map { row in Array(matrix.modules[row * size..<(row + 1) * size]) }
    let columns = (0..<size).map { column in rows.map { $0[column] } }
    let lines = (rows + columns).reduce(0) { $0 + runs($1) + finders($1) }
    return lines + squares(rows) + balance
  }

  /// Three points for five modules of one colour in a line, and one for each more.
  private func runs(_ line: [Bool]) -> Int {
    var points = 0
    var length = 0
    for (place, isDark) in line.enumerated() {
      length = place > 0 && line[place - 1] == isDark ? length + 1 : 1
      if length == 5 { points += 3 } else if length > 5 { points += 1 }
    }
    return points
  }

  /// Forty for what looks like the middle of a finder with four light modules on a side; around the code all is light.
  private func finders(_ line: [Bool]) -> Int {
    let finder = [true, false, true, true, true, false, true]
    func isLight(_ range: Range<Int>) -> Bool { !line[range.clamped(to: line.indices)].contains(true) }
    return (0...line.count - 7).count { start in
      line[start..<start + 7].elementsEqual(finder)
        && (isLight(start - 4..<start) || isLight(start + 7..<start + 11))
    } * 40
  }

  /// Three for each square of two by two in one colour.
  private func squares(_ rows: [[Bool]]) -> Int {
    var points = 0
    for row in 1..<rows.count {
      for column in 1..<rows.count {
        let isDark = rows[row][column]
        let others = [rows[row][column - 1], rows[row - 1][column], rows[row - 1][column - 1]]
        if others.allSatisfy({ $0 == isDark }) { points += 3 }
      }
    }
    return points
  }

  /// Ten for each whole step of five percent away from half dark.
  private var balance: Int {
    let total = matrix.modules.count
    let dark = matrix.modules.count { $0 }
    return abs(dark * 20 - total * 10) / total * 10
  }
}
