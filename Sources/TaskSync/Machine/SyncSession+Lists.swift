import StoreModel

extension SyncSession {
  /// All teams have answered: the set of lists is known, their tasks are read next.
  mutating func listsKnown() {
    guard let round else { return }
    let known = replica.lists
    var lists: [TaskList] = []
    var present: Set<ListID> = []
    for list in round.lists where present.insert(list.id).inserted { lists.append(list) }
    if round.isIncomplete || round.isRefused {
      for list in known where teamLists.contains(list.id) && present.insert(list.id).inserted { lists.append(list) }
    }
    let vanished = known.filter { (!worksWithPlanner || teamLists.contains($0.id)) && !present.contains($0.id) }
    let lost = vanished.reduce(0) { $0 + (replica.members[$1.id]?.count ?? 0) }
    if lost * 2 > replica.tasks.count, !isListSetSuspicious {
      isListSetSuspicious = true
      standing.tasksInDoubt += lost
      return readListsAgain()
    }
    isListSetSuspicious = false
    for list in vanished {
      removeTasks(replica.members[list.id] ?? [])
      listsRead.remove(list.id)
    }
    teamLists = present
    var due: [ListID] = []
    for index in lists.indices {
      let old = known.first { $0.id == lists[index].id }
      if let old {
        lists[index].buckets = old.buckets
        lists[index].labels = old.labels
      }
      if round.isThorough || roundsDone % 10 == 0 || old?.etag != lists[index].etag { due.append(lists[index].id) }
    }
    let foreign = known.filter { worksWithPlanner && $0.teamID == nil && !present.contains($0.id) }
    setLists(lists + foreign)
    self.round?.all = lists.count + 1
    for list in lists { askInRound(.tasks(list.id)) }
    askInRound(.myTasks)
    for list in due {
      askInRound(.buckets(list))
      askInRound(.labels(list))
    }
    showProgress()
  }

  /// More than half of what is known would be gone: asked once more before it is believed.
  private mutating func readListsAgain() {
    let teams = profileTeams ?? teams?.map(\.id) ?? []
    round?.lists = []
    round?.teamsOpen = teams.count
    if teams.isEmpty { return listsKnown() }
    for team in teams { askInRound(.lists(team: team)) }
  }

  private mutating func setLists(_ lists: [TaskList]) {
    guard replica.lists != lists else { return }
    replica.lists = lists
    told.lists = true
    save(StoreCommit(lists: lists))
  }

  mutating func setBuckets(_ buckets: [TaskList.Bucket], of id: ListID) {
    var lists = replica.lists
    guard let index = lists.firstIndex(where: { $0.id == id }) else { return }
    lists[index].buckets = buckets
    setLists(lists)
  }

  mutating func setLabels(_ labels: [String: String], of id: ListID) {
    var lists = replica.lists
    guard let index = lists.firstIndex(where: { $0.id == id }) else { return }
    lists[index].labels = labels
    setLists(lists)
  }

  /// A list outside the store's teams that holds tasks of the worker.
  mutating func addForeign(_ list: TaskList, _ id: ListID) {
    guard list.id == id, !teamLists.contains(id) else { return }
    var lists = replica.lists.filter { $0.id != id }
    var list = list
    list.teamID = nil
    list.buckets = replica.list(id)?.buckets ?? []
    list.labels = replica.list(id)?.labels ?? [:]
    lists.append(list)
    setLists(lists)
    askInRound(.buckets(id))
    askInRound(.labels(id))
  }

  /// The tasks of one list, whole.
  mutating func take(_ tasks: [ServerTask], of list: ListID, asked: AskID) {
    let known = replica.members[list] ?? []
    let vanished = known.isEmpty ? [] : known.subtracting(tasks.map(\.task.id)).filter { !isFresher($0, than: asked) }
    keepAll(tasks, of: list, asked: asked)
    guard !vanished.isEmpty else {
      suspiciousLists.remove(list)
      return
    }
    if vanished.count * 2 > known.count, suspiciousLists.insert(list).inserted {
      standing.tasksInDoubt += vanished.count
      round?.all += 1
      return askInRound(.tasks(list))
    }
    suspiciousLists.remove(list)
    removeTasks(Set(vanished))
  }

  /// The worker's own tasks over all plans; those of the store's lists are read with their list.
  mutating func takeMine(_ tasks: [ServerTask], asked: AskID) {
    let foreign = tasks.filter { !teamLists.contains($0.task.list) }
    let known = replica.members.filter { !teamLists.contains($0.key) }.values.reduce(into: Set()) { $0.formUnion($1) }
    let vanished = known.subtracting(foreign.map(\.task.id)).filter { !isFresher($0, than: asked) }
    keepAll(foreign, asked: asked)
    let mark = ListID(rawValue: "")
    if vanished.count * 2 > known.count, suspiciousLists.insert(mark).inserted {
      standing.tasksInDoubt += vanished.count
      round?.all += 1
      return askInRound(.myTasks)
    }
    suspiciousLists.remove(mark)
    removeTasks(Set(vanished))
    let lists = Set(foreign.map(\.task.list))
    setLists(replica.lists.filter { teamLists.contains($0.id) || lists.contains($0.id) })
    for task in foreign where triedLists.insert(task.task.list).inserted { askInRound(.list(task.task.list)) }
  }

  /// Takes in what a list holds, without asking where the rest is.
  mutating func keepAll(_ tasks: [ServerTask], of list: ListID, asked: AskID) {
    listsRead.insert(list)
    keepAll(tasks, asked: asked)
  }

  mutating func keepAll(_ tasks: [ServerTask], asked: AskID) {
    if replica.tasks.count < tasks.count { replica.reserve(tasks.count) }
    for task in tasks where !isFresher(task.task.id, than: asked) { keep(task) }
  }

  /// Whether what is known of a task comes from a write later than a question.
  private func isFresher(_ task: TaskID, than asked: AskID) -> Bool {
    guard !freshFrom.isEmpty, let fresh = freshFrom[.task(task)] else { return false }
    return asked < fresh
  }

  mutating func removeTasks(_ tasks: Set<TaskID>) {
    guard !tasks.isEmpty else { return }
    let gone = tasks.sorted { $0.rawValue < $1.rawValue }
    for id in gone {
      replica.remove(id)
      freshFrom[.task(id)] = nil
      freshFrom[.details(id)] = nil
      locks[id] = nil
      detailsReadAt[id] = nil
      told.change(id)
    }
    save(StoreCommit(removedTasks: gone))
  }
}
