import CloudNetwork
import CloudWire
import HTTPTypes
import Testing

@Suite struct TransportErrorTests {
  @Test func redirectIsRefused() async throws {
    let answer = HTTPText.answer("302 Found", headers: "Location: https://elsewhere.example/\r\n")
    #expect(try await failure(of: .answer(answer)) == .redirected(status: 302))
  }

  @Test func silenceAfterSendingLeavesTheOutcomeUnknown() async throws {
    let error = try await failure(of: .silence) { $0.readTimeout = .milliseconds(50) }
    #expect(error == .lostAfterSending(host: "localhost"))
    #expect(error?.mayHaveBeenReceived == true)
  }

  @Test func connectionClosedWithoutAnswerLeavesTheOutcomeUnknown() async throws {
    #expect(try await failure(of: .answerAndClose([])) == .lostAfterSending(host: "localhost"))
  }

  @Test func answerCutOffIsLost() async throws {
    let whole = HTTPText.answer(body: Array(repeating: 65, count: 100))
    #expect(try await failure(of: .answerAndClose(Array(whole.dropLast(50)))) == .lostAfterSending(host: "localhost"))
  }

  @Test func answerThatIsNoHTTPIsUnreadable() async throws {
    let answer = Array("SSH-2.0-OpenSSH_9.2\r\n\r\n".utf8)
    #expect(try await failure(of: .answerAndClose(answer)) == .answerUnreadable(host: "localhost"))
  }

  @Test func answerAboveTheLimitIsRefused() async throws {
    let answer = HTTPText.answer(body: Array(repeating: 65, count: 2000))
    #expect(try await failure(of: .answer(answer)) { $0.bodyLimit = 1999 } == .answerTooLarge(limit: 1999))
    #expect(try await failure(of: .answer(answer)) { $0.bodyLimit = 2000 } == nil)
  }

  @Test func certificateOfAnUnknownAuthorityIsNotTrusted() async throws {
    #expect(try await failure(of: .echo) { $0.extraAuthority = nil } == .notTrusted(host: "localhost"))
  }

  @Test func certificateForAnotherNameIsNotTrusted() async throws {
    #expect(try await failure(of: .echo, names: ["other.example"]) == .notTrusted(host: "localhost"))
  }

  @Test func serverThatNeverShakesHandsTimesOutBeforeSending() async throws {
    let error = try await failure(of: .silence, isSecure: false) { $0.connectTimeout = .milliseconds(50) }
    #expect(error == .timedOutBeforeSending(host: "localhost"))
  }

  @Test func nobodyListeningIsUnreachable() async throws {
    let server = try await ScriptedServer(.echo)
    let settings = server.settings
    let url = server.url()
    let transport = try NetworkTransport(settings)
    try await server.stop()
    #expect(await error(of: transport, url) == .unreachable(host: "localhost"))
    await transport.closeConnections()
  }

  @Test func unknownNameIsNotResolved() async throws {
    var settings = NetworkSettings(userAgent: "Tillside/test")
    settings.connectTimeout = .seconds(5)
    let transport = try NetworkTransport(settings)
    let error = await error(of: transport, "https://no-such-host.invalid/")
    #expect(error == .nameNotResolved(host: "no-such-host.invalid"))
    await transport.closeConnections()
  }

  @Test(arguments: ["http://localhost/", "ftp://x/", "https://", "https://me:secret@localhost/", "localhost", ""])
  func addressesThatAreNoHTTPSAreRefused(url: String) async throws {
    let transport = try NetworkTransport(NetworkSettings(userAgent: "Tillside/test"))
    #expect(await error(of: transport, url) == .addressRefused(url: url))
  }

  @Test func hostsOffTheListAreRefused() async throws {
    let settings = NetworkSettings(userAgent: "Tillside/test", allowedHosts: ["graph.microsoft.com"])
    let transport = try NetworkTransport(settings)
    let url = "https://graph.microsoft.com.evil.example/v1.0/me"
    #expect(await error(of: transport, url) == .addressRefused(url: url))
  }

  @Test func proxyThatIsGoneIsSaidToBeTheProxy() async throws {
    let server = try await ScriptedServer(.echo)
    var settings = server.settings
    let url = server.url()
    settings.proxy = "http://127.0.0.1:\(server.port)"
    let transport = try NetworkTransport(settings)
    try await server.stop()
    #expect(await error(of: transport, url) == .proxyFailed(host: "127.0.0.1"))
    await transport.closeConnections()
  }

  @Test func proxyThatRefusesIsSaidToBeTheProxy() async throws {
    let proxy = try await ScriptedServer(.answer(HTTPText.answer("407 Proxy Authentication Required")), isSecure: false)
    var settings = proxy.settings
    settings.proxy = "http://127.0.0.1:\(proxy.port)"
    let transport = try NetworkTransport(settings)
    #expect(await error(of: transport, "https://graph.example/") == .proxyFailed(host: "127.0.0.1"))
    await transport.closeConnections()
    try await proxy.stop()
  }

  @Test func cancellingTheCallerEndsTheExchange() async throws {
    let server = try await ScriptedServer(.silence)
    var settings = server.settings
    settings.readTimeout = .seconds(60)
    let transport = try NetworkTransport(settings)
    let url = server.url()
    let caller = Task { await error(of: transport, url) }
    caller.cancel()
    #expect(await caller.value == .cancelled)
    await transport.closeConnections()
    try await server.stop()
  }

  private func failure(
    of script: ScriptedServer.Script, isSecure: Bool = true, names: [String] = ["localhost"],
    adjust: (inout NetworkSettings) -> Void = { _ in }
  ) async throws -> TransportError? {
    let server = try await ScriptedServer(script, isSecure: isSecure, names: names)
    var settings = server.settings
    adjust(&settings)
    let transport = try NetworkTransport(settings)
    let error = await error(of: transport, server.url())
    await transport.closeConnections()
    try await server.stop()
    return error
  }

  private func error(of transport: NetworkTransport, _ url: String) async -> TransportError? {
    do throws(TransportError) {
      _ = try await transport.send(CloudRequest(.get, url))
      return nil
    } catch {
      return error
    }
  }
}
