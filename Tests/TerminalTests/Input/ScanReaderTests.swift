import Terminal
import Testing

@Suite struct ScanReaderTests {
  private func rule(_ prefix: String, _ suffix: String = "") throws -> ScanRule {
    try #require(ScanRule(prefix: prefix, suffix: suffix))
  }

  private func take(_ reader: inout ScanReader, _ keys: [Key], at now: Duration = .zero) -> [TerminalEvent] {
    keys.flatMap { reader.take(.key($0), at: now) }
  }

  @Test func aScanIsOneEventAndNoKey() throws {
    let rule = try rule("Ctrl+B")
    var reader = ScanReader(rule)
    #expect(take(&reader, rule.keys(of: "4006381333931")) == [.scan("4006381333931")])
    #expect(reader.deadline == nil)
    // The letters of commands too.
    #expect(take(&reader, rule.keys(of: "QLx q")) == [.scan("QLx q")])
  }

  @Test func rulesAreKeysByNameOrCharacters() throws {
    #expect(try rule("F12", "Tab").keys(of: "1") == [Key(.function(12)), Key(.character("1")), Key(.tab)])
    #expect(try rule("\u{2}", "\u{3}").keys(of: "").map(\.description) == ["Ctrl+B", "Ctrl+C"])
    #expect(try rule("~~").prefix.count == 2)
    #expect(ScanRule(prefix: "", suffix: "Enter") == nil)
  }

  @Test func aPrefixThatIsTypedBecomesKeysAgain() throws {
    var reader = ScanReader(try rule("~~"))
    #expect(take(&reader, [Key(.character("~"))]) == [])
    #expect(take(&reader, [Key(.character("s"))]) == [.key(Key(.character("~"))), .key(Key(.character("s")))])
    #expect(take(&reader, [Key(.character("~")), Key(.character("~"))]) == [])
    let deadline = try #require(reader.deadline)
    #expect(reader.expire(at: deadline) == [.key(Key(.character("~"))), .key(Key(.character("~")))])
  }

  /// What is left of a broken scan must never run commands.
  @Test func aScanThatBreaksOffIsDroppedWhole() throws {
    var reader = ScanReader(try rule("Ctrl+B"))
    #expect(take(&reader, [Key(.character("b"), .control), Key(.character("4")), Key(.character("Q"))]) == [])
    #expect(reader.expire(at: .milliseconds(500)) == [.scan("")])
    #expect(take(&reader, [Key(.character("j"))]) == [.key(Key(.character("j")))])
  }

  @Test func aKeyThatIsNoCharacterSpoilsTheCode() throws {
    var reader = ScanReader(try rule("Ctrl+B"))
    #expect(
      take(&reader, [Key(.character("b"), .control), Key(.character("4")), Key(.function(9)), Key(.enter)])
        == [.scan("")])
  }

  @Test func aCodeWithoutAnEndIsBounded() throws {
    let rule = try rule("Ctrl+B")
    var reader = ScanReader(rule)
    let keys = rule.keys(of: String(repeating: "7", count: 5_000))
    #expect(take(&reader, keys) == [.scan("")])
  }

  @Test func otherEventsPassThrough() throws {
    var reader = ScanReader(try rule("Ctrl+B"))
    #expect(reader.take(.paste("x"), at: .zero) == [.paste("x")])
    #expect(take(&reader, [Key(.character("b"), .control)]) == [])
    #expect(reader.take(.resize(Size(columns: 90, rows: 30)), at: .zero) == [.resize(Size(columns: 90, rows: 30))])
  }
}
