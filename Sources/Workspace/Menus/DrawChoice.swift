import Strings
import Terminal

extension Painter {
  /// The lines to choose from above the footer, over the page.
  mutating func choice(_ choice: Choice, _ state: AppState) {
    let shown = choice.shown
    let height = min(choiceRows(size), max(1, choice.options.count))
    let isSearched = choice.search != nil
    let top = size.rows - 3 - height - (isSearched ? 1 : 0)
    clearForMenu(top, state)
    title(of: choice, row: top + 1)
    frame.cursor = nil
    var row = top + 2
    var cursor = choice.cursor
    cursor.scroll(height: height, of: shown.count)
    if shown.isEmpty { text(words(.choiceNothing), row: row, column: 5, .muted) }
    for line in 0..<height {
      let index = cursor.top + line
      guard shown.indices.contains(index) else { break }
      if !isSearched, index < 9 { text(String(index + 1), row: row + line, column: 3, .key) }
      if choice.takesSeveral { text(look.box(shown[index].number, of: choice), row: row + line, column: 3) }
      if shown[index].isCurrent { text("*", row: row + line, column: 5, .heading) }
      let option = shown[index]
      let end = text(
        option.text, row: row + line, column: 7, option.reason == nil ? .normal : .muted, limit: size.columns - 9)
      if let reason = option.reason {
        let column = max(end + 2, 22)
        let room = size.columns - column - 1
        text(beginning(of: words(reason), in: room), row: row + line, column: column, .muted, limit: room)
      }
      guard index == cursor.row else { continue }
      text(look.pointer, row: row + line, column: 1, .heading)
      select(row: row + line, from: 2, to: min(size.columns - 1, 70))
    }
    row += height
    guard let search = choice.search else { return }
    let start = text(words(.choiceSearch), row: row, column: 1, .muted) + 1
    field(search, row: row, column: start, width: min(40, size.columns - start - 2))
  }

  /// The question: what a long title leaves no room for is cut from that title, not from what to do.
  private mutating func title(of choice: Choice, row: Int) {
    let room = size.columns - 2
    let missing = SafeText(choice.title).columns - room
    guard missing > 0, let about = choice.title.firstRange(of: choice.about) else {
      return _ = text(choice.title, row: row, column: 1, .heading, limit: room)
    }
    var end = text(String(choice.title[..<about.lowerBound]), row: row, column: 1, .heading)
    end = text(choice.about, row: row, column: end, .heading, limit: SafeText(choice.about).columns - missing)
    text(String(choice.title[about.upperBound...]), row: row, column: end, .heading, limit: size.columns - 1 - end)
  }

  /// A reason whole where there is room for it, else its first sentence; Enter says all of it.
  func beginning(of reason: String, in columns: Int) -> String {
    guard SafeText(reason).columns > columns, let end = reason.firstRange(of: ". ") else { return reason }
    return String(reason[..<end.lowerBound]) + "."
  }
}
