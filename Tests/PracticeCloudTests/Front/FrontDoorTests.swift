import CloudWire
import HTTPTypes
import Testing

@testable import PracticeCloud

@Suite struct FrontDoorTests {
  @Test func anotherHostIsRefusedInProcess() async throws {
    let stand = try await PracticeStand()
    await #expect(throws: TransportError.addressRefused(url: "https://graph.microsoft.com/v1.0/me")) {
      try await stand.cloud.send(CloudRequest(.get, "https://graph.microsoft.com/v1.0/me?x=secret"))
    }
  }

  @Test func pathsNobodyAnswers() async throws {
    let stand = try await PracticeStand()
    for path in ["/", "/favicon.ico", "/common/oauth2/v2.0/nonsense", "/%ff/%00/x"] {
      #expect(try await stand.get(path).status == .notFound)
    }
  }

  @Test func logoutActsOnNoToken() async throws {
    let stand = try await PracticeStand()
    let token = try await stand.tokens(of: stand.worker).text("access_token")
    for path in ["/oauth2/v2.0/logout", "/\(stand.facts.tenantID)/oauth2/v2.0/logout"] {
      let page = try await stand.get(path)
      #expect(page.status == .ok)
      #expect(page.headers[.contentType] == "text/html; charset=utf-8")
    }
    #expect(try await stand.graph("/me", token: token).status == .ok)
  }

  @Test func hostileFormTextIsEscapedOnThePage() async throws {
    let stand = try await PracticeStand()
    let page = SignInPage(
      title: "<script>", message: "\"a\" & 'b'", context: "\"><b>", asks: [.code], buttons: [.next])
    let html = page.html(action: stand.base)
    #expect(!html.contains("<script>") && !html.contains("<b>"))
    let read = try #require(PhonePage(html: html))
    #expect(read.title == "<script>" && read.message == "\"a\" & 'b'" && read.hidden == ["ctx": "\"><b>"])
  }

  @Test func sameSeedSameAnswersWhereNoTokenIsInThem() async throws {
    var bodies: [[String]] = []
    for _ in 0..<2 {
      let stand = try await PracticeStand(seed: 99)
      let code = try await stand.deviceCode()
      let pending = try await stand.poll(code)
      let refused = try await stand.graph("/me", token: nil)
      bodies.append([code.text("user_code"), pending.text, refused.text])
    }
    #expect(bodies[0] == bodies[1])
  }

  @Test func aCancelledCallerHearsThatItWasCancelled() async throws {
    let stand = try await PracticeStand()
    let cloud = stand.cloud
    let url = stand.base + "/v1.0/me"
    let caller = Task { () -> TransportError? in
      while !Task.isCancelled { await Task.yield() }
      do throws(TransportError) { _ = try await cloud.send(CloudRequest(.get, url)) } catch { return error }
      return nil
    }
    caller.cancel()
    #expect(await caller.value == .cancelled)
  }

  @Test func theLogStaysBounded() {
    var log = RequestLog()
    for number in 0..<(RequestLog.limit * 3) {
      log.add(LoggedRequest(time: ManualClock.start, method: "GET", path: "/\(number)", status: 200, username: nil))
    }
    #expect(log.entries.count <= RequestLog.limit)
    #expect(log.entries.last?.path == "/\(RequestLog.limit * 3 - 1)")
  }
}
