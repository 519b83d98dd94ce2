extension ODataWriter {
  mutating func task(_ task: PracticeTask, application: String, withDetails: Bool = false) {
    object { $0.taskMembers(task, application: application, withDetails: withDetails) }
  }

  mutating func taskMembers(_ task: PracticeTask, application: String, withDetails: Bool = false) {
    etag(task.mark)
    member("planId", task.planID)
    member("bucketId", task.bucketID)
    member("title", task.title)
    member("orderHint", task.orderHint)
    member("assigneePriority", task.assigneePriority)
    member("percentComplete", task.percentComplete)
    member("startDateTime", task.start)
    member("createdDateTime", task.created)
    member("dueDateTime", task.due)
    member("hasDescription", !task.details.description.isEmpty)
    member("previewType", task.previewType.rawValue)
    member("completedDateTime", task.completed)
    identity("completedBy", task.completedBy, application: application)
    member("referenceCount", task.details.references.count)
    member("checklistItemCount", task.details.checklist.count)
    member("activeChecklistItemCount", task.details.checklist.count { !$0.isChecked })
    member("conversationThreadId", task.conversationThreadID)
    member("priority", task.priority)
    member("id", task.id)
    identity("createdBy", task.creator, application: application)
    member("appliedCategories") { labels in
      guard !task.categories.isEmpty else { return }
      for key in PlannerCategory.keys where task.categories.contains(key) {
        labels.name(key)
        labels.written(Array("true".utf8))
      }
    }
    member("assignments") { people in
      for assignment in task.assignments {
        people.name(assignment.user)
        people.object { $0.assignment(assignment, application: application) }
      }
    }
    if withDetails { member("details") { $0.detailsMembers(of: task, application: application) } }
  }

  private mutating func assignment(_ assignment: PracticeTask.Assignment, application: String) {
    if hasMetadata { member("@odata.type", "#microsoft.graph.plannerAssignment") }
    member("assignedDateTime", assignment.at)
    member("orderHint", assignment.orderHint)
    identity("assignedBy", assignment.by, application: application)
  }

  mutating func detailsMembers(of task: PracticeTask, application: String) {
    etag(task.detailsMark)
    member("description", task.details.description)
    member("previewType", task.details.previewType.rawValue)
    member("id", task.id)
    member("references") { links in
      for link in task.details.references {
        links.name(link.key)
        links.object { $0.reference(link, application: application) }
      }
    }
    member("checklist") { items in
      for item in task.details.checklist {
        items.name(item.id)
        items.object { $0.item(item, application: application) }
      }
    }
  }

  private mutating func reference(_ link: PracticeDetails.Reference, application: String) {
    if hasMetadata { member("@odata.type", "#microsoft.graph.plannerExternalReference") }
    member("alias", link.alias)
    member("type", link.kind)
    member("previewPriority", link.previewPriority)
    member("lastModifiedDateTime", link.changed)
    identity("lastModifiedBy", link.changedBy, application: application)
  }

  private mutating func item(_ item: PracticeDetails.Item, application: String) {
    if hasMetadata { member("@odata.type", "#microsoft.graph.plannerChecklistItem") }
    member("isChecked", item.isChecked)
    member("title", item.title)
    member("orderHint", item.orderHint)
    member("lastModifiedDateTime", item.changed)
    identity("lastModifiedBy", item.changedBy, application: application)
  }
}
