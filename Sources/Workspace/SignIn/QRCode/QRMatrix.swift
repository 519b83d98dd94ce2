/// The square of a QR code being made: patterns for the reader first, then data, then a mask with its format bits.
struct QRMatrix {
  let size: Int
  private(set) var modules: [Bool]
  /// Modules that carry no data and are never masked.
  private var isReserved: [Bool]

  /// A square with the patterns readers look for: finders, timing, alignment (ISO/IEC 18004 §6.3).
  init(_ format: QRFormat) {
    size = format.size
    modules = Array(repeating: false, count: size * size)
    isReserved = modules
    for place in 0..<size {
      reserve(6, place, isDark: place % 2 == 0)
      reserve(place, 6, isDark: place % 2 == 0)
    }
    finder(3, 3)
    finder(3, size - 4)
    finder(size - 4, 3)
    if format.version > 1 { rings(size - 7, size - 7, out: 2) { $0 != 1 } }
    writeFormat(bits: 0)
  }

  /// Places codewords in the zigzag of two columns from the right (§7.7.3); the bits left over stay light.
  mutating func place(_ codewords: [UInt8]) {
    var bit = 0
    let columns = Array(stride(from: size - 1, through: 8, by: -2)) + [5, 3, 1]
    for (turn, right) in columns.enumerated() {
      for step in 0..<size {
        let row = turn % 2 == 0 ? size - 1 - step : step
        for column in [right, right - 1] where !isReserved[row * size + column] && bit < codewords.count * 8 {
          modules[row * size + column] = codewords[bit / 8] >> (7 - bit % 8) & 1 == 1
          bit += 1
        }
      }
    }
  }

  /// The finished code under a mask, which it says in its format bits.
  func masked(_ mask: QRMask, level: QRFormat.Level) -> QRMatrix {
    var result = self
    for index in modules.indices where !isReserved[index] && mask.inverts(index / size, index % size) {
      result.modules[index].toggle()
    }
    result.writeFormat(bits: QRMatrix.formatBits(level: level, mask: mask))
    return result
  }

  /// Level and mask with their BCH(15,5) check, so masked that they are never all light (§7.9.1).
  static func formatBits(level: QRFormat.Level, mask: QRMask) -> Int {
    let data = level.rawValue << 3 | mask.rawValue
    var check = data
    for _ in 0..<10 { check = check << 1 ^ (check >> 9) * 0x537 }
    return (data << 10 | check) ^ 0x5412
  }

  /// Writes the format bits, the lowest first, in both of their places (§7.9.1, figure 25), and the module always dark.
  private mutating func writeFormat(bits: Int) {
    for bit in 0..<15 {
      let isDark = bits >> bit & 1 == 1
      switch bit {
      case 0..<6: reserve(bit, 8, isDark: isDark)
      case 6, 7: reserve(bit + 1, 8, isDark: isDark)
      case 8: reserve(8, 7, isDark: isDark)
      default: reserve(8, 14 - bit, isDark: isDark)
      }
      if bit < 8 { reserve(8, size - 1 - bit, isDark: isDark) } else { reserve(size - 15 + bit, 8, isDark: isDark) }
    }
    reserve(size - 8, 8, isDark: true)
  }

  /// A finder with its light border.
  private mutating func finder(_ row: Int, _ column: Int) { rings(row, column, out: 4) { $0 != 2 && $0 != 4 } }

  /// Square rings around a centre, dark where the distance says so; what lies outside is left out.
  private mutating func rings(_ row: Int, _ column: Int, out: Int, _ isDark: (Int) -> Bool) {
    for down in -out...out {
      for right in -out...out {
        guard (0..<size).contains(row + down), (0..<size).contains(column + right) else { continue }
        reserve(row + down, column + right, isDark: isDark(max(abs(down), abs(right))))
      }
    }
  }

  private mutating func reserve(_ row: Int, _ column: Int, isDark: Bool) {
    modules[row * size + column] = isDark
    isReserved[row * size + column] = true
  }
}
