import StoreModel
import Strings

/// The facts of a task in words, a line for each kind.
struct DetailFacts {
  /// Due, start, priority.
  let when: [String]
  /// List and bucket.
  let place: [String]
  /// Who works on it, then its labels: a name behind those would read as one of them.
  let people: [String]
  /// Who made it and who completed it, when.
  let origin: [String]

  init(_ task: StoreTask, _ shift: Shift, _ state: AppState) {
    let look = state.look
    let words = look.words
    func moment(_ moment: Timestamp) -> String { state.calendar.dayAndTime(moment, from: state.now.wall, look) }
    var when = [task.due.map { words(.detailDue, ["when": moment($0)]) } ?? words(.detailNoDue)]
    if let start = task.start { when.append(words(.detailStart, ["when": moment(start)])) }
    when.append(words(.detailPriority, ["priority": look.priority(task.priority)]))
    self.when = when
    var place: [String] = []
    if let list = shift.list(task.list) {
      let bucket = list.buckets.first { $0.id == task.bucketID }?.name
      place.append(bucket.map { list.title + look.step + $0 } ?? list.title)
    }
    self.place = place
    var people = [DetailFacts.assignees(task, shift, words)]
    if !task.categories.isEmpty {
      let labels = task.categories.map { state.label($0, of: task.list) }
      people.append(words(.detailLabels, ["labels": labels.joined(separator: ", ")]))
    }
    self.people = people
    var origin: [String] = []
    if let seen = shift.tasks[task.id], shift.isPublished(seen) { origin.append(words(.detailPublished)) }
    if let made = task.created {
      let parts = ["when": moment(made), "name": task.createdBy.map { shift.called($0, words) } ?? ""]
      origin.append(words(task.createdBy == nil ? .detailMade : .detailMadeBy, parts))
    }
    if task.status == .complete, let done = task.completed {
      let parts = ["when": moment(done), "name": task.completedBy.map { shift.called($0, words) } ?? ""]
      var line = task.completedBy == nil ? words(.detailCompleted, parts) : words(.detailCompletedBy, parts)
      if let register = shift.registerOfCompletion(task) { line += ", " + words(.register, ["register": register]) }
      origin.append(line)
    }
    self.origin = origin
  }

  /// Who works on a task, the worker first.
  static func assignees(_ task: StoreTask, _ shift: Shift, _ words: Words) -> String {
    guard !task.assignees.isEmpty else { return words(.detailNobody) }
    let others = task.assignees.filter { !shift.worker.id.isUser($0) }
    let me = shift.isMine(task) ? [words(.detailYou)] : []
    return (me + others.map { shift.people[$0] ?? words(.personUnknown) }).joined(separator: ", ")
  }
}

extension Shift {
  /// Where the worker completed a task, as far as this terminal knows; nil where somebody else did.
  func registerOfCompletion(_ task: StoreTask) -> String? {
    guard task.completedBy.map(worker.id.isUser) ?? true else { return nil }
    return history.last(of: task.id) { $0 == .status(.complete) }?.register
  }

  /// A person as a sentence calls them who did something: "by you".
  func called(_ user: UserID, _ words: Words) -> String {
    worker.id.isUser(user) ? words(.detailByYou) : people[user] ?? words(.personUnknown)
  }
}

extension AppState {
  /// A label's name: the plan's own where it has one, else its number.
  func label(_ key: String, of list: ListID?) -> String {
    if let name = list.flatMap({ shift?.list($0) })?.labels[key], !name.isEmpty { return name }
    guard let number = Int(key.dropFirst("category".count)), (1...25).contains(number) else { return key }
    return look.words(.labelName, ["n": String(number)])
  }
}
