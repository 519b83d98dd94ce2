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
  case newsPublished = "news.published"
  case newsOff = "news.off"
  case newsChanged = "news.changed"
  case newsDueSoon = "news.due-soon"
  case newsOverdue = "news.overdue"
  case newsNeedsYou = "news.needs-you"
  case newsNothing = "news.nothing"
  case newsHint = "news.hint"

  // Asking for one line.
  case entryDue = "entry.due"
  case entryEmpty = "entry.empty"
  case entryItemTitle = "entry.item-title"
  case entryNewItem = "entry.new-item"
  case entryNewTask = "entry.new-task"
  case entryStart = "entry.start"
  case entryTitle = "entry.title"
  case dateAfterDue = "date.after-due"
  case dateBeforeStart = "date.before-start"
  case dateNone = "date.none"
  case dateUnreadable = "date.unreadable"

  // Choosing a field's value.
  case chooseBucket = "choose.bucket"
  case chooseField = "choose.field"
  case chooseLabels = "choose.labels"
  case chooseList = "choose.list"
  case choosePeople = "choose.people"
  case choosePriority = "choose.priority"
  case editBucket = "edit.bucket"
  case editDue = "edit.due"
  case editLabels = "edit.labels"
  case editNote = "edit.note"
  case editPeople = "edit.people"
  case editPriority = "edit.priority"
  case editStart = "edit.start"
  case editTitle = "edit.title"
  case peopleYou = "people.you"
  case reasonLocked = "reason.locked"
  case reasonManage = "reason.manage"
  case reasonNoItem = "reason.no-item"
  case reasonNoLink = "reason.no-link"
  case reasonNothingToDrop = "reason.nothing-to-drop"
  case reasonOneOnly = "reason.one-only"
  case questionDelete = "question.delete"
  case questionLeaveNote = "question.leave-note"
  case questionYesDelete = "question.yes-delete"
  case questionWriteOn = "question.write-on"
  case noticeDeleted = "notice.deleted"
  case noticeItemRemoved = "notice.item-removed"
  case noticeMade = "notice.made"
  case noticeNoBuckets = "notice.no-buckets"

  // Notes.
  case noteChanged = "note.changed"
  case noteGoOn = "note.go-on"
  case noteMore = "note.more"
  case noteReading = "note.reading"
  case noteSaved = "note.saved"
  case noteTitle = "note.title"
  case noteTooLong = "note.too-long"
  case noteUnchanged = "note.unchanged"

  // All of a task.
  case detailChecklist = "detail.checklist"
  case detailLabels = "detail.labels"
  case detailLinks = "detail.links"
  case detailLocked = "detail.locked"
  case detailMade = "detail.made"
  case detailMadeBy = "detail.made-by"
  case detailNoNote = "detail.no-note"
  case detailPriority = "detail.priority"
  case detailStart = "detail.start"
  case labelName = "label.name"
  case linkOperation = "link.operation"
  case linkNamedOperation = "link.named-operation"
  case linkAtPos = "link.at-pos"
  case linkElsewhere = "link.elsewhere"

  // History.
  case historyNothing = "history.nothing"
  case detailPublished = "detail.published"
  case historyNotSent = "history.not-sent"
  case historyOfDay = "history.of-day"
  case historyOfTask = "history.of-task"
  case historyOther = "history.other"
  case historyReach = "history.reach"
}
