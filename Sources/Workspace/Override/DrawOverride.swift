import Terminal

extension Painter {
  /// Who allows what is being done, whole, below the header for as long as it lasts: nothing over the page hides it.
  mutating func overrideNote(_ state: AppState) {
    guard let note = state.override?.note else { return }
    for (offset, line) in SafeText.wrap(note.text, columns: size.columns - 2).enumerated() {
      frame.fill(row: 2 + offset, with: .blank, style: .normal)
      frame.put(line, at: Position(row: 2 + offset, column: 1), style: Style(note.role))
    }
  }
}
