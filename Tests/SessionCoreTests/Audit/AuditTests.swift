import SessionCore
import StoreModel
import Synchronization
import Testing

/// The audit trail of real sessions, heard at the engine's door.
@Suite struct AuditTests {
  private func lines(of events: [SessionEvent]) -> [String] {
    var trail = AuditTrail()
    return events.flatMap { trail.events(of: $0) }.map(\.line)
  }

  @Test func aShiftLeavesItsTrail() async {
    let shift = Shift()
    await shift.signIn(.first)
    await shift.act { await $0.lock(.worker) }
    await shift.signIn(.first)
    await shift.clock.advance(by: .seconds(300))
    await shift.act { await $0.signOut() }
    #expect(
      lines(of: shift.events) == [
        "signed-in account=t-1/o-1", "locked account=t-1/o-1 reason=worker", "signed-in account=t-1/o-1",
        "locked account=t-1/o-1 reason=idle", "signed-out account=t-1/o-1",
        "cleared account=t-1/o-1 tokens=4 tokens-left=0 tasks=214 tasks-left=0 unsent=1",
      ])
  }

  @Test func aHandOverIsToldApartFromTwoShifts() async {
    let shift = Shift()
    await shift.signIn(.first)
    await shift.act { await $0.lock(.worker) }
    await shift.signIn(.second)
    #expect(lines(of: shift.events).contains("handed-over from=t-1/o-1 to=t-1/o-2"))
    let apart = Shift()
    await apart.signIn(.first)
    await apart.act { await $0.signOut() }
    await apart.signIn(.second)
    #expect(!lines(of: apart.events).contains { $0.hasPrefix("handed-over") })
  }

  @Test func noNameAndNoTaskStandsInIt() async {
    let shift = Shift()
    await shift.signIn(.first)
    await shift.act { await $0.signOut() }
    let text = lines(of: shift.events).joined()
    for word in ["First", "Worker", "first@", "contoso"] { #expect(!text.contains(word)) }
  }

  @Test func anIdCannotForgeALine() {
    let forged = PersonID(tenant: "t\nsigned-out account=x", object: "o o=1")
    #expect(AuditEvent.signedIn(forged).line == "signed-in account=t?signed-out?account?x/o?o?1")
  }

  @Test func whatIsLeftIsAWarning() {
    let person = PersonID(tenant: "t", object: "o")
    let clean = AuditEvent.Cleared(tokens: 2, tokensLeft: 0, tasks: 1, tasksLeft: 0, unsent: 0)
    var dirty = clean
    dirty.tokensLeft = 1
    #expect(!AuditEvent.cleared(person, clean).isWarning)
    #expect(AuditEvent.cleared(person, dirty).isWarning)
    #expect(AuditEvent.protectionMissing("core-files").isWarning)
  }
}
