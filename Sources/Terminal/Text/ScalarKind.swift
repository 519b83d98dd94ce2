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
  /// Drawn beside the letter before it, with a column of its own: a vowel sign or breathing of an Indic script. Some
  /// terminals give it no column, so whatever stands behind it is placed anew.
  case spacing

  init(_ value: UInt32) {
    if Self.isInvisible(value) {
      self = .invisible
      return
    }
    if Self.isSpacing(value) {
      self = .spacing
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

  /// General category Mc in the blocks of South Asia, of Myanmar and of Khmer.
  private static func isSpacing(_ value: UInt32) -> Bool {
    guard value >= 0x900, value < 0x1800 else { return false }
    switch value {
    case 0x903, 0x93B, 0x93E...0x940, 0x949...0x94C, 0x94E...0x94F, 0x982...0x983, 0x9BE...0x9C0: return true
    case 0x9C7...0x9C8, 0x9CB...0x9CC, 0x9D7, 0xA03, 0xA3E...0xA40, 0xA83, 0xABE...0xAC0, 0xAC9: return true
    case 0xACB...0xACC, 0xB02...0xB03, 0xB3E, 0xB40, 0xB47...0xB48, 0xB4B...0xB4C, 0xB57: return true
    case 0xBBE...0xBBF, 0xBC1...0xBC2, 0xBC6...0xBC8, 0xBCA...0xBCC, 0xBD7, 0xC01...0xC03: return true
    case 0xC41...0xC44, 0xC82...0xC83, 0xCBE, 0xCC0...0xCC4, 0xCC7...0xCC8, 0xCCA...0xCCB: return true
    case 0xCD5...0xCD6, 0xD02...0xD03, 0xD3E...0xD40, 0xD46...0xD48, 0xD4A...0xD4C, 0xD57: return true
    case 0xD82...0xD83, 0xDCF...0xDD1, 0xDD8...0xDDF, 0xDF2...0xDF3, 0x102B...0x102C, 0x1031: return true
    case 0x1038, 0x103B...0x103C, 0x1056...0x1057, 0x1062...0x1064, 0x1067...0x106D: return true
    case 0x1083...0x1084, 0x1087...0x108C, 0x108F, 0x109A...0x109C, 0x17B6, 0x17BE...0x17C5: return true
    case 0x17C7...0x17C8: return true
    default: return false
    }
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
