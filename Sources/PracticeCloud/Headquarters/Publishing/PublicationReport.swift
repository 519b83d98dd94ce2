/// How far published lists are: by list, by store, or by task.
struct PublicationReport: Hashable, Sendable {
  enum Grouping: String, Hashable, Sendable, CaseIterable { case list, store, task }

  /// One line of it.
  struct Line: Hashable, Sendable {
    var list: String
    /// Number of the store; nil where several are counted together.
    var store: String?
    /// Title; nil where several are counted together.
    var task: String?
    var total = 0
    var assigned = 0
    var done = 0
    /// Copies a store deleted or lost.
    var gone = 0
  }
  var lines: [Line]
}

extension World {
  /// Counts the copies of published lists, of one list if it is named; for its publisher and everybody in between.
  func report(by grouping: PublicationReport.Grouping, list name: String?) throws(ControlProblem) -> PublicationReport {
    var lists = headquarters.publications.filter { $0.state == .published }
    if let name { lists = [headquarters.publications[try publication(name)]] }
    var lines: [PublicationReport.Line] = []
    for list in lists {
      for delivery in list.deliveries {
        for (task, id) in zip(list.tasks, delivery.taskIDs) {
          var line = PublicationReport.Line(list: list.name)
          if grouping == .store { line.store = delivery.store }
          if grouping == .task { line.task = task.title }
          let place = lines.firstIndex { $0.list == line.list && $0.store == line.store && $0.task == line.task }
          if let place { line = lines[place] }
          line.count(planner.tasks[id])
          if let place { lines[place] = line } else { lines.append(line) }
        }
      }
    }
    return PublicationReport(lines: lines)
  }
}

extension PublicationReport.Line {
  fileprivate mutating func count(_ task: PracticeTask?) {
    total += 1
    guard let task else { return gone += 1 }
    if !task.assignments.isEmpty { assigned += 1 }
    if task.percentComplete == 100 { done += 1 }
  }
}
