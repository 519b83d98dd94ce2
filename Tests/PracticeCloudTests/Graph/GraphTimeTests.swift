import StoreModel
import Testing

@testable import PracticeCloud

@Suite struct GraphTimeTests {
  @Test(arguments: [
    ("2015-03-24T18:36:49.2407981Z", 14_272_222_092_407_981), ("1970-01-01T00:00:00Z", 0),
    ("1969-12-31T23:59:59.5Z", -5_000_000), ("2024-02-29T12:00:00Z", 17_092_080_000_000_000),
  ])
  func writtenAndReadBack(text: String, ticks: Int64) {
    #expect(GraphTime.parse(text) == Timestamp(ticks: ticks))
    #expect(GraphTime.text(Timestamp(ticks: ticks)) == text)
  }

  @Test func offsetsAndLongFractionsAreTaken() {
    #expect(GraphTime.parse("2026-11-24T11:00:00+01:00") == GraphTime.parse("2026-11-24T10:00:00Z"))
    #expect(GraphTime.parse("2026-11-24T10:00:00.123456789Z") == GraphTime.parse("2026-11-24T10:00:00.1234567Z"))
    #expect(GraphTime.parse("2026-11-24T10:00Z") == GraphTime.parse("2026-11-24T10:00:00Z"))
  }

  @Test(arguments: [
    "", "2026-11-24", "2026-11-24T10:00:00", "2026-13-01T00:00:00Z", "2026-02-29T00:00:00Z", "2026-11-24T24:00:00Z",
    "2026-11-24T10:00:00.Z", "2026-11-24T10:00:00+15:00", "2026-11-24 10:00:00Z", "2026-11-24T10:00:00Z ",
  ])
  func everythingElseIsRefused(text: String) { #expect(GraphTime.parse(text) == nil) }
}
