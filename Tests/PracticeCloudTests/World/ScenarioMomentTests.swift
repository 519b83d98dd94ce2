import StoreModel
import Testing

@testable import PracticeCloud

@Suite struct ScenarioMomentTests {
  func text(_ moment: String, offset: Int = 0) throws -> String {
    GraphTime.text(try #require(ScenarioMoment(moment)).resolved(from: GraphDesk.start, offsetMinutes: offset))
  }

  @Test func distancesAreRoundedDownToAQuarter() throws {
    #expect(try text("-1h30m") == "2026-11-24T08:00:00Z")
    #expect(try text("+30m") == "2026-11-24T10:00:00Z")
    #expect(try text("+1d2h") == "2026-11-25T11:30:00Z")
  }

  @Test func wallTimesAreThoseOfTheStore() throws {
    #expect(try text("+4d 17:00") == "2026-11-28T17:00:00Z")
    #expect(try text("+0d 17:00", offset: 60) == "2026-11-24T16:00:00Z")
    #expect(try text("+0d 01:00", offset: 15 * 60) == "2026-11-24T10:00:00Z")
  }

  @Test(arguments: ["", "1h", "+", "+h", "+5", "+5x", "+1h 9:00", "+1h 24:00", "+1h 10:00 ", "+99999999d"])
  func everythingElseIsRefused(text: String) { #expect(ScenarioMoment(text) == nil) }
}
