import SessionCore
import StoreModel
import Strings
import TaskSync
import Terminal

extension Painter {
  /// The second row while somebody works: who they are, and how true what they see is.
  mutating func truthLine(_ session: SessionView, _ state: AppState) {
    var facts: [(text: String, role: Role)] = []
    if let shift = state.shift {
      facts.append(look.connection(shift.standing, state))
      if shift.unsentCount > 0 {
        let count = ["n": words.number(shift.unsentCount)]
        let needsSignIn = shift.standing.connection == .signInNeeded || state.isOpenByPIN
        facts.append(
          needsSignIn ? (words(SessionPhrase.pinSignInToSend, count), .warning) : (words(.truthNotSent, count), .normal)
        )
      }
      if shift.needsYou > 0 { facts.append((words.counted(.truthNeedsYou, shift.needsYou), .warning)) }
      if !shift.news.unseen.isEmpty, state.till.pullsNews {
        facts.append((words.counted(.truthNew, shift.news.unseen.count), .normal))
      }
    }
    var end = size.columns - 1
    for (index, fact) in facts.enumerated().reversed() {
      end = text(fact.text, row: 1, endingAt: end, fact.role)
      if index > 0 { end = text(" " + look.dot + " ", row: 1, endingAt: end, .muted) }
    }
    let role = session.worker.role.map(look.name) ?? words(.roleUnknown)
    let after = text(" " + session.worker.displayName, row: 1, column: 0, limit: max(0, end - 2))
    let standing = SafeText(" " + look.dot + " " + role)
    // A role that is cut says nothing; how true the data is goes before it.
    if after + standing.columns < end { frame.put(standing, at: Position(row: 1, column: after), style: Style(.muted)) }
  }
}

extension Look {
  /// A role in words.
  func name(_ role: WorkerRole) -> String {
    switch role {
    case .worker: words(.roleWorker)
    case .storeManager: words(.roleStoreManager)
    case .regionalManager: words(.roleRegionalManager)
    case .communicationsManager: words(.roleCommunications)
    }
  }

  /// Whether the cloud answers, and how old the data is.
  func connection(_ standing: SyncStanding, _ state: AppState) -> (text: String, role: Role) {
    let age = standing.lastSync.map { Age(since: $0, state.now).words(words) }
    func with(_ first: String) -> String { age.map { first + words(.truthAge, ["age": $0]) } ?? first }
    switch standing.connection {
    case .connecting where standing.progress == nil: return (words(.truthConnecting), .muted)
    case .connecting, .online:
      if let progress = standing.progress {
        let parts = ["done": String(progress.done), "all": String(progress.all)]
        return (words(.truthProgress, parts), .normal)
      }
      return (with(words(.truthOnline)), .good)
    case .offline(let since, _):
      return (with(words(.truthOffline, ["time": state.calendar.clock(since, self)])), .warning)
    case .throttled(let until):
      let moment = state.now.wall.advanced(by: state.now.instant.duration(to: until))
      return (with(words(.truthThrottled, ["time": state.calendar.clock(moment, self)])), .warning)
    case .signInNeeded: return (with(words(.truthSignIn)), .danger)
    case .notTrusted: return (with(words(.truthNotTrusted)), .danger)
    }
  }
}
