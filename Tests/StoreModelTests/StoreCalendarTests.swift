import StoreModel
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct StoreCalendarTests {
  private func calendar(_ zone: String) throws -> StoreCalendar {
    let file = try #require(fopen("/usr/share/zoneinfo/" + zone, "r"))
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = fread(&bytes, 1, bytes.count, file)
    return try StoreCalendar(tzif: Array(bytes.prefix(count)))
  }

  private func moment(_ text: String) throws -> Timestamp { try #require(Timestamp(iso8601: text)) }

  private func time(_ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int = 0) -> LocalTime {
    LocalTime(date: CalendarDate(year: year, month: month, day: day), hour: hour, minute: minute)
  }

  @Test func berlinSkipsAnHourInSpring() throws {
    let berlin = try calendar("Europe/Berlin")
    #expect(
      berlin.local(try moment("2026-03-29T00:59:59Z"))
        == LocalTime(date: CalendarDate(year: 2026, month: 3, day: 29), hour: 1, minute: 59, second: 59))
    #expect(berlin.local(try moment("2026-03-29T01:00:00Z")) == time(2026, 3, 29, 3))
    #expect(berlin.moment(time(2026, 3, 29, 2, 30)) == (try moment("2026-03-29T01:30:00Z")))
  }

  @Test func berlinRepeatsAnHourInAutumnAndMeansTheFirst() throws {
    let berlin = try calendar("Europe/Berlin")
    #expect(berlin.local(try moment("2026-10-25T00:30:00Z")) == time(2026, 10, 25, 2, 30))
    #expect(berlin.local(try moment("2026-10-25T01:30:00Z")) == time(2026, 10, 25, 2, 30))
    #expect(berlin.moment(time(2026, 10, 25, 2, 30)) == (try moment("2026-10-25T00:30:00Z")))
    #expect(berlin.moment(time(2026, 10, 25, 3)) == (try moment("2026-10-25T02:00:00Z")))
  }

  @Test func newYorkChangesOnItsOwnDays() throws {
    let newYork = try calendar("America/New_York")
    #expect(newYork.moment(time(2026, 3, 8, 2, 30)) == (try moment("2026-03-08T07:30:00Z")))
    #expect(newYork.offset(at: try moment("2026-03-08T06:59:59Z")) == -18_000)
    #expect(newYork.offset(at: try moment("2026-03-08T07:00:00Z")) == -14_400)
    #expect(newYork.moment(time(2026, 11, 1, 1, 30)) == (try moment("2026-11-01T05:30:00Z")))
    #expect(newYork.local(try moment("2026-11-01T06:30:00Z")) == time(2026, 11, 1, 1, 30))
  }

  @Test func theRuleReachesFarBeyondTheTable() throws {
    let berlin = try calendar("Europe/Berlin")
    #expect(berlin.offset(at: try moment("2099-07-01T00:00:00Z")) == 7200)
    #expect(berlin.offset(at: try moment("2099-12-01T00:00:00Z")) == 3600)
    #expect(berlin.offset(at: try moment("1850-01-01T00:00:00Z")) == 3208)
  }

  @Test func southernSummerRunsOverNewYear() throws {
    let sydney = try calendar("Australia/Sydney")
    #expect(sydney.offset(at: try moment("2060-01-15T00:00:00Z")) == 39_600)
    #expect(sydney.offset(at: try moment("2060-07-15T00:00:00Z")) == 36_000)
  }

  @Test func aDayLaterIsTheSameTimeOfDay() throws {
    let berlin = try calendar("Europe/Berlin")
    let noonBefore = berlin.moment(time(2026, 3, 28, 12))
    let noonAfter = berlin.adding(days: 1, to: noonBefore)
    #expect(noonBefore.duration(to: noonAfter) == .seconds(23 * 3600))
    #expect(
      berlin.start(of: CalendarDate(year: 2026, month: 10, day: 25)).duration(
        to: berlin.start(of: CalendarDate(year: 2026, month: 10, day: 26))) == .seconds(25 * 3600))
    #expect(berlin.days(from: try moment("2026-03-28T22:59:59Z"), to: try moment("2026-03-28T23:00:00Z")) == 1)
  }

  @Test func everyHourOfAYearGoesThereAndBack() throws {
    for zone in ["Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe"] {
      let calendar = try calendar(zone)
      let start = try moment("2026-01-01T00:00:00Z")
      for hour in 0..<8760 {
        let moment = start.advanced(by: .seconds(hour * 3600))
        let back = calendar.moment(calendar.local(moment))
        #expect(calendar.local(back) == calendar.local(moment), "\(zone) hour \(hour)")
        #expect(back <= moment && moment.ticks - back.ticks <= 36_000_000_000, "\(zone) hour \(hour)")
      }
    }
  }

  @Test func brokenZoneFilesAreRefused() {
    #expect(throws: ZoneFileFault.notAZoneFile) { try StoreCalendar(tzif: Array("TZ".utf8)) }
    #expect(throws: ZoneFileFault.tooOld) {
      try StoreCalendar(tzif: Array("TZif".utf8) + [UInt8](repeating: 0, count: 60))
    }
    #expect(throws: ZoneFileFault.damaged) {
      try StoreCalendar(tzif: Array("TZif2".utf8) + [UInt8](repeating: 0, count: 39))
    }
    #expect(throws: ZoneFileFault.damaged) {
      try StoreCalendar(tzif: Array("TZif2".utf8) + [UInt8](repeating: 0xFF, count: 90))
    }
  }

  @Test func weekdaysFollowTheCalendar() {
    #expect(CalendarDate(year: 2026, month: 11, day: 23).weekday == .monday)
    #expect(CalendarDate(year: 1969, month: 12, day: 28).weekday == .sunday)
    #expect(CalendarDate(daysSince1970: 0) == CalendarDate(year: 1970, month: 1, day: 1))
    for day in stride(from: -800_000, to: 800_000, by: 997) {
      #expect(CalendarDate(daysSince1970: day).daysSince1970 == day)
    }
  }
}
