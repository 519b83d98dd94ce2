import CloudWire
import HTTPTypes
import MicrosoftCloud
import SessionCore
import StoreModel
import Testing

@Suite struct TroubleTests {
  private static let retry = StillClock.moment.instant

  @Test(arguments: [
    (ScriptedTransport.Outcome.text("<!DOCTYPE html><title>Welcome</title>"), SignInRefusal.Kind.captivePortal),
    (.text("hello", headers: [.contentType: "text/html; charset=utf-8"]), .captivePortal),
    (.text("\u{1}garbage"), .answerUnreadable),
    (.text("{\"access_token\":\"abc"), .answerUnreadable),
    (.text("[]"), .answerUnreadable),
    (.text(""), .answerUnreadable),
    (.json(["ok": true], status: .notFound), .answerUnreadable),
    (.text("busy", status: .serviceUnavailable), .providerDown),
    (
      .text("busy", status: .serviceUnavailable, headers: [.retryAfter: "7"]),
      .throttled(until: retry.advanced(by: .seconds(7)))
    ),
    (
      .text("", status: .tooManyRequests, headers: [.retryAfter: "9"]),
      .throttled(until: retry.advanced(by: .seconds(9)))
    ),
    (.text("", status: .tooManyRequests), .throttled(until: retry.advanced(by: .seconds(60)))),
    (
      .text(
        "", status: .tooManyRequests,
        headers: [.retryAfter: "Sun, 06 Nov 1994 08:49:37 GMT", .date: "Sun, 06 Nov 1994 08:49:07 GMT"]),
      .throttled(until: retry.advanced(by: .seconds(30)))
    ),
    (.text("", status: .found), .redirected),
    (.success(CloudResponse(.ok, body: [UInt8](repeating: 0x20, count: 2 << 20))), .answerTooLarge),
    (.failure(.nameNotResolved(host: "h")), .nameNotResolved), (.failure(.unreachable(host: "h")), .offline),
    (.failure(.proxyFailed(host: "h")), .proxyFailed), (.failure(.lostAfterSending(host: "h")), .timedOut),
    (.failure(.timedOutBeforeSending(host: "h")), .timedOut), (.failure(.answerTooLarge(limit: 1)), .answerTooLarge),
    (.failure(.answerUnreadable(host: "h")), .answerUnreadable), (.failure(.redirected(status: 302)), .redirected),
  ])
  func passingTroubleLeavesTheCodeGood(outcome: ScriptedTransport.Outcome, kind: SignInRefusal.Kind) async throws {
    let fixture = try EntraFixture()
    fixture.transport.answer("/token", outcome)
    let polled = try await fixture.poll()
    #expect(polled.refusal?.kind == kind)
    guard case .unreachable = polled else {
      Issue.record("the code was given up: \(polled)")
      return
    }
  }

  @Test func anUntrustedCertificateIsNeverTriedAgain() async throws {
    let fixture = try EntraFixture()
    fixture.transport.answer("/token", .failure(.notTrusted(host: "h")))
    #expect(try await fixture.poll() == .refused(SignInRefusal(.notTrusted, host: "login.example")))
  }

  @Test func theProvidersClockIsCompared() async throws {
    let fixture = try EntraFixture()
    fixture.transport.answer(
      "/openid-configuration",
      .json(.object(EntraFixture.document), headers: [.date: "Mon, 21 Sep 2026 14:13:30 GMT"]))
    #expect(await fixture.client.serverSkew == nil)
    _ = try await fixture.client.discover()
    #expect(await fixture.client.serverSkew == .seconds(10))
  }
}
