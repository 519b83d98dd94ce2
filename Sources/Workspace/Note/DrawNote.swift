import StoreModel
import Strings
import TaskSync
import Terminal

extension Painter {
  /// A note being written: the task above, the text below, the caret where the next letter goes.
  mutating func note(_ page: NotePage, _ state: AppState) {
    let layout = NoteLayout(size)
    rule(row: 2)
    let label = words(page.isChanged ? .noteChanged : .noteUnchanged)
    let end = text(label, row: 3, endingAt: size.columns - 1, page.isChanged ? .warning : .muted)
    text(state.noteHeading(page), row: 3, column: 2, .heading, limit: end - 4)
    let lines = TextLines(page.field, columns: layout.columns)
    for offset in 0..<layout.rows where lines.lines.indices.contains(page.top + offset) {
      frame.put(
        lines.shown(page.top + offset), at: Position(row: NoteLayout.top + offset, column: 2), style: .normal,
        limit: layout.columns)
    }
    let caret = lines.place(of: page.field.cursor)
    frame.cursor = Position(row: NoteLayout.top + caret.line - page.top, column: 2 + caret.column)
    let below = lines.lines.count - page.top - layout.rows
    if below > 0 { text(words.counted(.noteMore, below), row: size.rows - 2, column: 2, .muted) }
  }
}

extension AppState {
  /// Whose note it is.
  func noteHeading(_ page: NotePage) -> String {
    shift?.tasks[page.task].map { look.words(.noteTitle, ["title": $0.task.title]) } ?? look.words(.noteTitleGone)
  }
}
