import StoreModel
import Strings
import TaskSync

/// Priorities as Planner's pages write them.
private let priorities = [1, 3, 5, 9]

func openPriorities(_ tasks: [StoreTask], _ state: inout AppState) {
  guard let first = tasks.first else { return }
  let current = priorities.firstIndex { state.look.priority($0) == state.look.priority(first.priority) }
  state.overlay = .choice(
    Choice(
      .priority(tasks.map(\.id)), title: state.look.words(.choosePriority, ["title": state.look.name(of: tasks)]),
      about: state.look.name(of: tasks),
      options: Choice.options(priorities.map { state.look.priority($0) }, current: current),
      seen: state.values(tasks.map(\.id)) { .number($0.priority) }))
}

func priorityChosen(_ number: Int, _ choice: Choice, _ tasks: [TaskID], _ state: inout AppState) -> [Effect] {
  let step = priorities[number]
  return change(tasks, .priority, seen: choice.seen, &state) {
    $0.priority == step || choice.seen[$0.id] == .number(step) ? [] : [.setPriority(step)]
  }
}

/// Buckets belong to one list, which all of the tasks are in.
func openBuckets(_ tasks: [StoreTask], _ state: inout AppState) {
  guard let first = tasks.first, let list = state.shift?.list(first.list) else { return }
  guard !list.buckets.isEmpty else {
    state.notice = Notice(state.look.words(.noticeNoBuckets, ["list": list.title]))
    return
  }
  let isShared = tasks.allSatisfy { $0.bucketID == first.bucketID }
  let current = isShared ? list.buckets.firstIndex { $0.id == first.bucketID } : nil
  state.overlay = .choice(
    Choice(
      .bucket(tasks.map(\.id), list.id), title: state.look.words(.chooseBucket, ["title": state.look.name(of: tasks)]),
      about: state.look.name(of: tasks),
      options: Choice.options(list.buckets.map(\.name), current: current), isSearched: list.buckets.count > 9,
      seen: state.values(tasks.map(\.id)) { .bucket($0.bucketID) }))
}

func bucketChosen(
  _ number: Int, _ choice: Choice, _ tasks: [TaskID], _ list: ListID, _ state: inout AppState
) -> [Effect] {
  guard let buckets = state.shift?.list(list)?.buckets, buckets.indices.contains(number) else { return [] }
  let bucket = buckets[number].id
  return change(tasks, .bucket, seen: choice.seen, &state) {
    $0.bucketID == bucket || choice.seen[$0.id] == .bucket(bucket) ? [] : [.moveToBucket(bucket)]
  }
}

/// People by name, the worker first; those who work on all the tasks are ticked, those on some of them in part.
func openPeople(_ tasks: [StoreTask], _ state: inout AppState) {
  guard let shift = state.shift, let first = tasks.first else { return }
  let people = shift.everybody
  let words = state.look.words
  let names = people.map {
    shift.worker.id.isUser($0) ? words(.peopleYou, ["name": shift.name(of: $0)]) : shift.name(of: $0)
  }
  var choice = Choice(
    .people(tasks.map(\.id), people), title: words(.choosePeople, ["title": state.look.name(of: tasks)]),
    about: state.look.name(of: tasks), options: Choice.options(names, current: nil), isSearched: true)
  for (number, user) in people.enumerated() {
    let count = tasks.count { $0.assignees.contains(user) }
    if count == tasks.count { choice.ticked.insert(number) } else if count > 0 { choice.partly.insert(number) }
  }
  choice.before = choice.ticked.union(choice.partly)
  choice.cursor.select(people.firstIndex { first.assignees.contains($0) } ?? 0, of: people.count)
  state.overlay = .choice(choice)
}

func peopleChosen(_ choice: Choice, _ tasks: [TaskID], _ people: [UserID], _ state: inout AppState) -> [Effect] {
  let added = choice.ticked.sorted().map { people[$0] }
  let removed = choice.before.subtracting(choice.ticked).subtracting(choice.partly).sorted().map { people[$0] }
  return change(tasks, .assignees, &state) { task in
    added.filter { !task.assignees.contains($0) }.map { .assign($0) }
      + removed.filter(task.assignees.contains).map { .unassign($0) }
  }
}

/// The labels of the plan, ticked where they apply.
func openLabels(_ task: StoreTask, _ state: inout AppState) {
  let named = state.shift?.list(task.list)?.labels ?? [:]
  let all = (1...25).map { "category\($0)" }
  let keys = all.filter { named[$0] != nil } + all.filter { named[$0] == nil }
  var choice = Choice(
    .labels(task.id, keys), title: state.look.words(.chooseLabels, ["title": task.title]), about: task.title,
    options: Choice.options(keys.map { state.label($0, of: task.list) }, current: nil), isSearched: true)
  choice.ticked = Set(keys.indices.filter { task.categories.contains(keys[$0]) })
  choice.before = choice.ticked
  choice.cursor.select(choice.ticked.min() ?? 0, of: keys.count)
  state.overlay = .choice(choice)
}

func labelsChosen(_ choice: Choice, _ task: TaskID, _ keys: [String], _ state: inout AppState) -> [Effect] {
  let changed = choice.ticked.symmetricDifference(choice.before).sorted()
  return change([task], .categories, &state) { _ in
    changed.map { .setCategory(keys[$0], applies: choice.ticked.contains($0)) }
  }
}

extension Shift {
  /// Everybody known here who can work on a task, the worker first, then by name.
  var everybody: [UserID] {
    let others = people.keys.filter { !worker.id.isUser($0) }.sorted {
      (people[$0] ?? "", $0.rawValue) < (people[$1] ?? "", $1.rawValue)
    }
    let me = people.keys.first { worker.id.isUser($0) } ?? UserID(rawValue: worker.id.object)
    return [me] + others
  }

  /// A person's name.
  func name(of user: UserID) -> String { people[user] ?? (worker.id.isUser(user) ? worker.displayName : user.rawValue) }
}
