import Strings
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

  /// Keys are named as in the worker's language, and help stays beside whatever key leads back.
  @Test(arguments: ["en", "de", "es"])
  func theWayBackMayBeAnyKey(language: String) throws {
    var state = SampleShift.started(SampleShift.manager)
    state.look.words = try #require(Words(language: language))
    state.work("Enter")
    state.keymap = Keymap([.back: [.control("b")]])
    let back = state.look.name(of: .control("b"))
    let row = try #require(state.rows.last)
    #expect(row.contains(back + " ") && row.contains(" ? "), "\(row)")
    #expect(language != "de" || back == "Strg+B")
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
    #expect(clash == [.init(key: .letter("x"), command: .mark, holder: .command(.showCompleted))])
    #expect(Keymap.conflicts([.mark: [.letter("?")]]).map(\.holder) == [.command(.help)])
    #expect(Keymap.conflicts([.mark: [.letter("x")], .showCompleted: [.letter("X")]]) == [])
    #expect(Keymap.conflicts([.newCode: [.letter("v")]]) == [])
  }

  /// What holds for the defaults holds for whoever writes them into the settings.
  @Test func theDefaultsAreInNobodysWay() {
    let all = Dictionary(uniqueKeysWithValues: Catalogue.commands.map { ($0.id, $0.keys) })
    #expect(Keymap.conflicts(all) == [])
  }

  @Test(
    arguments: [
      (.noteSave, "Ctrl+K", .writing), (.lock, "Ctrl+W", .writing), (.noteUndo, "Alt+B", nil),
      (.noteUndo, "Alt+b", .writing),
      (.keep, "x", .writing), (.tick, "x", .writing), (.mark, "Ctrl+K", nil), (.help, "7", .digits),
      (.moveDown, "7", .digits), (.unlock, "7", .digits), (.mark, "7", nil), (.mark, "Alt+O", .sequences),
      (.mark, "Alt+[", .sequences), (.mark, "Alt+o", nil), (.noteRedo, "Ctrl+/", .command(.noteUndo)),
    ] as [(CommandID, String, KeyConflict.Holder?)])
  func whoHasAKeyAlready(command: CommandID, key: String, holder: KeyConflict.Holder?) throws {
    let key = try #require(Key(key))
    let conflict = Keymap.conflicts([command: [Key(.function(12)), key]]).first
    #expect(conflict == holder.map { KeyConflict(key: key, command: command, holder: $0) })
  }

  @Test(arguments: [.back, .cancel, .help, .lock, .open, .signOut, .moveDown] as [CommandID])
  func aWayOutHasAKeyThatIsNotTyped(command: CommandID) {
    let lone = Keymap.conflicts([command: [.letter("z")]])
    #expect(lone == [.init(key: .letter("z"), command: command, holder: .writingAlone)])
    #expect(Keymap.conflicts([command: [.letter("z"), Key(.function(12))]]) == [])
  }

  /// Where a question is answered by a key, the row of keys names the one that was set.
  @Test func theKeysOfAnswersAreThoseThatAreSet() {
    var state = SampleShift.started()
    state.keymap = Keymap([.back: [Key(.function(12))], .drop: [.letter("z")], .open: [.control("o")]])
    state.work("/", "a")
    #expect(state.rows.last?.contains("F12 back") == true)
    state.work("F12")
    #expect(!state.isTyping)
    state.work("c", "x", "F12")
    let keys = state.rows.last ?? ""
    #expect(keys.contains("Ctrl+O save") && keys.contains("z drop") && keys.contains("F12 "), "\(keys)")
    state.work("z")
    #expect(state.draft == nil && state.overlay == nil)
  }
}
