import CloudWire
import HTTPTypes
import Testing

@Suite struct HTTPDateTests {
  @Test(arguments: [
    ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777),
    ("Sunday, 06-Nov-94 08:49:37 GMT", 784_111_777),
    ("Sun Nov  6 08:49:37 1994", 784_111_777),
    ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
    ("Thu, 29 Feb 2024 23:59:59 GMT", 1_709_251_199),
    ("Sat, 01 Mar 2025 00:00:00 GMT", 1_740_787_200),
  ])
  func theThreeFormsAreRead(text: String, seconds: Int64) {
    #expect(HTTPDate(text)?.seconds == seconds)
  }

  @Test(arguments: [
    "", "now", "120", "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 1994 08:49:37 CET", "Sun, 32 Nov 1994 08:49:37 GMT",
    "Sun, 06 Nov 1994 25:49:37 GMT", "Sun, 06 Nix 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49 GMT",
    "Sun, 06 Nov 99999999999999999999 08:49:37 GMT",
  ])
  func anythingElseIsRefused(text: String) {
    #expect(HTTPDate(text) == nil)
  }

  @Test func retryAfterIsReadAsSecondsAndAsADate() {
    let wall: Int64 = 784_111_000
    func wait(_ headers: HTTPFields) -> Duration? {
      CloudResponse(.tooManyRequests, headers: headers).retryAfter(wall: wall)
    }
    #expect(wait([.retryAfter: "30"]) == .seconds(30))
    #expect(wait([.retryAfter: "-1"]) == .zero)
    #expect(wait([.retryAfter: "999999"]) == .seconds(3600))
    #expect(wait([.retryAfter: "Sun, 06 Nov 1994 08:49:37 GMT"]) == .seconds(777))
    let ownDate: HTTPFields = [
      .retryAfter: "Sun, 06 Nov 1994 08:49:37 GMT", .date: "Sun, 06 Nov 1994 08:49:07 GMT",
    ]
    #expect(wait(ownDate) == .seconds(30))
    #expect(wait([.retryAfter: "soon"]) == nil)
    #expect(wait([:]) == nil)
  }
}
