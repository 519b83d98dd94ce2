import Terminal
import Testing

@Suite struct KeyDecoderTests {
  static let sequences: [(String, String)] = [
    ("\u{1B}[A", "Up"), ("\u{1B}[B", "Down"), ("\u{1B}[C", "Right"), ("\u{1B}[D", "Left"), ("\u{1B}OA", "Up"),
    ("\u{1B}OB", "Down"), ("\u{1B}[H", "Home"), ("\u{1B}[F", "End"), ("\u{1B}OH", "Home"), ("\u{1B}OF", "End"),
    ("\u{1B}[1~", "Home"), ("\u{1B}[4~", "End"), ("\u{1B}[7~", "Home"), ("\u{1B}[8~", "End"), ("\u{1B}[2~", "Insert"),
    ("\u{1B}[3~", "Delete"), ("\u{1B}[5~", "PageUp"), ("\u{1B}[6~", "PageDown"), ("\u{1B}OP", "F1"), ("\u{1B}OQ", "F2"),
    ("\u{1B}OR", "F3"), ("\u{1B}OS", "F4"), ("\u{1B}[[A", "F1"), ("\u{1B}[[E", "F5"), ("\u{1B}[11~", "F1"),
    ("\u{1B}[15~", "F5"), ("\u{1B}[17~", "F6"), ("\u{1B}[20~", "F9"), ("\u{1B}[21~", "F10"), ("\u{1B}[24~", "F12"),
    ("\u{1B}[25~", "F13"), ("\u{1B}[28~", "F15"), ("\u{1B}[34~", "F20"), ("\u{1B}[Z", "Shift+Tab"),
    ("\u{1B}[1;5A", "Ctrl+Up"),
    ("\u{1B}[1;2B", "Shift+Down"), ("\u{1B}[1;3C", "Alt+Right"), ("\u{1B}[1;8D", "Ctrl+Alt+Shift+Left"),
    ("\u{1B}[3;5~", "Ctrl+Delete"), ("\u{1B}[15;2~", "Shift+F5"), ("\u{1B}[1;5P", "Ctrl+F1"), ("\u{1B}O5A", "Ctrl+Up"),
    ("\u{1B}Oa", "Ctrl+Up"), ("\u{1B}[a", "Shift+Up"), ("\u{1B}[5^", "Ctrl+PageUp"), ("\u{1B}[5$", "Shift+PageUp"),
    ("\u{1B}[5@", "Ctrl+Shift+PageUp"), ("\u{1B}OM", "Enter"), ("\u{1B}Oq", "1"), ("\u{1B}Ok", "+"),
    ("\u{1B}[27;5;99~", "Ctrl+C"),
    ("\u{1B}[99;5u", "Ctrl+C"), ("\u{1B}[13;2u", "Shift+Enter"),
  ]

  /// Sequences that are no keys: reports, mouse, focus, strings, nonsense.
  static let silent = [
    "\u{1B}[I", "\u{1B}[O", "\u{1B}[M !!", "\u{1B}[<0;10;10M", "\u{1B}[<0;10;10m", "\u{1B}[12;40R", "\u{1B}[?1;2c",
    "\u{1B}[>0;276;0c",
    "\u{1B}[?2004;1$y", "\u{1B}]11;rgb:0000/0000/0000\u{7}", "\u{1B}]0;title\u{1B}\\", "\u{1B}P1$r0m\u{1B}\\",
    "\u{1B}_Gok\u{1B}\\",
    "\u{1B}[99~", "\u{1B}[1;2;3;4x", "\u{1B}[201~", "\u{1B}Oz", "\u{1B}[99999999999999999999~", "\u{1B}[[Z",
    "\u{1B}[ q",
  ]

  func decoder() -> KeyDecoder { KeyDecoder(escapeDelay: .milliseconds(25)) }

  func keys(_ events: [TerminalEvent]) -> [String] {
    events.map { event in
      switch event {
      case .key(let key): key.description
      case .paste(let text): "paste \(text)"
      default: "?"
      }
    }
  }

