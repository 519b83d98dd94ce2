import SessionCore
import StoreModel
import Testing

/// Who gets a session at a terminal whose store profile lists its workers.
@Suite struct StaffListTests {
  func shift(listing person: SignedInPerson?, elsewhere: SignedInPerson? = nil) -> Shift {
    let members = person.map {
      StoreProfile.Member(
        user: UserID(rawValue: $0.id.object.uppercased()), username: $0.username, displayName: "", role: .worker,
        mayManageTasks: true)
    }
    let neighbours = elsewhere.map {
      StoreProfile.Neighbour(user: UserID(rawValue: $0.id.object), storeNumber: "027")
    }
    return Shift(
      profile: StoreProfile(
        storeNumber: "012", chain: "", storeName: "", register: "3", members: members.map { [$0] } ?? [],
        neighbours: neighbours.map { [$0] } ?? []))
  }

  @Test func aListedAccountComesInWithItsRole() async {
    let shift = shift(listing: .first)
    await shift.signIn(.first)
    guard case .signedIn(let worker, .works, since: _) = shift.events.last else {
      Issue.record("nobody is signed in: \(shift.events)")
      return
    }
    #expect(worker.role == .worker && worker.mayManageTasks)
  }

  @Test func anAccountThatIsNotListedGetsNoSessionAndLeavesNoToken() async {
    let shift = shift(listing: .first)
    await shift.signIn(.second)
    #expect(shift.events.last == .refused(SignInRefusal(.notOnStaffList(here: "012"))))
    #expect(await shift.vault.held == 0)
    #expect(await shift.engine.phase == .signedOut)
  }

  @Test func anAccountOfAnotherStoreIsToldWhichIsTheirs() async {
    let shift = shift(listing: .first, elsewhere: .second)
    await shift.signIn(.second)
    #expect(shift.events.last == .refused(SignInRefusal(.worksElsewhere(store: "027", here: "012"))))
    #expect(await shift.vault.held == 0)
  }

  @Test func aLockedSessionStaysItsOwnersWhenAStrangerTriesToTakeOver() async {
    let shift = shift(listing: .first)
    await shift.signIn(.first)
    await shift.act { await $0.lock(.worker) }
    await shift.signIn(.second)
    #expect(shift.events.last == .refused(SignInRefusal(.notOnStaffList(here: "012"))))
    guard case .locked = await shift.engine.phase else {
      Issue.record("the session is no longer locked")
      return
    }
    await shift.signIn(.first)
    guard case .signedIn = shift.events.last else {
      Issue.record("its owner cannot unlock: \(shift.events)")
      return
    }
  }

  @Test func aProfileWithoutWorkersLeavesItToTeamMembership() async {
    let shift = shift(listing: nil)
    await shift.signIn(.second)
    guard case .signedIn(_, .unknown, since: _) = shift.events.last else {
      Issue.record("nobody is signed in: \(shift.events)")
      return
    }
  }
}
