import StoreModel
import TaskSync

extension SyncWorld {
  /// A worker does something at their screen.
  mutating func act() throws(Violation) {
    guard let number = random.pick(active) else { return try signInSomewhere() }
    numberOfActs += 1
    let tag = "#w\(tills[number].worker ?? 9).\(numberOfActs)"
    if random.chance(8) { return try create(at: number, tag) }
    guard let task = random.pick(tills[number].shown()), let edit = edit(of: task, at: number, tag) else { return }
    try perform(edit, task, at: number)
    if random.chance(15) {
      guard let seen = tills[number].screen[task]?.task,
        let back = edit.opposite(before: seen, tills[number].details[task])
      else { return }
      try perform(back, task, at: number)
    }
  }

  private mutating func perform(_ edit: TaskEdit, _ task: TaskID, at number: Int) throws(Violation) {
    let act = tills[number].seen(edit, task)
    tills[number].waitingActs.append(act)
    try give(.edit(edit, task), to: number)
  }

  private mutating func edit(of task: TaskID, at number: Int, _ tag: String) -> TaskEdit? {
    let details = tills[number].details[task]
    let item = random.pick(details?.checklist ?? [])
    let other = random.pick(details?.checklist ?? [])?.id
    let colleague = scene.user(Author(worker: random.chance(75) ? random.below(scene.workers.count) : nil))
    switch random.below(32) {
    case 0..<8: return .setStatus(TaskStatus.allCases[random.below(3)])
    case 8..<12: return item.map { .check(item: $0.id, isChecked: !$0.isChecked) }
    case 12: return .addItem(id: itemKey, title: tag, isChecked: random.chance(30))
    case 13: return item.map { .renameItem(id: $0.id, title: tag) }
    case 14: return item.map { .removeItem(id: $0.id) }
    case 15: return item.map { .moveItem(id: $0.id, after: $0.id == other ? nil : other) }
    case 16..<20: return details.map { .setNote(rewritten($0.note, tag)) }
    case 20, 21: return .setTitle(tag)
    case 22: return .setDue(random.chance(70) ? Timestamp(seconds: Int64(1_790_000_000 + numberOfActs)) : nil)
    case 23: return .setStart(random.chance(70) ? Timestamp(seconds: Int64(1_780_000_000 + numberOfActs)) : nil)
    case 24: return .setPriority([1, 3, 5, 9][random.below(4)])
    case 25: return .moveToBucket(random.chance(30) ? nil : bucket(of: tills[number].screen[task]?.task.list))
    case 26, 27: return .assign(colleague)
    case 28, 29: return .unassign(colleague)
    case 30: return .setCategory("category\(1 + random.below(3))", applies: random.chance(60))
    default: return random.chance(35) ? .delete : nil
    }
  }

  /// The key of an item made now, a GUID as Planner wants it.
  private var itemKey: String {
    let digits = String(numberOfActs)
    return "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
  }

  /// A note with a line of one's own: added somewhere, in place of another, or all that is left.
  private mutating func rewritten(_ note: String, _ tag: String) -> String {
    var lines = note.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines == [""] { lines = [] }
    let place = random.below(lines.count + 1)
    switch random.below(6) {
    case 0: lines = [tag]
    case 1: if place < lines.count { lines[place] = tag } else { lines.append(tag) }
    case 2: if place < lines.count { lines.remove(at: place) } else { lines.insert(tag, at: 0) }
    default: lines.insert(tag, at: place)
    }
    return lines.joined(separator: "\n")
  }

  private mutating func create(at number: Int, _ tag: String) throws(Violation) {
    let title = random.chance(25) ? "Sweep" : tag
    var new = NewTask(list: scene.lists[random.below(scene.lists.count)], title: title)
    if random.chance(20) { new.percentComplete = 100 }
    if random.chance(30) { new.note = "note of \(tag)\n" + tag }
    if random.chance(30) {
      new.checklist = [TaskDetails.ChecklistItem(id: itemKey, title: tag, isChecked: false)]
    }
    try perform(.create(new), .local("k\(numberOfActs)"), at: number)
  }

  /// What the web user does; now and then it is a worker at their own phone.
  mutating func webAct() -> ServerCall? {
    numberOfActs += 1
    let tag = "#web.\(numberOfActs)"
    let author = Author(worker: random.chance(15) ? random.below(scene.workers.count) : nil)
    let alive = ledger.history.ids.filter { ledger.history.now($0) != nil }
    guard let id = random.pick(alive), let state = ledger.history.now(id) else { return nil }
    var request: ServerRequest
    if random.chance(3) {
      request = .delete(id, seen: state.task.etag)
    } else if random.chance(5) {
      request = .create(NewTask(list: state.task.list, title: random.chance(30) ? "Sweep" : tag))
    } else {
      let write = webWrite(state, tag)
      request = .write(id, write, seen: write.isOnDetails ? state.details.etag : state.task.etag)
    }
    return ServerCall(author: author, user: scene.user(author), request: request, fate: .clean, moment: serverTime)
  }

