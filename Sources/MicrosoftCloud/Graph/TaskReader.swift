import CloudWire
import StoreModel
import TaskSync

/// Reads Planner's tasks from the wire, one pass, nothing built that is not kept.
///
/// What is not understood of them goes into one piece of memory, and texts that many carry are made once.
struct TaskReader {
  private var elements: [ServerTask] = []
  private var rest: [UInt8] = []
  /// For each of `elements` where its part of `rest` ends.
  private var ends: [Int] = []
  private var texts = TextPool()

  /// A reader with room for what stands in an answer of so many bytes.
  init(bytes: Int) {
    elements.reserveCapacity(bytes / 1000)
    ends.reserveCapacity(bytes / 1000)
    rest.reserveCapacity(bytes)
  }

  /// Reads one task; one that lacks an id, a version or a plan is left out.
  mutating func read(_ scanner: inout JSONScanner) throws(JSONFault) {
    let start = rest.count
    guard let task = try task(&scanner, restFrom: start) else { return rest.removeLast(rest.count - start) }
    elements.append(ServerTask(task))
    ends.append(rest.count)
  }

  /// What was read.
  consuming func finish() -> [ServerTask] {
    var start = 0
    for (index, end) in ends.enumerated() {
      elements[index].rest = rest[start..<end]
      start = end
    }
    return elements
  }

  private mutating func task(_ scanner: inout JSONScanner, restFrom start: Int) throws(JSONFault) -> StoreTask? {
    var task = StoreTask(id: TaskID(rawValue: ""), etag: ETag(rawValue: ""), list: ListID(rawValue: ""), title: "")
    let isObject = try scanner.object { scanner, name throws(JSONFault) in
      if try text(&scanner, name, &task) { return }
      if try Self.numbers(&scanner, name, &task) { return }
      if try Self.dates(&scanner, name, &task) { return }
      if name.matches("@odata.context") { return try scanner.skip() }
      if name.matches("assignments") {
        task.assignees = try assignees(&scanner)
      } else if name.matches("appliedCategories") {
        try scanner.object { scanner, category throws(JSONFault) in
          if try scanner.bool() == true { task.categories.append(category.text) }
        }
        task.categories.sort()
      } else if name.matches("completedBy") {
        task.completedBy = try user(&scanner)
      } else if name.matches("createdBy") {
        task.createdBy = try user(&scanner)
      } else {
        try scanner.skip()
      }
      if rest.count > start { rest.append(UInt8(ascii: ",")) }
      rest.append(contentsOf: scanner.bytes(from: name.offset, to: scanner.offset))
    }
    guard isObject, !task.id.rawValue.isEmpty, !task.etag.rawValue.isEmpty, !task.list.rawValue.isEmpty else {
      return nil
    }
    return task
  }

  private mutating func assignees(_ scanner: inout JSONScanner) throws(JSONFault) -> [UserID] {
    var users: [UserID] = []
    try scanner.object { scanner, user throws(JSONFault) in
      let start = scanner.offset
      try scanner.skip()
      // A member set to null takes an assignment away.
      if scanner.bytes(from: start, to: scanner.offset).last == UInt8(ascii: "}") {
        users.append(UserID(rawValue: user.text { texts.text($0) }))
      }
    }
    return texts.group(users)
  }

  private mutating func text(
    _ scanner: inout JSONScanner, _ name: JSONScanner.Name, _ task: inout StoreTask
  ) throws(JSONFault) -> Bool {
    if name.matches("id") {
      task.id = TaskID(rawValue: try scanner.string() ?? "")
    } else if name.matches("@odata.etag") {
      task.etag = ETag(rawValue: try scanner.string() ?? "")
    } else if name.matches("planId") {
      task.list = ListID(rawValue: try scanner.text { texts.text($0) } ?? "")
    } else if name.matches("bucketId") {
      task.bucketID = try scanner.text { texts.text($0) }
    } else if name.matches("title") {
      task.title = try scanner.string() ?? ""
    } else if name.matches("orderHint") {
      task.orderHint = try scanner.string() ?? ""
    } else {
      return false
    }
    return true
  }

  private static func numbers(
    _ scanner: inout JSONScanner, _ name: JSONScanner.Name, _ task: inout StoreTask
  ) throws(JSONFault) -> Bool {
    if name.matches("percentComplete") {
      task.percentComplete = min(max(try scanner.int() ?? 0, 0), 100)
    } else if name.matches("priority") {
      task.priority = try scanner.int() ?? 5
    } else if name.matches("hasDescription") {
      task.hasNote = try scanner.bool() ?? false
    } else if name.matches("checklistItemCount") {
      task.checklistCount = try scanner.int() ?? 0
    } else if name.matches("activeChecklistItemCount") {
      task.openChecklistCount = try scanner.int() ?? 0
    } else if name.matches("referenceCount") {
      task.linkCount = try scanner.int() ?? 0
    } else {
      return false
    }
    return true
  }

  private static func dates(
    _ scanner: inout JSONScanner, _ name: JSONScanner.Name, _ task: inout StoreTask
  ) throws(JSONFault) -> Bool {
    if name.matches("startDateTime") {
      task.start = try scanner.string(Timestamp.init(iso8601:))
    } else if name.matches("dueDateTime") {
      task.due = try scanner.string(Timestamp.init(iso8601:))
    } else if name.matches("createdDateTime") {
      task.created = try scanner.string(Timestamp.init(iso8601:))
    } else if name.matches("completedDateTime") {
      task.completed = try scanner.string(Timestamp.init(iso8601:))
    } else {
      return false
    }
    return true
  }

  /// The user's id of an identity set.
  private mutating func user(_ scanner: inout JSONScanner) throws(JSONFault) -> UserID? {
    var id: UserID?
    try scanner.object { scanner, name throws(JSONFault) in
      guard name.matches("user") else { return try scanner.skip() }
      try scanner.object { scanner, name throws(JSONFault) in
        guard name.matches("id") else { return try scanner.skip() }
        id = try scanner.text { texts.text($0) }.map(UserID.init(rawValue:))
      }
    }
    return id
  }
}
