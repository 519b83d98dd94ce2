import Terminal

extension Painter {
  /// Who allows what is being done, below the header, for as long as it lasts: nothing over the page hides it.
  mutating func overrideNote(_ state: AppState) {
    guard let note = state.override?.note else { return }
    frame.fill(row: 2, with: .blank, style: .normal)
    text(note.text, row: 2, column: 1, note.role, limit: size.columns - 2)
  }
}
