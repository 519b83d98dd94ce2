import FoundationEssentials
import StoreModel
import Strings
import Testing

@testable import Workspace

@Suite struct DateReadingTests {
  /// Monday, 2 March 2026, 09:41.
  static let now = AppState.morning.wall

  static func read(
    _ text: String, _ calendar: StoreCalendar = .utc, now: Timestamp = now, before: LocalTime? = nil,
    in words: Words = .english
  ) -> String {
    let before = before.map { calendar.moment($0) }
    let reading = DateReading(now: now, calendar: calendar, words: words, before: before)
    switch reading.read(text) {
    case .none: return "none"
    case .unreadable: return "unreadable"
    case .moment(let moment):
      let local = calendar.local(moment)
      let date = local.date
      func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
      return "\(date.year)-\(two(date.month))-\(two(date.day)) \(two(local.hour)):\(two(local.minute))"
    }
  }

  @Test(arguments: [
    ("fri", "2026-03-06 17:00"), ("Friday 8:30", "2026-03-06 08:30"), ("mon", "2026-03-09 17:00"),
    ("today 12:00", "2026-03-02 12:00"), ("tomorrow", "2026-03-03 17:00"), ("17:00", "2026-03-02 17:00"),
    ("08:00", "2026-03-03 08:00"), ("5pm", "2026-03-02 17:00"), ("12am fri", "2026-03-06 00:00"),
    ("+2d", "2026-03-04 17:00"), ("+1w 9:00", "2026-03-09 09:00"), ("+3h", "2026-03-02 12:41"),
    ("+30m", "2026-03-02 10:11"), ("24.12.", "2026-12-24 17:00"), ("24.12. 8:00", "2026-12-24 08:00"),
    ("1.3.", "2027-03-01 17:00"), ("29.2.", "2028-02-29 17:00"), ("24.12.27", "2027-12-24 17:00"),
    ("2026-12-24 17:30", "2026-12-24 17:30"), ("tomorrow 9", "2026-03-03 09:00"),
    ("mon 9", "2026-03-09 09:00"), ("in 2 days", "2026-03-04 17:00"), ("in 3 hours", "2026-03-02 12:41"),
    ("24-12-2026", "2026-12-24 17:00"), ("9", "unreadable"), ("in", "unreadable"), ("24 dec", "2026-12-24 17:00"),
    ("dec 24 9:15", "2026-12-24 09:15"),
    ("17.30", "2026-03-02 17:30"), ("8.45 fri", "2026-03-06 08:45"), ("fri 17.10", "2026-03-06 17:10"),
    ("24.12. 17.10", "2026-12-24 17:10"), ("17.10", "2026-10-17 17:00"), ("5.30pm", "2026-03-02 17:30"),
    ("17.5", "2026-05-17 17:00"), ("", "none"), ("   ", "none"), ("-", "none"), ("none", "none"), ("None ", "none"),
  ]) func whatPeopleType(text: String, expected: String) { #expect(Self.read(text) == expected) }

  /// German: Monday, 2 March 2026, 09:41.
  @Test(arguments: [
    ("fr", "2026-03-06 17:00"), ("Freitag 8:30", "2026-03-06 08:30"), ("heute 12 Uhr", "2026-03-02 12:00"),
    ("morgen", "2026-03-03 17:00"), ("morgen um 9 Uhr", "2026-03-03 09:00"), ("übermorgen", "2026-03-04 17:00"),
    ("uebermorgen 7.30 Uhr", "2026-03-04 07:30"), ("24.12.", "2026-12-24 17:00"), ("+2t", "2026-03-04 17:00"),
    ("+1 Woche", "2026-03-09 17:00"), ("+3 Std", "2026-03-02 12:41"), ("am 24. Dezember", "2026-12-24 17:00"),
    ("24. Dez 2027", "2027-12-24 17:00"), ("3. März", "2026-03-03 17:00"), ("3. maerz 17h", "2026-03-03 17:00"),
    ("Sa.", "2026-03-07 17:00"), ("24.12. 17:30", "2026-12-24 17:30"), ("17.00", "2026-03-02 17:00"),
    ("morgen 17.05", "2026-03-03 17:05"), ("keiner", "none"), ("keins", "none"),
  ]) func germanIsRead(text: String, expected: String) throws {
    #expect(Self.read(text, in: try #require(Words(language: "de"))) == expected)
  }

  /// Spanish, likewise; `mar` is Tuesday alone and March beside a number.
  @Test(arguments: [
    ("vie", "2026-03-06 17:00"), ("Viernes 8:30", "2026-03-06 08:30"), ("hoy a las 12:00", "2026-03-02 12:00"),
    ("mañana", "2026-03-03 17:00"), ("manana 9h", "2026-03-03 09:00"), ("pasado mañana", "2026-03-04 17:00"),
    ("mie", "2026-03-04 17:00"), ("miércoles", "2026-03-04 17:00"), ("mar", "2026-03-03 17:00"),
    ("24 mar", "2026-03-24 17:00"), ("24/12", "2026-12-24 17:00"), ("24 de diciembre de 2027", "2027-12-24 17:00"),
    ("24 de diciembre a las 9:15", "2026-12-24 09:15"), ("+2 días", "2026-03-04 17:00"), ("+1s", "2026-03-09 17:00"),
    ("5 p. m.", "2026-03-02 17:00"), ("sáb 10:00", "2026-03-07 10:00"),
    ("17.30", "2026-03-02 17:30"), ("ninguna", "none"), ("ninguno", "none"),
  ]) func spanishIsRead(text: String, expected: String) throws {
    #expect(Self.read(text, in: try #require(Words(language: "es"))) == expected)
  }

  @Test(arguments: [
    ("12/24", "2026-12-24 17:00"), ("12/24/2027 5 pm", "2027-12-24 17:00"), ("24.12.", "2026-12-24 17:00"),
    ("5:30 p.m.", "2026-03-02 17:30"), ("fri at 9am", "2026-03-06 09:00"), ("dec 24, 2026", "2026-12-24 17:00"),
    ("17.30", "2026-03-02 17:30"), ("fri 5.30", "2026-03-06 05:30"), ("none", "none"),
  ]) func theUnitedStatesWriteTheMonthFirst(text: String, expected: String) throws {
    #expect(Self.read(text, in: try #require(Words(language: "en-US"))) == expected)
  }

  @Test func aSlashMeansDayAndMonthElsewhere() {
    #expect(Self.read("3/4") == "2026-04-03 17:00")
    #expect(Self.read("13/24") == "unreadable")
  }

  /// What a field is filled with can be typed again: the same moment comes out, in every language.
  @Test(arguments: Words.languages) func whatIsShownCanBeTypedAgain(language: String) throws {
    let words = try #require(Words(language: language))
    for day in [0, 3, 45, 300, 500] {
      let moment = Self.now.advanced(by: .seconds(day * 86_400 + 4 * 3600))
      let text = StoreCalendar.utc.typed(moment, hasYear: true, Look(words: words))
      let reading = DateReading(now: Self.now, calendar: .utc, words: words, before: nil)
      #expect(reading.read(text) == .moment(Timestamp(seconds: moment.seconds / 60 * 60)), "\(language): \(text)")
    }
  }

  @Test(arguments: ["soonish", "mitte", "a las"]) func wordsThatOnlyBeginLikeADayAreNone(text: String) throws {
    for language in Words.languages {
      #expect(Self.read(text, in: try #require(Words(language: language))) == "unreadable", "\(language)")
    }
  }

  @Test(arguments: [
    "30.2.", "24.13.", "25:00", "12:60", "13pm", "soon", "fri mon", "+2x", "17:00 18:00", "2026-02-30", "+99999d",
    "24.12.2026.1", "none fri", "\u{661}\u{662}:00", "fri\u{200B}",
  ]) func whatIsNoDateIsRefused(text: String) { #expect(Self.read(text) == "unreadable") }

  @Test func aDayAloneKeepsTheTimeTheTaskHas() {
    let before = LocalTime(date: CalendarDate(year: 2026, month: 3, day: 2), hour: 6, minute: 30)
    #expect(Self.read("fri", before: before) == "2026-03-06 06:30")
    #expect(Self.read("fri 9:00", before: before) == "2026-03-06 09:00")
  }

  /// Clocks go forward on 29 March 2026 at two o'clock and back on 25 October at three.
  @Test func daysAreCountedOnTheCalendarAcrossAChangeOfClocks() throws {
    let berlin = try Self.berlin()
    let saturday = berlin.moment(LocalTime(date: CalendarDate(year: 2026, month: 3, day: 28), hour: 10))
    #expect(Self.read("+2d 8:30", berlin, now: saturday) == "2026-03-30 08:30")
    #expect(Self.read("tomorrow 2:30", berlin, now: saturday) == "2026-03-29 03:30")
    #expect(Self.read("+24h", berlin, now: saturday) == "2026-03-29 11:00")
    let autumn = berlin.moment(LocalTime(date: CalendarDate(year: 2026, month: 10, day: 24), hour: 10))
    #expect(Self.read("+1d 17:00", berlin, now: autumn) == "2026-10-25 17:00")
    #expect(Self.read("+24h", berlin, now: autumn) == "2026-10-25 09:00")
  }

  private static func berlin() throws -> StoreCalendar {
    let file = try #require(FileManager.default.contents(atPath: "/usr/share/zoneinfo/Europe/Berlin"))
    return try StoreCalendar(tzif: Array(file))
  }
}
