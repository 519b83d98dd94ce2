import Testing

@testable import Tape
@testable import Terminal

@Suite("A line being typed in a tape")
struct LineTypingTests {
  @Test("is sent whole with Enter, without what was taken back")
  func sendsWholeLines() throws {
    var typing = LineTyping()
    for key in "meix" { #expect(try typing.take(Key(.character(key))) == nil) }
    #expect(try typing.take(Key(.backspace)) == nil)
    #expect(try typing.take(Key(.enter)) == "mei")
    #expect(try typing.take(Key(.enter)) == "")
  }

  @Test("takes a paste line by line and keeps the rest")
  func takesPastes() throws {
    var typing = LineTyping()
    #expect(try typing.take("1 done\nlo") == ["1 done"])
    #expect(try typing.take("ck\n") == ["lock"])
  }

  @Test("takes no other keys", arguments: [Key(.escape), Key(.up), Key(.character("c"), .control), Key(.tab)])
  func refusesKeys(_ key: Key) {
    var typing = LineTyping()
    #expect(throws: TapeTrouble.impossible) { try typing.take(key) }
  }

  @Test("is no longer than a terminal sends whole")
  func hasALimit() {
    var typing = LineTyping()
    #expect(throws: TapeTrouble.impossible) {
      try typing.take(String(repeating: "x", count: LineTyping.limit + 1))
    }
  }
}
