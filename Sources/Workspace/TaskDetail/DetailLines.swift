import StoreModel
import Strings
import TaskSync
import Terminal

/// A line of a task's page.
struct DetailLine {
  var text: SafeText
  var role: Role
  /// At the right edge.
  var right = ""
  /// What it belongs to: 0 the task, then its checklist items, then its links; nil where nothing can be selected.
  var item: Int?
}

/// Everything that is known of a task, as lines of a width: drawn whole on its own page, as far as there is room beside
/// the rows.
struct DetailLines {
  private(set) var lines: [DetailLine] = []
  private let width: Int
  private let state: AppState
  private let shift: Shift

  /// - Parameter isOpen: whether the task is open, which is when its details are asked for.
  init(_ seen: VisibleTask, _ shift: Shift, _ state: AppState, width: Int, isOpen: Bool = true) {
    self.width = max(10, width)
    self.state = state
    self.shift = shift
    head(seen)
    guard let details = shift.details[seen.id] else {
      if isOpen {
        add(words(.detailLoading), .muted)
      } else if seen.task.hasDetails {
        add(words(.detailEnter), .muted)
      }
      return
    }
    note(details.note, seen)
    checklist(details)
    links(details)
  }

  private var words: Words { state.look.words }

  private mutating func head(_ seen: VisibleTask) {
    let task = seen.task
    let status = state.look.mark(task.status) + " " + state.look.name(task.status)
    let room = max(10, width - SafeText(status).columns - 2)
    for (number, line) in SafeText.wrap(task.title, columns: room).enumerated() {
      lines.append(DetailLine(text: line, role: .heading, right: number == 0 ? status : "", item: 0))
    }
    let facts = DetailFacts(task, shift, state)
    for group in [facts.when, facts.place, facts.people, facts.origin] where !group.isEmpty {
      add(state.look.beside(group, width: width), .muted)
    }
    if let pending = seen.pending {
      add(words(pending.phrase), pending.isStopped ? .warning : .normal)
    }
    if !seen.locked.isEmpty {
      let names = seen.locked.sorted { $0.rawValue < $1.rawValue }.map { ChangeReading(state, shift).field($0) }
      add(words(.detailLocked, ["fields": names.joined(separator: ", ")]), .muted)
    }
    lines.append(DetailLine(text: SafeText(""), role: .normal))
  }

  private mutating func note(_ note: String, _ seen: VisibleTask) {
    if note.isEmpty {
      if state.mayChange(.note, of: seen.task) == .enabled { add(words(.detailNoNote), .muted) } else { return }
    } else {
      add(note, .normal)
    }
    lines.append(DetailLine(text: SafeText(""), role: .normal))
  }

  private mutating func checklist(_ details: TaskDetails) {
    let items = details.checklist
    guard !items.isEmpty else { return }
    let done = items.count { $0.isChecked }
    let parts = ["done": String(done), "all": String(items.count)]
    add(words(.detailChecklist, parts), .heading)
    for (number, item) in items.enumerated() {
      let role: Role = item.isChecked ? .muted : .normal
      for (row, line) in SafeText.wrap(item.title, columns: width - 4).enumerated() {
        let box = SafeText(row == 0 ? state.look.box(item.isChecked) + " " : "    ")
        lines.append(DetailLine(text: box.followed(by: line), role: role, item: number + 1))
      }
    }
    lines.append(DetailLine(text: SafeText(""), role: .normal))
  }

  private mutating func links(_ details: TaskDetails) {
    guard !details.links.isEmpty else { return }
    add(words(.detailLinks), .heading)
    for (number, link) in details.links.enumerated() {
      let reading = LinkReading(link)
      var text = "& " + (link.alias.isEmpty ? reading.address : link.alias)
      if let operation = reading.operation { text += "  (" + state.look.operation(operation) + ")" }
      let place = details.checklist.count + number + 1
      for line in SafeText.wrap(text, columns: width) {
        lines.append(DetailLine(text: line, role: .normal, item: place))
      }
      guard reading.operation == nil, !link.alias.isEmpty else { continue }
      for line in SafeText.wrap("  " + reading.address, columns: width) {
        lines.append(DetailLine(text: line, role: .muted, item: place))
      }
    }
  }

  private mutating func add(_ string: String, _ role: Role) {
    for line in SafeText.wrap(string, columns: width) { lines.append(DetailLine(text: line, role: role)) }
  }
}

extension PendingState {
  /// What is said about it on the task's page.
  var phrase: Phrase {
    switch self {
    case .notSent: .pendingNotSent
    case .sending: .pendingSending
    case .unknown: .pendingUnknown
    case .needsDecision: .pendingNeedsYou
    case .refused: .pendingRefused
    }
  }
}

extension StoreTask {
  /// Whether there is more of it than a row holds.
  var hasDetails: Bool { hasNote || checklistCount > 0 || linkCount > 0 }
}
