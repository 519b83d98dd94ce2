import CloudWire
import Testing

@Suite struct RedirectGateTests {
  private func gate() -> RedirectGate { RedirectGate(state: "s+1", address: "https://login.example/authorize?x=1") }

  @Test func theShortAddressLeadsToTheLongOneUntilTheAnswerCame() {
    var gate = gate()
    #expect(gate.reply(to: "/") == .forward(to: "https://login.example/authorize?x=1"))
    #expect(gate.reply(to: "/?") == .forward(to: "https://login.example/authorize?x=1"))
    #expect(gate.reply(to: "/?code=c&state=s%2B1") == .accepted(query: "code=c&state=s%2B1"))
    #expect(gate.reply(to: "/") == .spent)
    #expect(gate.reply(to: "/?code=c&state=s%2B1") == .spent)
    #expect(gate.reply(to: "/?error=access_denied&state=s%2B1") == .spent)
  }

  @Test(arguments: [
    "/?code=c", "/?code=c&state=", "/?code=c&state=s", "/?code=c&state=s+1", "/?state=s%2B1",
    "/?code=c&state=s%2B1&state=s%2B1",
    "/?code=c&code=d&state=s%2B1", "/?code=c&error=e&state=s%2B1", "/?x", "/?&&&", "/?code=c&STATE=s%2B1", "/?%",
  ])
  func whatDoesNotAnswerThisSignInChangesNothing(target: String) {
    var gate = gate()
    #expect(gate.reply(to: target) == .notOurs)
    #expect(gate.reply(to: "/?error=access_denied&state=s%2B1") == .accepted(query: "error=access_denied&state=s%2B1"))
  }

  @Test(arguments: [
    "", "*", "/favicon.ico", "//", "/x?code=c&state=s%2B1", "http://localhost/?code=c&state=s%2B1", "?code=c",
  ])
  func thereIsOnlyOnePage(target: String) {
    var gate = gate()
    #expect(gate.reply(to: target) == .missing)
  }

  @Test func anEmptyStateIsNobodys() {
    var gate = RedirectGate(state: "", address: "a")
    #expect(gate.reply(to: "/?code=c&state=") == .notOurs)
  }

  @Test func itemsAreReadAsBrowsersWriteThem() {
    let items = QueryItems("a=1+2%203&b=%zz&c=&d&a%41=x=y&e=1&e=2")
    #expect(items["a"] == "1 2 3")
    #expect(items["b"] == "%zz")
    #expect(items["c"] == "" && items["d"] == "")
    #expect(items["aA"] == "x=y")
    #expect(items["e"] == nil && items["f"] == nil)
  }
}
