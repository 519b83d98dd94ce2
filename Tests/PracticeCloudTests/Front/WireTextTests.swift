import StoreModel
import Testing

@testable import PracticeCloud

@Suite struct WireTextTests {
  @Test(arguments: [
    (0, "Thu, 01 Jan 1970 00:00:00 GMT"), (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"),
    (1_795_422_600, "Mon, 23 Nov 2026 08:30:00 GMT"), (-1, "Wed, 31 Dec 1969 23:59:59 GMT"),
    (4_107_542_399, "Sun, 28 Feb 2100 23:59:59 GMT"), (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 GMT"),
  ])
  func httpDates(seconds: Int64, text: String) {
    #expect(WireDate(Timestamp(seconds: seconds)).http == text)
  }

  @Test func addressesComeApart() {
    let address = PracticeAddress(url: "https://host:8443/v1.0/users/a%40b?$select=id%2Cname&x=1+2#end")
    #expect(address.origin == "https://host:8443")
    #expect(address.segments == ["v1.0", "users", "a@b"])
    #expect(address.value("$select") == "id,name")
    #expect(address.value("x") == "1 2")
    #expect(address.path == "/v1.0/users/a%40b")
    #expect(PracticeAddress(url: "/only/path").segments == ["only", "path"])
  }

  @Test func formsSurviveAnyText() {
    let hostile = "a&b=c d+e%\u{1B}\r\nü😀"
    let items = PercentCoding.items(String(decoding: PercentCoding.form([("n&", hostile)]), as: UTF8.self))
    #expect(items.count == 1)
    #expect(items.first?.name == "n&" && items.first?.value == hostile)
    #expect(PercentCoding.decode("%zz%4", plusIsBlank: false) == "%zz%4")
  }

  @Test func htmlTextComesBackWhole() {
    let hostile = "<b>&amp;\"'&#39;"
    #expect(!HTML.escape(hostile).contains("<"))
    #expect(HTML.unescape(HTML.escape(hostile)) == hostile)
  }

  @Test(arguments: [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("~~~?", "fn5+Pw==")])
  func paddedBase64(text: String, coded: String) { #expect(Base64URL.padded(text.utf8) == coded) }
}
