import StoreModel

/// One change to a task, whoever asks for it.
enum TaskEdit: Hashable, Sendable {
  case title(String)
  case bucket(String?)
  case percentComplete(Int)
  case priority(Int)
  case start(Timestamp?)
  case due(Timestamp?)
  /// Assigns somebody or gives their assignment another place; the hint is the value to keep.
  case assign(user: String, orderHint: String)
  case unassign(user: String)
  case label(key: String, applies: Bool)
  case orderHint(String)
  case assigneePriority(String)
  case conversation(String?)
  case previewType(PracticeTask.PreviewType)

  /// The field whose version decides whether the change conflicts.
  var field: PlannerField {
    switch self {
    case .title: PlannerField("title")
    case .bucket: PlannerField("bucketId")
    case .percentComplete: PlannerField("percentComplete")
    case .priority: PlannerField("priority")
    case .start: PlannerField("startDateTime")
    case .due: PlannerField("dueDateTime")
    case .assign(let user, _), .unassign(let user): PlannerField("assignments", user)
    case .label(let key, _): PlannerField("appliedCategories", key)
    case .orderHint: PlannerField("orderHint")
    case .assigneePriority: PlannerField("assigneePriority")
    case .conversation: PlannerField("conversationThreadId")
    case .previewType: PlannerField("previewType")
    }
  }

  /// Whether head office keeps this to itself on a task it published.
  var isHeadOffices: Bool {
    switch self {
    case .title, .bucket, .priority, .start, .due, .previewType: true
    case .percentComplete, .assign, .unassign, .label, .orderHint, .assigneePriority, .conversation: false
    }
  }
}

extension PracticeTask {
  /// Carries changes out and counts one more version.
  mutating func apply(_ edits: [TaskEdit], by user: String, now: Timestamp) {
    for edit in edits { apply(edit, by: user, now: now) }
    versions.advance(edits.map(\.field))
  }

  private mutating func apply(_ edit: TaskEdit, by person: String, now: Timestamp) {
    switch edit {
    case .title(let text): title = text
    case .bucket(let id): bucketID = id
    case .percentComplete(let percent): progress(to: percent, by: person, now: now)
    case .priority(let number): priority = number
    case .start(let moment): start = moment
    case .due(let moment): due = moment
    case .assign(let user, let hint):
      if let index = assignments.firstIndex(where: { $0.user == user }) {
        assignments[index].orderHint = hint
      } else {
        assignments.append(Assignment(user: user, orderHint: hint, by: person, at: now))
      }
    case .unassign(let user): assignments.removeAll { $0.user == user }
    case .label(let key, let applies):
      if applies { categories.insert(key) } else { categories.remove(key) }
    case .orderHint(let hint): orderHint = hint
    case .assigneePriority(let hint): assigneePriority = hint
    case .conversation(let id): conversationThreadID = id
    case .previewType(let type): previewType = type
    }
  }

  /// The server alone says when and by whom a task was completed.
  private mutating func progress(to percent: Int, by person: String, now: Timestamp) {
    if percent == 100, percentComplete < 100 {
      completed = now
      completedBy = person
    } else if percent < 100 {
      completed = nil
      completedBy = nil
    }
    percentComplete = percent
  }
}
