import CloudWire
import Testing

/// Strings are looked through eight bytes at a time: what ends them is found wherever it stands in such a word.
@Suite struct JSONScannerTests {
  private func text(_ json: [UInt8]) throws -> String? {
    try json.withUnsafeBufferPointer { bytes in
      var scanner = JSONScanner(bytes)
      let text = try scanner.string()
      try scanner.end()
      return text
    }
  }

  private static let quote = UInt8(ascii: "\"")

  @Test(arguments: 0..<26)
  func aStringEndsAtItsQuote(_ length: Int) throws {
    // Bytes that differ from a quote, a backslash or a control character by their highest bit, as parts of characters.
    for filling in ["a", "~", " ", "!", "#", "[", "]", "é", "\u{A2}", "\u{72}", "\u{71C}", "\u{81}"] {
      let expected = String(repeating: filling, count: length)
      #expect(try text([Self.quote] + Array(expected.utf8) + [Self.quote]) == expected)
    }
  }

  @Test(arguments: 0..<26)
  func anEscapeIsFoundAnywhere(_ before: Int) throws {
    for after in 0..<10 {
      let (left, right) = (String(repeating: "x", count: before), String(repeating: "y", count: after))
      #expect(try text(Array("\"\(left)\\\"\(right)\"".utf8)) == left + "\"" + right)
      #expect(try text(Array("\"\(left)\\\\\(right)\"".utf8)) == left + "\\" + right)
    }
  }

  @Test(arguments: 0..<26)
  func aControlCharacterIsRefusedAnywhere(_ before: Int) {
    for byte in UInt8(0)..<0x20 {
      let json = [Self.quote] + [UInt8](repeating: 0x78, count: before) + [byte] + Array("yyyyyyyyy\"".utf8)
      #expect(throws: JSONFault(kind: .badString, offset: before + 1)) { try text(json) }
    }
  }

  @Test(arguments: 0..<26)
  func aStringWithoutItsEndIsRefused(_ length: Int) {
    let open = [Self.quote] + [UInt8](repeating: 0x78, count: length)
    #expect(throws: JSONFault(kind: .unexpectedEnd, offset: open.count)) { try text(open) }
    #expect(throws: JSONFault(kind: .unexpectedEnd, offset: open.count + 1)) { try text(open + [UInt8(ascii: "\\")]) }
  }
}
