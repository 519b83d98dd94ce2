import StoreModel
import Testing

@Suite struct ISO8601Tests {
  @Test(arguments: [
    ("2015-03-24T18:36:49.2407981Z", Int64(1_427_222_209), Int64(2_407_981)),
    ("2015-03-24T18:36:49Z", 1_427_222_209, 0),
    ("2015-03-24T18:36:49", 1_427_222_209, 0),
    ("2015-03-24T18:36:49.5", 1_427_222_209, 5_000_000),
    ("2015-03-24T18:36:49.12345678912Z", 1_427_222_209, 1_234_567),
    ("2015-03-24T20:36:49+02:00", 1_427_222_209, 0),
    ("0001-01-01T00:00:00Z", -62_135_596_800, 0),
  ])
  func readsWhatGraphWrites(_ text: String, _ seconds: Int64, _ fraction: Int64) {
    #expect(Timestamp(iso8601: text)?.ticks == seconds * 10_000_000 + fraction)
  }

  @Test(arguments: [
    "", "2015-03-24", "2015-02-30T00:00:00Z", "2015-13-01T00:00:00Z", "2015-03-24T24:00:00Z", "2015-03-24T18:36:49.Z",
    "2015-03-24T18:36:49Zx", "2015-03-24T18:36:4９Z", "2015-03-24T18:36:49+0200", "null",
  ])
  func refusesAnythingElse(_ text: String) { #expect(Timestamp(iso8601: text) == nil) }

  @Test(arguments: ["2015-03-24T18:36:49.2407981Z", "2026-11-23T08:00:00Z", "1969-12-31T23:59:59.9999999Z"])
  func printsWhatItRead(_ text: String) { #expect(Timestamp(iso8601: text)?.iso8601 == text) }
}
