import Terminal
import Testing

@testable import Workspace

@Suite struct KeymapTests {
  /// `q` asks to quit only where there is nothing to step out of, and only there the footer says so.
  @Test(arguments: ["s", "o", "F2", "F3", "H", "Enter", "?"])
  func qStepsOutOfWhateverIsOpen(key: String) {
    var state = SampleShift.started()
    let before = state
    state.work(key)
    #expect(!state.rows[23].contains("q quit"))
    guard !state.isTyping else { return }
    state.work("q")
    #expect(state.overlay == nil && state.page == before.page)
    #expect(state.rows[23] == before.rows[23])
  }

  @Test func anOpenedListBeginsWithItsFirstRow() {
    var state = SampleShift.started()
    state.work("Down", "Down", "Down", "4", "Enter")
    #expect(state.pointed?.contains("Inventory of seasonal goods") == true)
  }

  @Test func aKeyThatIsSetTakesThePlaceOfTheDefaults() {
    var state = SampleShift.started()
    state.keymap = Keymap([.order: [.letter("O")], .mark: []])
    state.work("o")
    #expect(state.overlay == nil)
    state.work("O")
    #expect(state.shows("Order of the rows"))
    state.work("Escape", "v")
    #expect(!state.shows("marked"))
    #expect(Keymap.conflicts([.order: [.letter("O")], .mark: []]) == [])
  }

  @Test func helpAndFooterShowTheKeysThatAreSet() {
    var state = SampleShift.started()
    state.keymap = Keymap([.filter: [Key(.function(7))]])
    #expect(state.rows.last?.contains("F7 filter") == true)
    state.work("?")
    state.type("f7")
    #expect(state.shows("Show only tasks whose title"))
  }

  @Test func clashesAreFound() {
    let clash = Keymap.conflicts([.mark: [.letter("x")]])
    #expect(clash == [.init(key: .letter("x"), command: .mark, other: .showCompleted)])
    #expect(Keymap.conflicts([.mark: [.letter("?")]]).map(\.other) == [.help])
    #expect(Keymap.conflicts([.mark: [.letter("x")], .showCompleted: [.letter("X")]]) == [])
    #expect(Keymap.conflicts([.newCode: [.letter("v")]]) == [])
  }
}
