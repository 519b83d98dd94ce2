/// What Planner keeps apart from a task under the same id: note, checklist, links.
public struct TaskDetails: Hashable, Sendable {
  /// One line to tick.
  public struct ChecklistItem: Hashable, Sendable, Identifiable {
    /// Key made by the client that added it, a GUID.
    public var id: String
    /// Untrusted text.
    public var title: String
    /// Whether it is ticked.
    public var isChecked: Bool
    /// Place in the checklist, as the server has it.
    public var orderHint: String

    /// An item.
    public init(id: String, title: String, isChecked: Bool, orderHint: String = "") {
      self.id = id
      self.title = title
      self.isChecked = isChecked
      self.orderHint = orderHint
    }
  }

  /// A link.
  public struct Link: Hashable, Sendable {
    /// The address, decoded. Untrusted text.
    public var address: String
    /// The name people gave it. Untrusted text.
    public var alias: String
    /// Planner's kind: PowerPoint, Word, Excel, Other, or a newer word.
    public var kind: String

    /// A link.
    public init(address: String, alias: String, kind: String = "Other") {
      self.address = address
      self.alias = alias
      self.kind = kind
    }
  }

  /// The task they belong to.
  public var task: TaskID
  /// Version of the details resource (not of the task).
  public var etag: ETag
  /// Untrusted text, may have many lines.
  public var note: String
  /// In the order people see, by order hint.
  public var checklist: [ChecklistItem]
  /// Links.
  public var links: [Link]

  /// Details.
  public init(
    task: TaskID, etag: ETag, note: String = "", checklist: [ChecklistItem] = [], links: [Link] = []
  ) {
    self.task = task
    self.etag = etag
    self.note = note
    self.checklist = checklist
    self.links = links
  }
}

extension StoreTask {
  /// Makes what the task says about its details what these say.
  public mutating func count(_ details: TaskDetails) {
    hasNote = !details.note.isEmpty
    checklistCount = details.checklist.count
    openChecklistCount = details.checklist.count { !$0.isChecked }
    linkCount = details.links.count
  }
}
