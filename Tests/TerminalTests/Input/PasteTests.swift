import Terminal
import Testing

@Suite struct PasteTests {
  static let start = Array("\u{1B}[200~".utf8)
  static let end = Array("\u{1B}[201~".utf8)

  func paste(_ text: String) -> [UInt8] { Self.start + Array(text.utf8) + Self.end }

  @Test(arguments: ["hello", "", "q\u{1B}[A\u{3}", "one\rtwo", "héllo 漢"]) func pastesAreTextHoweverTheyAreCut(
    text: String
  ) {
    let expected = [TerminalEvent.paste(text.split(separator: "\r").joined(separator: "\n"))]
    let bytes = paste(text)
    for cut in 2..<bytes.count {
      var decoder = KeyDecoder(escapeDelay: .milliseconds(25))
      var events = decoder.feed(bytes[..<cut], at: .zero)
      events += decoder.feed(bytes[cut...], at: .milliseconds(500))
      #expect(events == expected, "cut at \(cut)")
      #expect(decoder.deadline == nil)
    }
  }

  @Test func keysAroundAPasteAreKeys() {
    var decoder = KeyDecoder(escapeDelay: .milliseconds(25))
    let events = decoder.feed(Array("a".utf8) + paste("bc") + Array("d".utf8) + paste("e"), at: .zero)
    #expect(events == [.key(Key(.character("a"))), .paste("bc"), .key(Key(.character("d"))), .paste("e")])
  }

  /// Text with an end marker inside must not have its tail read as keys.
  @Test(arguments: ["safe\u{1B}[201~q", "a\u{1B}[20\u{1B}[201~1~q", "\u{1B}[201~\u{1B}[201~Q", "x\u{1B}[200~y"])
  func smuggledMarkersStayText(text: String) {
    var decoder = KeyDecoder(escapeDelay: .milliseconds(25))
    let events = decoder.feed(paste(text), at: .zero)
    #expect(events.count == 1)
    guard case .paste(let pasted)? = events.first else {
      Issue.record("not a paste")
      return
    }
    #expect(!pasted.contains("\u{1B}[20"))
    #expect(pasted.contains { $0.isLetter })
  }

  @Test func hugePastesAreCut() {
    var decoder = KeyDecoder(escapeDelay: .milliseconds(25))
    let events = decoder.feed(paste(String(repeating: "x", count: 2_000_000)) + Array("k".utf8), at: .zero)
    #expect(events == [.paste(String(repeating: "x", count: 1_048_576)), .key(Key(.character("k")))])
  }

  @Test func aPasteWhoseEndIsLostDoesNotSwallowTheKeyboard() {
    var decoder = KeyDecoder(escapeDelay: .milliseconds(25))
    #expect(decoder.feed(Self.start, at: .zero).isEmpty)
    #expect(decoder.deadline == .seconds(2))
    #expect(decoder.feed(Array("abc".utf8), at: .seconds(1)).isEmpty)
    #expect(decoder.deadline == .seconds(3))
    #expect(decoder.expire(at: .seconds(3)) == [.paste("abc")])
    #expect(decoder.feed(Array("q".utf8), at: .seconds(4)) == [.key(Key(.character("q")))])
  }
}