  @Test(arguments: sequences) func sequencesAreKeys(bytes: String, key: String) {
    var decoder = decoder()
    #expect(keys(decoder.feed(Array(bytes.utf8), at: .zero)) == [key])
    #expect(decoder.deadline == nil)
  }

  /// However a sequence is cut in two, a quick rest completes it.
  @Test(arguments: sequences) func cutSequencesAreStillKeys(bytes: String, key: String) {
    let bytes = Array(bytes.utf8)
    for cut in 1..<bytes.count {
      var decoder = decoder()
      var events = decoder.feed(bytes[..<cut], at: .zero)
      events += decoder.expire(at: .milliseconds(24))
      events += decoder.feed(bytes[cut...], at: .milliseconds(24))
      #expect(keys(events) == [key], "cut at \(cut)")
      #expect(decoder.deadline == nil)
    }
  }

  /// However it is cut, a late rest is never letters; behind the lone escape it is swallowed, else the key is complete.
  @Test(arguments: sequences) func lateRestsAreNeverLetters(bytes: String, key: String) {
    let bytes = Array(bytes.utf8)
    for cut in 1..<bytes.count {
      for late in [30, 150, 400, 1_000, 1_900] {
        var decoder = decoder()
        var events = decoder.feed(bytes[..<cut], at: .zero)
        events += decoder.expire(at: .milliseconds(late))
        events += decoder.feed(bytes[cut...], at: .milliseconds(late))
        #expect(keys(events) == (cut == 1 ? ["Escape"] : [key]), "cut at \(cut), \(late) ms late")
        events = decoder.feed(Array("x".utf8), at: .milliseconds(late + 100))
        #expect(keys(events) == ["x"])
      }
    }
  }

  @Test(arguments: sequences) func byteByByteIsTheSameKey(bytes: String, key: String) {
    for gap in [10, 100, 400] {
      var decoder = decoder()
      var events: [TerminalEvent] = []
      for (index, byte) in bytes.utf8.enumerated() {
        events += decoder.expire(at: .milliseconds(index * gap))
        events += decoder.feed([byte], at: .milliseconds(index * gap))
      }
      #expect(keys(events) == (gap == 10 ? [key] : ["Escape"]), "gap \(gap)")
      #expect(decoder.deadline == nil)
    }
  }

  @Test(arguments: silent) func whatIsNoKeyIsSwallowed(bytes: String) {
    let bytes = Array(bytes.utf8)
    for cut in 0..<bytes.count {
      var decoder = decoder()
      var events = decoder.feed(bytes[..<cut], at: .zero)
      events += decoder.feed(bytes[cut...], at: .milliseconds(10))
      events += decoder.feed(Array("x".utf8), at: .milliseconds(20))
      #expect(keys(events) == ["x"], "cut at \(cut)")
    }
  }

  @Test func aBurstOfKeysIsAllKeys() {
    var decoder = decoder()
    let events = decoder.feed(Array("j\u{1B}[Bk\u{1B}OPé漢\r\t\u{7F}\u{1}".utf8), at: .zero)
    #expect(keys(events) == ["j", "Down", "k", "F1", "é", "漢", "Enter", "Tab", "Backspace", "Ctrl+A"])
  }

  @Test func terminfoWinsOverTheUsual() {
    var decoder = KeyDecoder(
      escapeDelay: .milliseconds(25), sequences: [Array("\u{1B}[25~".utf8): Key(.function(11), .shift)])
    #expect(keys(decoder.feed(Array("\u{1B}[25~".utf8), at: .zero)) == ["Shift+F11"])
  }

  @Test func hugeSequencesEnd() {
    var decoder = decoder()
    let events = decoder.feed(Array(("\u{1B}[" + String(repeating: "1;", count: 5_000) + "mx").utf8), at: .zero)
    #expect(keys(events) == ["x"])
  }
}