  private mutating func webWrite(_ state: ServerState, _ tag: String) -> TaskWrite {
    let item = random.pick(state.details.checklist)
    let user = scene.user(Author(worker: random.below(scene.workers.count)))
    switch random.below(20) {
    case 0..<6: return .percentComplete([0, 30, 50, 100][random.below(4)])
    case 6, 7: return item.map { .ticked(item: $0.id, !$0.isChecked) } ?? .note(tag)
    case 8: return item.map { .itemTitle(item: $0.id, tag) } ?? .note(tag)
    case 9: return item.map { .noItem($0.id) } ?? .note(tag)
    case 10: return .newItem(itemKey, title: tag, isChecked: false, orderHint: " !")
    case 11, 12, 13: return .note(rewritten(state.details.note, tag))
    case 14: return .title(tag)
    case 15: return .due(random.chance(50) ? nil : Timestamp(seconds: Int64(1_800_000_000 + numberOfActs)))
    case 16: return .priority([1, 3, 5, 9][random.below(4)])
    case 17: return .bucket(bucket(of: state.task.list))
    default: return .assigned(user, !state.task.assignees.contains(user))
    }
  }

  private mutating func bucket(of list: ListID?) -> String? { random.pick(list.flatMap { scene.buckets[$0] } ?? []) }

  /// The owner of a stopped change decides.
  mutating func decide() throws(Violation) {
    guard let number = random.pick(active.filter { tills[$0].outbox.contains { $0.trouble != nil } }) else { return }
    guard let change = random.pick(tills[number].outbox.filter { $0.trouble != nil }) else { return }
    let choices: [ChangeDecision] = [.mine, .theirs, .retry, .both(heading: random.chance(50) ? "" : "— both —")]
    try decide(change, choices[random.below(4)], at: number)
  }

  /// A worker gives up a change by name: any that is not on its way.
  mutating func giveUp() throws(Violation) {
    guard let number = random.pick(active.filter { !tills[$0].outbox.isEmpty }), let worker = tills[number].worker,
      let change = random.pick(tills[number].outbox.filter { $0.state != .sending })
    else { return }
    let isTaken = change.trouble?.several.contains { tills[number].machine.visible($0) != nil } == true
    if isTaken { ledger[tills[number].key(change.id, of: worker)]?.taken = change.trouble?.several ?? [] }
    ledger.discarded(tills[number].key(change.id, of: worker))
    if case .create = change.edit, !isTaken { giveUp(whatHangsOn: change.task, at: number, worker) }
    try give(.discard([change.id]), to: number)
  }

  /// What hangs on a task that never comes to be goes with it, and so does what is being written of it.
  private mutating func giveUp(whatHangsOn task: TaskID, at number: Int, _ worker: Int) {
    for other in tills[number].outbox where other.task == task {
      ledger.discarded(tills[number].key(other.id, of: worker))
    }
    for place in tills[number].disk.waiting.indices { tills[number].disk.waiting[place].givenUp.insert(task) }
  }

  mutating func decide(_ change: PendingChange, _ decision: ChangeDecision, at number: Int) throws(Violation) {
    guard let worker = tills[number].worker else { return }
    let key = tills[number].key(change.id, of: worker)
    switch decision {
    case .theirs:
      let isTaken = change.trouble?.several.contains { tills[number].machine.visible($0) != nil } == true
      if isTaken { ledger[key]?.taken = change.trouble?.several ?? [] }
      ledger.discarded(key)
      // What hangs on a task that is given up goes with it; one of several that look alike is taken for it.
      if case .create = change.edit, !isTaken { giveUp(whatHangsOn: change.task, at: number, worker) }
    case .retry: if change.trouble?.several.isEmpty == false { ledger[key]?.repeats += 1 }
    case .mine, .both:
      if change.trouble?.several.isEmpty == false { ledger[key]?.repeats += 1 }
      try ledger.decided(key, change, seeing: change.trouble?.shown(change.edit.field), change.trouble?.shownTask)
    }
    try give(.decide(change.id, decision), to: number)
  }
}

extension ChangeTrouble {
  /// Tasks that a creation may have made.
  fileprivate var several: [TaskID] { if case .severalAlike(let tasks) = self { tasks } else { [] } }

  /// What a card shows of the server.
  fileprivate func shown(_ field: TaskField) -> FieldValue? {
    switch self {
    case .conflict(let status, _): .number(status.percentComplete)
    case .itemConflict(let isChecked?): .flag(isChecked)
    case .itemConflict(nil): if case .item = field { .flag(false) } else { .absent }
    case .changed(let value, _): value.value(field)
    default: nil
    }
  }

  fileprivate var shownTask: StoreTask? {
    if case .changed(.task(let task), _) = self { task } else { nil }
  }
}
