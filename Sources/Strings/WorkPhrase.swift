/// Every text of the task pages beyond the first: orders, choices, news, editing; by name, as `Phrase`.
public enum WorkPhrase: String, Hashable, Sendable, CaseIterable {
  // Order of the rows.
  case orderTitle = "order.title"
  case orderDue = "order.due"
  case orderPriority = "order.priority"
  case orderBucket = "order.bucket"
  case orderWorker = "order.worker"
  case orderByTitle = "order.by-title"
  case orderNobody = "order.nobody"

  // Marking several, and what came of a command over them.
  case markedCount = "marked.count"
  case markedStatus = "marked.status"
  case markedSome = "marked.some"

  // Filter.
  case filterUnreadNotes = "filter.unread-notes"

  // Choosing from a list.
  case choiceSearch = "choice.search"
  case choiceNothing = "choice.nothing"

  // News.
  case newsTitle = "news.title"
  case newsNewForYou = "news.new-for-you"
  case newsChanged = "news.changed"
  case newsDueSoon = "news.due-soon"
  case newsOverdue = "news.overdue"
  case newsNeedsYou = "news.needs-you"
  case newsNothing = "news.nothing"
  case newsHint = "news.hint"
}
