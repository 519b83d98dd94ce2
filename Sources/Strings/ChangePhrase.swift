/// Every text about a change that is not confirmed: what it does, what stands in its way, what its owner may decide.
public enum ChangePhrase: String, Hashable, Sendable, CaseIterable {
  // Fields.
  case fieldBucket = "field.bucket"
  case fieldCategory = "field.category"
  case fieldChecklist = "field.checklist"
  case fieldDue = "field.due"
  case fieldItem = "field.item"
  case fieldNote = "field.note"
  case fieldPeople = "field.people"
  case fieldPriority = "field.priority"
  case fieldStart = "field.start"
  case fieldStatus = "field.status"
  case fieldTask = "field.task"
  case fieldTitle = "field.title"

  // Values.
  case valueAfter = "value.after"
  case valueAssigned = "value.assigned"
  case valueCategory = "value.category"
  case valueDeleted = "value.deleted"
  case valueEmpty = "value.empty"
  case valueItemRemoved = "value.item-removed"
  case valueNew = "value.new"
  case valueNoBucket = "value.no-bucket"
  case valueNoCategory = "value.no-category"
  case valueNoDate = "value.no-date"
  case valueNotAssigned = "value.not-assigned"
  case valueTop = "value.top"

  // What stands in the way.
  case troubleAlike = "trouble.alike"
  case troubleListGone = "trouble.list-gone"
  case troubleLocked = "trouble.locked"
  case troubleTooOld = "trouble.too-old"
  case limitActive = "limit.active"
  case limitAssigned = "limit.assigned"
  case limitAssignees = "limit.assignees"
  case limitChecklist = "limit.checklist"
  case limitCreated = "limit.created"
  case limitTasks = "limit.tasks"

  // Decisions and notices.
  case decisionAlike = "decision.alike"
  case decisionAlikeMine = "decision.alike-mine"
  case decisionAlikeTheirs = "decision.alike-theirs"
  case decisionBoth = "decision.both"
  case decisionBothHeading = "decision.both-heading"
  case decisionOldTitle = "decision.old-title"
  case noticeMerged = "notice.merged"
  case editDetailsUnknown = "edit.details-unknown"
  case editListGone = "edit.list-gone"
  case editLocked = "edit.locked"
}
