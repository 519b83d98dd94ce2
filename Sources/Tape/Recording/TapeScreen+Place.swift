import Terminal

extension TapeScreen {
  /// A text that stands nowhere else and begins with the word at a place; nil where there is none.
  ///
  /// A wider gap ends it: behind one stands something else, which a click there would mean.
  func text(namingPlace place: Position) -> String? {
    guard place.row < frame.size.rows, place.column < frame.size.columns, isWord(place.row, place.column) else {
      return nil
    }
    var first = place.column
    while first > 0, isWord(place.row, first - 1) { first -= 1 }
    var text = ""
    for column in first..<frame.size.columns {
      let cell = frame[place.row, column]
      if cell.isContinuation { continue }
      let isGap = !isWord(place.row, column)
      if isGap {
        if places(of: text) == [Position(row: place.row, column: first)] { return text }
        guard column + 1 < frame.size.columns, isWord(place.row, column + 1) else { return nil }
      }
      cell.glyph.write(to: &text)
    }
    return places(of: text) == [Position(row: place.row, column: first)] ? text : nil
  }

  private func isWord(_ row: Int, _ column: Int) -> Bool {
    let cell = frame[row, column]
    return cell.isContinuation || cell.glyph != .blank
  }
}
