/// Turns any scalars into glyphs that every terminal draws alike; the only maker of glyphs from outside text.
struct Sanitiser {
  private(set) var glyphs: [Glyph] = []
  private(set) var columns = 0
  private(set) var hidSomething = false

  /// Reads a whole text. Never ends without a glyph unless the text was empty.
  init(_ text: some StringProtocol) {
    if readASCII(text) { return }
    for scalar in text.unicodeScalars { read(scalar.value) }
    if glyphs.isEmpty, !text.isEmpty { append(.dot) }
  }

  /// The road of nearly every row: printable ASCII needs no table.
  private mutating func readASCII(_ text: some StringProtocol) -> Bool {
    let read: [Glyph]?? = text.utf8.withContiguousStorageIfAvailable { bytes in
      guard bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return nil }
      return bytes.map { Glyph(base: UInt32($0)) }
    }
    guard case .some(.some(let found)) = read else { return false }
    glyphs = found
    columns = found.count
    return true
  }

  private mutating func read(_ value: UInt32) {
    if value >= 0x20, value < 0x7F { return append(Glyph(base: value)) }
    if value == 0x09 { return append(.blank) }
    switch ScalarKind(value) {
    case .refused: append(.dot)
    case .narrow: append(Glyph(base: value))
    case .wide: append(Glyph(base: value, columns: 2))
    case .mark: attach(value)
    case .spacing: attachBeside(value)
    case .invisible: if !isPresentation(value) { hidSomething = true }
    }
  }

  private mutating func append(_ glyph: Glyph) {
    glyphs.append(glyph)
    columns += Int(glyph.columns)
  }

  private mutating func attach(_ mark: UInt32) {
    guard let last = glyphs.last else { return append(.dot) }
    if last.mark1 == 0 {
      glyphs[glyphs.count - 1] = Glyph(base: last.base, mark1: mark, columns: last.columns)
    } else if last.mark2 == 0 {
      glyphs[glyphs.count - 1] = Glyph(base: last.base, mark1: last.mark1, mark2: mark, columns: last.columns)
    } else {
      hidSomething = true
    }
  }

  /// A sign of an Indic script goes with a letter of the same block, one to a letter; alone it is nothing.
  private mutating func attachBeside(_ sign: UInt32) {
    guard let last = glyphs.last, last.columns == 1, Self.block(last.base) == Self.block(sign) else {
      return append(.dot)
    }
    guard last.mark2 == 0 else {
      hidSomething = true
      return
    }
    glyphs[glyphs.count - 1] =
      last.mark1 == 0
      ? Glyph(base: last.base, mark1: sign, columns: 2)
      : Glyph(base: last.base, mark1: last.mark1, mark2: sign, columns: 2)
    columns += 1
  }

  /// The block of a scalar from U+0900 on, by 128; that of Myanmar is longer.
  private static func block(_ value: UInt32) -> UInt32 { value >> 7 == 0x21 ? 0x20 : value >> 7 }

  /// A text or emoji selector on a symbol changes its look alone: every phone writes it, so it is no news to the reader.
  private func isPresentation(_ value: UInt32) -> Bool {
    guard value == 0xFE0E || value == 0xFE0F, let base = glyphs.last?.base else { return false }
    return base >= 0x2000 || base == 0xA9 || base == 0xAE
  }
}
