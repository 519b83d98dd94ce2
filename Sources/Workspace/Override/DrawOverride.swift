import Strings
import Terminal

extension Painter {
  /// Who allows what is being done, whole, above the footer or the menu over it, for as long as it lasts.
  mutating func overrideNote(_ state: AppState, above row: Int) {
    if let note = state.override?.note { _ = say(note, above: row) }
  }
}
