import StoreModel

extension SyncSession {
  mutating func startRoundIfDue(now: Now) {
    guard round == nil, !isFlushing, let due = nextRound, due <= now.instant else { return }
    nextRound = nil
    isDiskRefusing = false
    round = SyncRound(isThorough: wantsThoroughRound, isFirst: roundsDone == 0 && replica.tasks.isEmpty)
    wantsThoroughRound = false
    if let profileTeams, !wantsReasonFromGraph {
      readTeams(profileTeams)
    } else if let teams, round?.isThorough == false {
      readTeams(teams.map(\.id))
    } else {
      askInRound(.teams)
    }
  }

  mutating func askInRound(_ request: ServerRequest) {
    round?.open += 1
    queue.append(Ask(request: request, purpose: .round))
  }

  mutating func roundAnswered(_ request: ServerRequest, _ answer: ServerAnswer, asked: AskID, now: Now) {
    guard round != nil else { return noticeCompletions(answer) }
    round?.open -= 1
    switch (request, answer) {
    case (.teams, .teams(let teams)):
      self.teams = teams
      readTeams(profileTeams ?? teams.map(\.id))
    case (.teams, _):
      if profileTeams == nil { round?.isIncomplete = true }
      readTeams(profileTeams ?? teams?.map(\.id) ?? [])
    case (.lists(let team), .lists(let lists)):
      let wanted = Set((profile?.planIDs ?? []).map(ListID.init(rawValue:)))
      if !lists.isEmpty { round?.teamHasLists = true }
      for var list in lists where wanted.isEmpty || wanted.contains(list.id) {
        list.teamID = list.teamID ?? team
        round?.lists.append(list)
      }
      teamRead()
    case (.lists, .forbidden), (.lists, .gone):
      round?.isRefused = true
      teamRead()
    case (.lists, _):
      round?.isIncomplete = true
      teamRead()
    case (.list(let id), .list(let list)): addForeign(list, id)
    case (.list(let id), let answer): note(id, answer)
    case (.buckets(let id), .buckets(let buckets)): setBuckets(buckets, of: id)
    case (.buckets(let id), let answer): note(id, answer)
    case (.labels(let id), .labels(let labels)): setLabels(labels, of: id)
    // A list without the names of its labels can be worked: they keep their numbers.
    case (.labels, _): break
    case (.tasks(let list), .tasks(let tasks)):
      take(tasks, of: list, asked: asked)
      step()
    case (.tasks(let list), let answer):
      note(list, answer)
      step()
    case (.myTasks, .tasks(let tasks)):
      if worksWithPlanner { takeMine(tasks, asked: asked) }
      step()
    default:
      round?.isIncomplete = true
      step()
    }
    if round?.open == 0 { finishRound(now: now) }
  }

  /// Nothing is read any more; a completion that is told all the same counts for what still leaves.
  private mutating func noticeCompletions(_ answer: ServerAnswer) {
    guard case .tasks(let tasks) = answer else { return }
    for server in tasks { noticeCompletion(server.task) }
  }

  private mutating func readTeams(_ teams: [String]) {
    round?.teamsOpen = teams.count
    if teams.isEmpty { return listsKnown() }
    for team in teams { askInRound(.lists(team: team)) }
  }

  private mutating func teamRead() {
    round?.teamsOpen -= 1
    if round?.teamsOpen == 0 { listsKnown() }
  }

  private mutating func step() {
    round?.done += 1
    showProgress()
  }

  mutating func showProgress() {
    guard let round, round.isFirst else { return }
    standing.progress = SyncStanding.Progress(done: round.done, all: round.all)
  }

  /// A list that could not be read is named; the others go on.
  private mutating func note(_ list: ListID, _ answer: ServerAnswer) {
    let status =
      switch answer {
      case .forbidden: 403
      case .gone: 404
      case .malformed: 400
      case .failed(.serverTrouble(let status)): status
      default: 0
      }
    let trouble = SyncStanding.ListTrouble(title: replica.list(list)?.title ?? list.rawValue, status: status)
    if round?.trouble.contains(trouble) == false { round?.trouble.append(trouble) }
  }

  private mutating func finishRound(now: Now) {
    guard let round else { return }
    self.round = nil
    roundsDone += 1
    standing.progress = nil
    standing.listTrouble = round.trouble
    standing.noListsBecause = noListsReason(round)
    if !round.isIncomplete { standing.lastSync = now }
    if settings.poll > .zero {
      nextRound = now.instant.advanced(by: settings.poll)
    } else if round.isIncomplete {
      nextRound = now.instant.advanced(by: settings.longestRetry)
    }
    if wantsThoroughRound { nextRound = now.instant }
    for user in wantedNames.prefix(settings.namesPerRound) {
      queue.append(Ask(request: .person(user), purpose: .name))
    }
    standing.tasksInDoubt = 0
    readAhead(now: now)
    wantedNames.removeFirst(min(settings.namesPerRound, wantedNames.count))
  }
}
