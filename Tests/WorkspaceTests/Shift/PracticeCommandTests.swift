import StoreModel
import Terminal
import Testing

@testable import Workspace

/// What a trainer does to the practice world from help and palette, and that a real tenant has none of it.
@Suite struct PracticeCommandTests {
  static let commands: [CommandID] = [
    .practiceReset, .practiceOffline, .practiceFault, .practiceRemote, .practicePublish,
  ]

  func run(_ command: CommandID, _ state: inout AppState) -> [Effect] { update(&state, .command(command)) }

  @Test(arguments: commands)
  func withARealTenantTheySayWhy(_ command: CommandID) {
    var state = SampleShift.started()
    state.till.isPractice = false
    #expect(run(command, &state) == [])
    #expect(state.overlay == nil)
    #expect(state.shows("This works in the practice store only"))
  }

  @Test func theyAreInThePaletteWithoutKeys() {
    var state = SampleShift.started()
    state.press(":")
    state.type("practice: publish")
    #expect(state.work("Enter") == [.practice(.publish(to: SampleShift.mei.username))])
    #expect(Self.commands.allSatisfy { Catalogue.command($0)?.keys == [] })
  }

  @Test func aResetAsksFirst() {
    var state = SampleShift.started()
    #expect(run(.practiceReset, &state) == [])
    #expect(state.shows("back to its start, for every terminal?"))
    var kept = state
    #expect(kept.work("Escape") == [] && kept.overlay == nil)
    #expect(state.work("Enter") == [.practice(.reset)])
    #expect(update(&state, .practice(.done(.reset))) == [.sync(.syncNow)])
    #expect(state.shows("as at its start"))
  }

  @Test func offlineIsASwitch() {
    var state = SampleShift.started()
    #expect(run(.practiceOffline, &state) == [.practice(.trouble(.offline))])
    #expect(update(&state, .practice(.done(.trouble(.offline)))) == [])
    #expect(state.shows("no answer, as without a network"))
    #expect(run(.practiceOffline, &state) == [.practice(.trouble(nil))])
    #expect(update(&state, .practice(.done(.trouble(nil)))) == [.sync(.syncNow)])
  }

  @Test func troublesAndColleaguesAreChosen() throws {
    var state = SampleShift.started()
    _ = run(.practiceFault, &state)
    #expect(state.shows("too many requests, asks to wait"))
    #expect(state.work("2") == [.practice(.trouble(.throttle))])
    let task = try #require(state.shift?.board.selected)
    _ = run(.practiceRemote, &state)
    #expect(state.shows("gives it another title"))
    #expect(state.work("3") == [.practice(.edit(task, .rename, not: SampleShift.mei.username))])
    #expect(update(&state, .practice(.done(.edit(task, .rename, not: "mei")))) == [.sync(.syncNow)])
  }

  @Test func whoWorksHereIsNeededForSomeOfThem() {
    var state = AppState.sample()
    #expect(run(.practicePublish, &state) == [] && run(.practiceRemote, &state) == [])
    #expect(run(.practiceOffline, &state) == [.practice(.trouble(.offline))])
  }

  @Test func whatTheCloudSaysAgainstItIsShown() {
    var state = SampleShift.started()
    _ = update(&state, .practice(.refused("Nobody has the role.")))
    #expect(state.shows("The practice cloud did not do it. Nobody has the role."))
    _ = update(&state, .practice(.unreachable))
    #expect(state.shows("can be told nothing from here"))
  }
}
