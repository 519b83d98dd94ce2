import Testing

@testable import Terminal

/// What people with bad intentions, broken programs and phones put into titles and notes.
@Suite struct HostileTextTests {
  static let controls = [
    "\u{1B}[2J", "\u{1B}[31;5m", "\u{1B}[999;1H", "\u{1B}[6n", "\u{1B}[c", "\u{1B}[>q", "\u{1B}[18t", "\u{1B}[21t",
    "\u{1B}[?1049l", "\u{1B}[?25l", "\u{1B}[8mhidden", "x\u{1B}[99999b",
    "\u{1B}[" + String(repeating: "1;", count: 5_000),
    "\u{1B}]0;root#\u{7}", "\u{1B}]52;c;cm0gLXJm\u{7}", "\u{1B}]8;;http://evil\u{1B}\\click\u{1B}]8;;\u{1B}\\",
    "\u{1B}]1337;File=:AA==\u{7}", "\u{1B}]4;1;?\u{7}", "\u{1B}]777;notify;a;b\u{7}", "\u{1B}]0;", "\u{1B}P$qm\u{1B}\\",
    "\u{1B}P+q544e\u{1B}\\", "\u{1B}_Ga=q\u{1B}\\", "\u{1B}P", "\u{1B}_", "\u{1B}^", "\u{1B}X", "\u{1B}c", "\u{1B}7",
    "\u{1B}(0", "\u{1B}#8", "end\u{1B}", "\u{1B}\u{1B}", "\u{9B}2J", "\u{9D}0;t\u{9C}", "\u{90}q\u{9C}", "a\u{0}b",
    String(repeating: "\u{7}", count: 1_000), String(repeating: "\u{8}", count: 80) + "fake", "Paid\rFree", "a\nb",
    "a\u{B}b",
    "a\u{C}b", "\u{E}\u{F}", "\u{11}\u{13}", "\u{12}\u{1A}", "\u{7F}", "a\u{2028}b", "a\u{2029}b", "a\u{85}b",
    "\u{E000}", "\u{F8FF}", "\u{10FFFD}",
  ]

  @Test(arguments: [0xFFFE, 0xFFFF, 0xFDD0, 0x1FFFF, 0x10FFFF] as [UInt32]) func noncharactersBecomeDots(value: UInt32)
  {
    #expect(Unicode.Scalar(value).map { SafeText(String($0)).text } == "·")
  }

  @Test(arguments: controls) func controlsBecomeDots(text: String) {
    let safe = SafeText(text)
    #expect(safe.glyphs.count == text.unicodeScalars.count)
    #expect(safe.text.unicodeScalars.allSatisfy { $0.value == 0xB7 || (0x20..<0x7F).contains($0.value) })
    #expect(safe.text.contains("·"))
  }

  @Test(arguments: [
    "\u{202E}gpj.exe", String(repeating: "\u{2066}", count: 100) + "x", "a\u{2069}", "a\u{61C}b", "\u{200F}a",
    "pa\u{200B}id", "a\u{2060}b", "\u{FEFF}a", "a\u{FEFF}b", "a\u{AD}b", "a\u{180E}b", "a\u{34F}b", "a\u{3164}b",
    "a\u{115F}b", "a\u{2800}b", "a\u{E0041}\u{E0042}", "a" + String(repeating: "\u{FE0F}", count: 50),
    "\u{FFF9}a\u{FFFA}b\u{FFFB}", "a\u{200D}b", "a\u{1D173}b",
  ]) func invisibleCharactersAreTakenOutAndSaid(text: String) {
    let safe = SafeText(text)
    #expect(safe.hidSomething)
    #expect(safe.text.unicodeScalars.allSatisfy { (0x20..<0x7F).contains($0.value) })
    #expect(!safe.isEmpty)
  }

  @Test func aTextOfNothingVisibleIsStillThere() {
    let safe = SafeText("\u{200B}\u{202E}\u{FEFF}")
    #expect(safe.text == "·")
    #expect(safe.hidSomething)
    #expect(SafeText("").isEmpty)
    #expect(SafeText(" ").text == " ")
  }

  @Test func aSymbolsLookIsNoNews() {
    #expect(SafeText("\u{2764}\u{FE0F}").text == "\u{2764}")
    #expect(!SafeText("\u{2764}\u{FE0F}").hidSomething)
  }

  @Test(arguments: [1, 2, 3, 64, 10_000]) func aCharacterKeepsTwoMarks(count: Int) {
    let safe = SafeText("a" + String(repeating: "\u{301}", count: count) + "b")
    #expect(safe.columns == 2)
    #expect(safe.text.unicodeScalars.count == 2 + min(2, count))
    #expect(safe.hidSomething == (count > 2))
  }

  @Test func aMarkWithoutACharacterGetsADot() {
    #expect(SafeText("\u{301}a").text == "·a")
    #expect(SafeText("\u{301}\u{302}a").text == "·\u{302}a")
  }

  @Test func tabsAreBlanks() { #expect(SafeText("a\tb").text == "a b") }

  @Test(
    arguments: [
      ([0x9B, 0x32, 0x4A], "\u{FFFD}2J"), ([0xC0, 0xAF], "\u{FFFD}\u{FFFD}"), ([0x61, 0xE2, 0x82], "a\u{FFFD}"),
      ([0xF0, 0x9F, 0x98, 0x41], "\u{FFFD}A"), ([0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}"),
      ([0xF4, 0x90, 0x80, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"), ([0xFE, 0xFF], "\u{FFFD}\u{FFFD}"),
    ] as [([UInt8], String)]) func illFormedBytesAreReplaced(bytes: [UInt8], expected: String)
  {
    #expect(SafeText(utf8: bytes).text == expected)
  }

  @Test func pairsOfNastyScalarsStaySafeAndSettled() {
    let nasty =
      Array(
        "a \u{1B}[]\u{7}\r\n\t\u{0}\u{7F}\u{9B}\u{9D}\u{85}\u{AD}\u{301}\u{20DD}\u{34F}\u{61C}\u{115F}\u{1160}\u{180E}\u{200B}\u{200D}"
          .unicodeScalars)
      + Array(
        "\u{200E}\u{2028}\u{202E}\u{2066}\u{2800}\u{3164}\u{FE0F}\u{FEFF}\u{FFFD}\u{FFFE}\u{E000}\u{1F1E6}\u{1F469}\u{1F3FD}\u{E0041}漢한אا\u{E33}ั"
          .unicodeScalars)
    for first in nasty {
      for second in nasty {
        var text = String.UnicodeScalarView()
        text.append(first)
        text.append(second)
        let safe = SafeText(String(text))
        #expect(SafeText(safe.text).glyphs == safe.glyphs)
        #expect(!safe.isEmpty && safe.columns <= 4)
        #expect(!safe.text.unicodeScalars.contains { $0.properties.generalCategory == .control })
      }
    }
  }

  @Test func largeTextsTakeLinearTime() {
    let safe = SafeText("e" + String(repeating: "\u{301}", count: 500_000) + String(repeating: "\t", count: 100_000))
    #expect(safe.columns == 100_001)
  }
}
