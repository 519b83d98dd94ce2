import Terminal
import TerminalEmulator
import Testing

/// Every Unicode scalar between guard cells on libvterm: what the sanitiser lets through takes exactly the columns it says,
/// and writes no control.
@Suite struct GuardTests {
  static let across = 20
  static let down = 24

  /// Glyphs that are drawn as themselves, and how many scalars come out as something else.
  private static func drawn() -> (glyphs: [(UInt32, SafeText)], replaced: Int) {
    let plain = [SafeText("\u{1}"), SafeText("\u{200B}"), SafeText("\t")]
    var glyphs: [(UInt32, SafeText)] = []
    var replaced = 0
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = SafeText(String(scalar))
      if plain.contains(where: { $0.glyphs == text.glyphs }) { replaced += 1 } else { glyphs.append((value, text)) }
    }
    return (glyphs, replaced)
  }

  @Test func everyScalarKeepsItsColumns() throws {
    let (glyphs, replaced) = Self.drawn()
    // What is not drawn as itself is a middle dot, a blank or the dot for nothing left: three texts, all one column.
    #expect(glyphs.count + replaced == 0x110000 - 0x800)
    let emulator = try #require(Emulator(size: Size(columns: 80, rows: Self.down)))
    let marked = glyphs.map { ($0.0, SafeText("a" + $0.1.text)) }
    var wrong: [String] = []
    for start in stride(from: 0, to: marked.count, by: Self.across * Self.down) {
      let page = Array(marked[start..<min(marked.count, start + Self.across * Self.down)])
      wrong += held(page, emulator)
    }
    #expect(wrong.isEmpty, "\(wrong.count) scalars moved a guard: \(wrong.prefix(20))")
    #expect(emulator.takeOutput().isEmpty, "something was answered: a control got through")
  }

  /// Draws each text behind an `a` and before blanks up to its guard, row by row, and looks for the guards.
  private func held(_ page: [(UInt32, SafeText)], _ emulator: Emulator) -> [String] {
    var bytes: [UInt8] = Array("\u{1B}[2J".utf8)
    for (slot, (_, text)) in page.enumerated() {
      if slot % Self.across == 0 { bytes += Array("\u{1B}[\(slot / Self.across + 1);1H".utf8) }
      bytes += Array((text.text + String(repeating: " ", count: max(0, 3 - text.columns)) + "|").utf8)
    }
    emulator.feed(bytes)
    let screen = emulator.screen
    return page.indices.compactMap { slot in
      let column = slot % Self.across * 4 + 3
      let cell = screen.cells[slot / Self.across * 80 + column]
      return cell.text == "|" ? nil : "U+" + String(page[slot].0, radix: 16)
    }
  }
}
