import Strings

/// `o`: by what the rows stand under headings.
func openOrder(_ state: inout AppState) -> [Effect] {
  let phrases: [WorkPhrase] = [.orderDue, .orderPriority, .orderBucket, .orderWorker, .orderByTitle]
  let current = (state.shift?.board.arrangement.rawValue ?? 1) - 1
  state.overlay = .choice(
    Choice(
      .order, title: state.look.words(.orderTitle),
      options: Choice.options(phrases.map { state.look.words($0) }, current: current)))
  return []
}

func orderChosen(_ number: Int, _ state: inout AppState) -> [Effect] {
  state.shift?.board.arrangement = Arrangement.allCases[number]
  rebuildBoard(&state)
  return []
}
