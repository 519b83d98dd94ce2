import Terminal
import Testing

@Suite struct EscapeKeyTests {
  let escape = TerminalEvent.key(Key(.escape))

  @Test(arguments: [25, 150]) func aLoneEscapeCountsAfterItsDelay(delay: Int) {
    var decoder = KeyDecoder(escapeDelay: .milliseconds(delay))
    #expect(decoder.feed([0x1B], at: .seconds(1)).isEmpty)
    #expect(decoder.deadline == .seconds(1) + .milliseconds(delay))
    #expect(decoder.expire(at: .seconds(1) + .milliseconds(delay - 1)).isEmpty)
    #expect(decoder.expire(at: .seconds(1) + .milliseconds(delay)) == [escape])
    #expect(decoder.deadline == nil)
  }

  @Test func escapeThenALetterAtOnceIsAlt() {
    var decoder = KeyDecoder(escapeDelay: .milliseconds(25))
    #expect(decoder.feed([0x1B, 0x78], at: .zero) == [.key(Key(.character("x"), .alt))])
    #expect(decoder.feed([0x1B, 0x0D], at: .zero) == [.key(Key(.enter, .alt))])
    #expect(decoder.feed([0x1B, 0xC3], at: .zero).isEmpty)
    #expect(decoder.feed([0xA9], at: .zero) == [.key(Key(.character("é"), .alt))])
  }

  @Test func escapeThenALetterLaterAreTwoKeys() {
    var decoder = KeyDecoder(escapeDelay: .milliseconds(25))
    _ = decoder.feed([0x1B], at: .zero)
    #expect(decoder.expire(at: .milliseconds(25)) == [escape])
    #expect(decoder.feed([0x78], at: .milliseconds(40)) == [.key(Key(.character("x")))])
  }

  @Test func twoEscapesAreTwo() {
    var decoder = KeyDecoder(escapeDelay: .milliseconds(25))
    #expect(decoder.feed([0x1B, 0x1B], at: .zero) == [escape])
    #expect(decoder.expire(at: .milliseconds(25)) == [escape])
  }

  /// A bracket or an O typed by hand after an escape arrives once it is clear that nothing follows.
  @Test(arguments: ["[", "O"]) func aTypedBracketIsNotLost(text: String) {
    var decoder = KeyDecoder(escapeDelay: .milliseconds(25))
    _ = decoder.feed([0x1B], at: .zero)
    _ = decoder.expire(at: .milliseconds(25))
    #expect(decoder.feed(Array(text.utf8), at: .milliseconds(300)).isEmpty)
    #expect(decoder.expire(at: .milliseconds(800)) == [.key(Key(.character(Character(text))))])
    #expect(decoder.feed(Array(text.utf8), at: .seconds(5)) == [.key(Key(.character(Character(text))))])
  }

  @Test(arguments: ["P", "]", "_", "^", "X"]) func altWithAStringIntroducerIsAKeyInTheEnd(text: String) {
    var decoder = KeyDecoder(escapeDelay: .milliseconds(25))
    #expect(decoder.feed([0x1B] + Array(text.utf8), at: .zero).isEmpty)
    #expect(decoder.expire(at: .milliseconds(25)) == [.key(Key(.character(Character(text)), .alt))])
  }

  @Test func aTornSequenceEndsInNothing() {
    for torn in ["\u{1B}[", "\u{1B}O", "\u{1B}[1;", "\u{1B}]0;x", "\u{C3}"] {
      var decoder = KeyDecoder(escapeDelay: .milliseconds(25))
      let bytes = torn == "\u{C3}" ? [0xC3] : Array(torn.utf8)
      #expect(decoder.feed(bytes, at: .zero).isEmpty)
      #expect(decoder.expire(at: .seconds(1)).isEmpty)
      #expect(decoder.expire(at: .seconds(2)).isEmpty)
      #expect(decoder.deadline == nil)
      #expect(decoder.feed([0x78], at: .seconds(3)) == [.key(Key(.character("x")))])
    }
  }

  @Test func brokenUTF8IsOneReplacementEach() {
    var decoder = KeyDecoder(escapeDelay: .milliseconds(25))
    let broken = TerminalEvent.key(Key(.character("\u{FFFD}")))
    let x = TerminalEvent.key(Key(.character("x")))
    #expect(decoder.feed([0xFF, 0x78], at: .zero) == [broken, x])
    #expect(decoder.feed([0xC3, 0x78], at: .zero) == [broken, x])
    #expect(decoder.feed([0x80, 0xC0, 0xAF], at: .zero) == [broken, broken, broken])
  }

  @Test func everyControlByteIsAKey() {
    for byte in UInt8(0)...0x7F where byte != 0x1B {
      var decoder = KeyDecoder(escapeDelay: .milliseconds(25))
      #expect(decoder.feed([byte], at: .zero).count == 1)
    }
  }
}
