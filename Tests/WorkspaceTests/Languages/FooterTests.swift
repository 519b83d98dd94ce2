import StoreModel
import Strings
import TaskSync
import Terminal
import Testing

@testable import Workspace

/// The row of keys where there is little room for it.
@Suite struct FooterTests {
  static func footer(of state: AppState) throws -> String { try #require(state.rows.last) }

  /// Where a filter is kept or a list is open, Esc and help stay, and the lock, however long the words are.
  @Test(arguments: Words.languages, [false, true])
  func theWayOutStays(language: String, needsSignIn: Bool) throws {
    var state = SampleShift.started()
    let words = try #require(Words(language: language))
    state.look.words = words
    if needsSignIn { state.isOpenByPIN = true }
    let base = state
    state.work("/", "a", "Enter")
    for (opened, label) in [(state, words(WorkPhrase.footerNoFilter)), (base.opened, words(.commandBack))] {
      let footer = try Self.footer(of: opened)
      #expect(footer.contains("Esc " + label) && footer.contains("F7 ") == needsSignIn, "\(footer)")
      #expect(footer.contains("? " + words(.commandHelp)) && footer.contains("F9 "), "\(footer)")
    }
  }

  /// Help is named where something is chosen or written, by a key that types nothing there.
  @Test(arguments: Words.languages) func helpIsNamedWhereSomethingIsWritten(language: String) throws {
    var state = SampleShift.started(SampleShift.manager)
    let words = try #require(Words(language: language))
    state.look.words = words
    for keys in [["/"], ["n"], ["d"], ["3", "a"], ["3", "Down", "Down", "c"]] {
      var asked = state
      for key in keys { asked.work(key) }
      #expect(try Self.footer(of: asked).contains("F1 " + words(.commandHelp)), "\(keys)")
    }
  }

  @Test func nothingToTakeBackIsSaidInHelp() {
    var state = SampleShift.started()
    state.work("?")
    for character in "undo" { state.press(String(character)) }
    #expect(state.rows.contains { $0.contains("undo") && $0.contains("- There is nothing to undo") })
    state.work("Escape", "Space", "?")
    for character in "undo" { state.press(String(character)) }
    #expect(!state.shows("There is nothing to undo"))
  }
}

extension AppState {
  /// The same with the first list open.
  fileprivate var opened: AppState {
    var state = self
    state.work("4", "Enter")
    return state
  }
}
