import Strings
import StoreModel
import Terminal

extension Painter {
  /// Two rows on every page: where this is and what time, who works and how true the data is.
  mutating func header(_ state: AppState) {
    let till = state.till
    let place = " " + till.place(look)
    let clock = state.calendar.clock(state.now.wall, look)
    var end = text(clock, row: 0, endingAt: size.columns - 1, .heading)
    if till.isPractice { end = text(words(.practiceMark), row: 0, endingAt: end - 2, .practice) }
    text(place, row: 0, column: 0, .heading, limit: end - 1)
    if let session = state.session {
      truthLine(session, state)
    } else {
      text(" " + words(.nobodySignedIn), row: 1, column: 0, .muted)
    }
  }
}
