import StoreModel

/// Which tasks stand in the rows as the page is set, whatever is searched for.
struct RowChoice {
  private let board: (tab: TaskTab, openList: ListID?, showsLists: Bool, showsCompleted: Bool)
  private let now: Timestamp
  /// The news that are shown instead of a tab.
  private let news: Set<TaskID>?

  init(_ board: Board, news: (NewsGroup) -> Set<TaskID>) {
    self.board = (board.tab, board.openList, board.showsLists, board.showsCompleted)
    now = board.agenda.order.day.now
    self.news = board.scope.map(news)
  }

  func holds(_ entry: Agenda.Entry) -> Bool {
    if let news { return news.contains(entry.id) }
    if board.showsLists || entry.isDone && !board.showsCompleted { return false }
    switch board.tab {
    case .mine: return entry.isMine
    case .overdue: return entry.due.map { $0 < now } ?? false
    case .open: return true
    case .lists: return board.openList == entry.list
    }
  }
}
