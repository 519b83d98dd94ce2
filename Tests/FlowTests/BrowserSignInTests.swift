import CloudNetwork
import CloudWire
import PracticeCloud
import Terminal
import TerminalEmulator
import Testing
import TillsideTesting

/// Sign-in with a browser on the real program: on a pty, before a served cloud, with a small client in place of the browser.
@Suite struct BrowserSignInTests {
  private static let limit = Duration.seconds(60)

  /// The program on its browser page, and the port of its door.
  private func opened(_ served: ServedCloud, in world: ScrubbedWorld) throws -> (terminal: PtyTerminal, port: Int) {
    let process = try PtyProcess(
      BuiltProgram.path(), ["--practice-at", served.readyPath], environment: world.environment, directory: world.home,
      size: .smallest)
    let terminal = try #require(PtyTerminal(process, size: .smallest))
    #expect(terminal.wait(upTo: Self.limit) { $0.anyRow(contains: "Account") })
    try terminal.type("mei\n")
    #expect(terminal.wait(upTo: Self.limit) { $0.anyRow(contains: "Type this code") })
    try terminal.press(try #require(Key("F6")))
    #expect(terminal.wait(upTo: Self.limit) { $0.anyRow(contains: "http://localhost:") })
    let text = terminal.screen.rows.joined(separator: "\n")
    let start = try #require(text.firstRange(of: "http://localhost:")?.upperBound)
    return (terminal, try #require(Int(text[start...].prefix { $0.isNumber })))
  }

  /// Opens the short address and signs in on the provider's pages; what the browser would bring back.
  private func signIn(_ served: ServedCloud, port: Int) async throws -> String {
    let forward = loopbackVisit(port: port, "/")
    let field = try #require(forward.split(separator: "\r\n").first { $0.hasPrefix("Location: ") })
    let address = String(field.dropFirst("Location: ".count))
    #expect(address.hasPrefix(served.ready.authority))
    let transport = try NetworkTransport(NetworkSettings(userAgent: "Tillside/test", extraAuthority: served.ready.ca))
    // Our transport follows no redirect: the answer is asked for as a form, and brought as the query it would be.
    var browser = PracticeBrowser(transport: transport)
    try await browser.open(address.replacing("response_mode=query", with: "response_mode=form_post"))
    let mei = try #require(served.ready.facts.users.first { $0.username.hasPrefix("mei@") })
    let view = try await browser.signIn(account: mei.username, password: mei.password)
    await transport.closeConnections()
    guard case .returned(let back) = view else {
      Issue.record("the browser is not back: \(view)")
      return ""
    }
    return "/?" + String(decoding: back.body, as: UTF8.self)
  }

  @Test func theBrowserBringsTheAnswerThroughTheDoor() async throws {
    let served = try ServedCloud()
    let world = try ScrubbedWorld()
    let (terminal, port) = try opened(served, in: world)
    #expect(loopbackVisit(port: port, "/?code=stolen&state=guessed").contains("Nothing was changed"))
    let answer = try await signIn(served, port: port)
    #expect(loopbackVisit(port: port, answer).contains("Tillside has your answer"))
    #expect(terminal.wait(upTo: Self.limit) { $0.anyRow(contains: "My tasks") && $0.anyRow(contains: "Mei-Lin Tran") })
    #expect(loopbackVisit(port: port, answer).isEmpty, "the door is still open")
    withExtendedLifetime(world) {}
  }

  @Test func theAddressIsPastedFromAnotherComputer() async throws {
    let served = try ServedCloud()
    let world = try ScrubbedWorld()
    let (terminal, port) = try opened(served, in: world)
    let answer = try await signIn(served, port: port)
    try terminal.paste("http://localhost:\(port)/?code=x&state=y")
    #expect(terminal.wait(upTo: Self.limit) { $0.anyRow(contains: "paste it here") })
    try terminal.press(try #require(Key("Enter")))
    #expect(terminal.wait(upTo: Self.limit) { $0.anyRow(contains: "not the address this sign-in waits for") })
    try terminal.paste("http://localhost:\(port)\(answer)")
    try terminal.press(try #require(Key("Enter")))
    #expect(terminal.wait(upTo: Self.limit) { $0.anyRow(contains: "My tasks") })
    withExtendedLifetime(world) {}
  }

  @Test func givingUpClosesTheDoor() async throws {
    let served = try ServedCloud()
    let world = try ScrubbedWorld()
    let (terminal, port) = try opened(served, in: world)
    #expect(loopbackVisit(port: port, "/").hasPrefix("HTTP/1.1 302 "))
    try terminal.press(try #require(Key("Escape")))
    #expect(terminal.wait(upTo: Self.limit) { $0.anyRow(contains: "nothing was stored") })
    let deadline = ContinuousClock.now + Self.limit
    var isOpen = true
    while isOpen, ContinuousClock.now < deadline { isOpen = !loopbackVisit(port: port, "/").isEmpty }
    #expect(!isOpen)
    withExtendedLifetime(world) {}
  }
}
