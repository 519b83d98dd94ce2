/// What the sanitiser does with a scalar.
enum ScalarKind: UInt32 {
  /// Replaced by a middle dot: controls, unassigned, private use, and all whose width terminals do not agree on.
  case refused
  /// Drawn in one column.
  case narrow
  /// Drawn in two columns.
  case wide
  /// Drawn onto the glyph before it.
  case mark
  /// Taken out and said: nothing would be seen, and neighbours would be reordered, joined or split.
  case invisible

  init(_ value: UInt32) {
    if Self.isInvisible(value) {
      self = .invisible
      return
    }
    var low = 0
    var high = scalarWidths.count
    while low < high {
      let middle = (low + high) / 2
      if scalarWidths[middle] >> 2 <= value { low = middle + 1 } else { high = middle }
    }
    self = low == 0 ? .refused : ScalarKind(rawValue: scalarWidths[low - 1] & 3) ?? .refused
  }

  private static func isInvisible(_ value: UInt32) -> Bool {
    switch value {
    case 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F: true
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0x2800, 0x3164: true
    case 0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xFFF9...0xFFFB: true
    case 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE0FFF: true
    default: false
    }
  }
}
