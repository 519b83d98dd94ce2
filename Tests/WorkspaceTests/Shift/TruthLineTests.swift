import SessionCore
import StoreModel
import Strings
import TaskSync
import Terminal
import Testing
import Workspace

@Suite struct TruthLineTests {
  @Test func itSaysWhoWhatAndHowOld() {
    var state = SampleShift.started()
    #expect(state.rows[1].hasPrefix(" Mei Lindqvist · store worker"))
    #expect(state.rows[1].hasSuffix("online, data just read"))
    state.wait(.seconds(25))
    #expect(state.rows[1].hasSuffix("online, data 20 s old"))
    state.wait(.seconds(180))
    #expect(state.rows[1].hasSuffix("online, data 3 min old"))
  }

  @Test func itWakesOnlyWhenTheWordsChange() {
    var state = SampleShift.started()
    let start = AppState.morning.instant
    #expect(state.nextChange(after: state.now) == start.advanced(by: .seconds(10)))
    state.wait(.seconds(25))
    #expect(state.nextChange(after: state.now) == start.advanced(by: .seconds(30)))
    state.wait(.seconds(100))
    #expect(state.nextChange(after: state.now) == start.advanced(by: .seconds(180)))
  }

  @Test func aSessionThatIsNotAcceptedIsSaid() {
    var state = SampleShift.started()
    state.sync(.standing(SyncStanding(connection: .signInNeeded, lastSync: AppState.morning)))
    #expect(state.rows[1].contains("sign-in needed"))
    _ = update(&state, .session(.signInNeeded(.init(.sessionRevoked))))
    #expect(state.shows("F7 signs you in again."))
  }

  @Test func askingForNewsIsAnsweredHere() {
    var state = SampleShift.started()
    #expect(state.work("F5") == [.sync(.syncNow)])
    #expect(state.shows("Asking for news."))
    state.sync(.standing(SyncStanding(connection: .online, lastSync: state.now)))
    state.wait(.seconds(1))
    state.sync(.standing(SyncStanding(connection: .online, lastSync: state.now)))
    #expect(!state.shows("Asking for news."))
    // What was said since is another's, and stays.
    state.work("F5", "P")
    let other = state.notice
    state.sync(.standing(SyncStanding(connection: .online, lastSync: state.now)))
    #expect(other != nil && state.notice == other)
    state.sync(.standing(SyncStanding(connection: .signInNeeded, lastSync: state.now)))
    state.work("F5")
    #expect(state.shows("F7 signs in") && !state.shows("Asking for news."))
  }

  @Test func hostileNamesStayInTheirPlace() {
    var state = SampleShift.signedIn()
    state.sync(
      .lists(SampleShift.lists),
      .tasks(changed: [SampleShift.task("h", "Evil\u{1B}[2J\nline \u{202E}end", hours: 1)], removed: []))
    #expect(state.shows("Evil"))
    #expect(state.rows.joined().unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x202E })
  }

  private static func row(
    _ language: String, _ name: String, waits: Bool = false, decisions: Int = 0
  ) throws -> String {
    let worker = Worker(id: SampleShift.mei.id, username: "mei@contoso.example", displayName: name, role: .worker)
    var state = SampleShift.started(worker)
    state.look.words = try #require(Words(language: language))
    let connection: SyncStanding.Connection =
      waits
      ? .throttled(until: AppState.morning.instant.advanced(by: .seconds(60)))
      : .offline(since: AppState.morning.wall, retry: AppState.morning.instant)
    let changes = (0..<max(1, decisions)).map {
      SampleShift.change(Int64($0 + 1), decisions == 0 ? .notSent : .needsDecision)
    }
    state.sync(.standing(SyncStanding(connection: connection, lastSync: AppState.morning)), .outbox(changes))
    return state.rows[1]
  }

  private static func sides(_ left: String, _ right: String) -> String {
    " " + left + String(repeating: " ", count: 78 - left.count - right.count) + right
  }

  /// What has no room goes whole: the role, then the age of the data, then the least important count.
  @Test func theNameStaysAndCountsGoWhole() throws {
    let name = "Mei-Lin Tran"
    #expect(
      try Self.row("de", name, waits: true, decisions: 2)
        == Self.sides(name, "soll bis 09:42 warten · 2 Entscheidungen offen"))
    #expect(
      try Self.row("es", name, waits: true, decisions: 2)
        == Self.sides(name, "debe esperar hasta 09:42 · 2 sin enviar · 2 te esperan"))
    let long = String(repeating: "Mei ", count: 12)
    #expect(
      try Self.row("de", long + "Tran", waits: true, decisions: 2) == Self.sides(long + "Tran", "soll bis 09:42 warten")
    )
    #expect(
      try Self.row("de", long + "Tran Nguyen", waits: true, decisions: 2)
        == Self.sides(long + "Tran N…", "soll bis 09:42 warten"))
  }

  /// Two blanks stand between both sides, or the role goes.
  @Test func theRoleKeepsItsDistance() throws {
    let name = "Mei-Lin Tran"
    #expect(
      try Self.row("de", name) == Self.sides(name, "offline seit 09:41, Stand soeben · 1 nicht gesendet"))
    #expect(
      try Self.row("en", name)
        == Self.sides(name + " · store worker", "offline since 09:41, data just read · 1 not sent"))
  }
}
