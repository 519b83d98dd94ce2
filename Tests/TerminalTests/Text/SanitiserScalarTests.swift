import Glibc
import Testing

@testable import Terminal

@Suite struct SanitiserScalarTests {
  /// Every scalar there is, alone between two guards.
  @Test(arguments: 0...16 as ClosedRange<UInt32>) func everyScalarLeavesItsGuardsAlone(plane: UInt32) {
    let dotted = SafeText("[·]").glyphs
    #expect(keepsGuards(SafeText("[·]")))
    for scalar in scalars(of: plane) {
      var text = "[" as String
      text.unicodeScalars.append(scalar)
      text.unicodeScalars.append("]")
      let safe = SafeText(text)
      if safe.glyphs == dotted { continue }
      if !keepsGuards(safe) || SafeText(safe.text).glyphs != safe.glyphs {
        Issue.record("U+\(String(scalar.value, radix: 16)) became \(safe.text.debugDescription)")
      }
    }
  }

  /// Every scalar alone: never nothing, never more than one glyph.
  @Test(arguments: 0...16 as ClosedRange<UInt32>) func everyScalarAloneIsOneGlyph(plane: UInt32) {
    for scalar in scalars(of: plane) {
      let safe = SafeText(String(scalar))
      if safe.glyphs == [.dot] { continue }
      if safe.glyphs.count != 1 || !isAllowed(safe.glyphs[0]) { Issue.record("U+\(String(scalar.value, radix: 16))") }
    }
  }

  /// The table says what this machine's C library says.
  @Test func tableAgreesWithTheCLibrary() throws {
    let locale = try #require(newlocale(LC_CTYPE_MASK, "C.UTF-8", nil))
    let before = uselocale(locale)
    defer {
      uselocale(before)
      freelocale(locale)
    }
    let width = try #require(wcwidth)
    var drawn = 0
    for (index, entry) in scalarWidths.enumerated() where entry & 3 != 0 {
      let end = index + 1 < scalarWidths.count ? scalarWidths[index + 1] >> 2 : 0x110000
      let expected: Int32 = entry & 3 == 3 ? 0 : Int32(entry & 3)
      for value in entry >> 2..<end {
        drawn += 1
        if width(wchar_t(value)) != expected { Issue.record("U+\(String(value, radix: 16))") }
      }
    }
    #expect(drawn > 100_000)
  }

  @Test func signsOfOurOwnAreDrawn() {
    for sign in "─│·…○◐●○◔✓✗█▀▄▌▐→←↑↓äéßñŁЖΩ漢字かな한글😀🧀" {
      #expect(SafeText(String(sign) as String).text == String(sign))
    }
  }

  /// The C library's `wcwidth`, which Glibc's module leaves out.
  private var wcwidth: (@convention(c) (wchar_t) -> Int32)? {
    dlsym(nil, "wcwidth").map { unsafeBitCast($0, to: (@convention(c) (wchar_t) -> Int32).self) }
  }

  private func scalars(of plane: UInt32) -> some Sequence<Unicode.Scalar> {
    (plane << 16...plane << 16 | 0xFFFF).lazy.compactMap(Unicode.Scalar.init)
  }

  private func keepsGuards(_ safe: SafeText) -> Bool {
    let columns = safe.glyphs.reduce(0) { $0 + Int($1.columns) }
    guard safe.columns == columns, (2...3).contains(safe.glyphs.count) else { return false }
    guard safe.glyphs.first?.base == 0x5B, safe.glyphs.last == Glyph(base: 0x5D) else { return false }
    return safe.glyphs.allSatisfy(isAllowed)
  }

  private func isAllowed(_ glyph: Glyph) -> Bool {
    let isBase =
      switch ScalarKind(glyph.base) {
      case .narrow: glyph.columns == 1
      case .wide: glyph.columns == 2
      default: false
      }
    if glyph.isSpread { return ScalarKind(glyph.base) == .narrow }
    return isBase && [glyph.mark1, glyph.mark2].allSatisfy { $0 == 0 || ScalarKind($0) == .mark }
  }
}
