import SessionCore
import StoreModel
import TaskSync
import Terminal
import Testing
import Workspace

@Suite struct EmptinessTests {
  @Test(arguments: [
    (SyncStanding.NoListsReason.storeHasNoTeam, "has no team in Teams"), (.integrationOff, "integration off"),
    (.notMember, "not a member"), (.noPlans, "no task lists yet"), (.notProvisioned, "has a manager, but no team"),
    (.notDistributed, "Teams has lists for your store"), (.teamUnclear, "told of no team"),
  ])
  func whyThereAreNoLists(_ reason: SyncStanding.NoListsReason, _ words: String) {
    var state = SampleShift.signedIn()
    var standing = SampleShift.online
    standing.noListsBecause = reason
    state.sync(.standing(standing))
    #expect(state.shows(words))
    state.work("F2")
    #expect(state.shows("Why no tasks"))
    #expect(state.shows(words))
  }

  @Test func anAccountOffTheStaffListIsToldSo() {
    var state = SampleShift.signedIn()
    func told(_ members: [UserID]) {
      let members = members.map {
        StoreProfile.Member(user: $0, username: "", displayName: "", role: .worker)
      }
      let profile = StoreProfile(
        storeNumber: "012", chain: "Contoso", storeName: "Brackwater", register: "3", members: members)
      _ = update(&state, .profileRead(profile, domain: ""))
    }
    state.sync(.standing(SampleShift.online))
    told([UserID(rawValue: "omar")])
    #expect(state.shows("mapped to no worker"))
    state.work("F2")
    #expect(state.shows("Why no tasks") && state.shows("map it again"))
    told([])
    #expect(!state.shows("mapped to no worker"))
  }

  @Test func theFirstSyncShowsItsProgress() {
    var state = SampleShift.signedIn()
    state.sync(.standing(SyncStanding(connection: .online, progress: .init(done: 2, all: 5))))
    #expect(state.shows("Tasks are being read for the first time. reading lists, 2 of 5"))
  }

  @Test func withoutConnectionNothingIsPretended() {
    var state = SampleShift.signedIn()
    let retry = AppState.morning.instant.advanced(by: .seconds(30))
    state.sync(.standing(SyncStanding(connection: .offline(since: AppState.morning.wall, retry: retry))))
    #expect(state.shows("There is no connection"))
    #expect(state.rows[1].hasSuffix("offline since 09:41"))
  }

  @Test func nothingForMeIsNotNothingAtAll() {
    var state = SampleShift.signedIn()
    state.sync(
      .lists(SampleShift.lists), .tasks(changed: [SampleShift.task("a", "Theirs", who: ["omar"])], removed: []),
      .standing(SampleShift.online))
    #expect(state.shows("Nothing is assigned to you."))
    state.sync(.tasks(changed: [SampleShift.task("b", "Mine", percent: 100)], removed: []))
    #expect(state.shows("All your tasks are done."))
  }
}
