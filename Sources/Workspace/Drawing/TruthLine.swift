import SessionCore
import StoreModel
import Strings
import TaskSync
import Terminal

/// A fact of the truth line: the higher its rank, the sooner it gives way.
private struct TruthFact {
  let text: String
  let role: Role
  let rank: Int
}

extension Painter {
  /// The second row while somebody works: who they are, and how true what they see is.
  ///
  /// What has no room goes whole and in this order: the worker's role, the age of the data, what is new, what is not
  /// sent, what needs a decision. The name is cut only where it alone takes more than half the row.
  mutating func truthLine(_ session: SessionView, _ state: AppState) {
    let name = session.worker.displayName
    let room = size.columns - 4 - min(SafeText(name).columns, size.columns / 2)
    var facts = truthFacts(state, hasAge: true)
    let isWhole = columns(of: facts) <= room
    if !isWhole { facts = truthFacts(state, hasAge: false) }
    while columns(of: facts) > room, let least = facts.map(\.rank).max(), least > 0 {
      facts.removeAll { $0.rank == least }
    }
    var end = size.columns - 1
    for (index, fact) in facts.enumerated().reversed() {
      end = text(fact.text, row: 1, endingAt: end, fact.role)
      if index > 0 { end = text(" " + look.dot + " ", row: 1, endingAt: end, .muted) }
    }
    let after = text(name, row: 1, column: 1, limit: max(0, end - 3))
    let standing = SafeText(" " + look.dot + " " + (session.worker.role.map(look.name) ?? words(.roleUnknown)))
    if isWhole, after + standing.columns + 2 <= end {
      frame.put(standing, at: Position(row: 1, column: after), style: Style(.muted))
    }
  }

  private func truthFacts(_ state: AppState, hasAge: Bool) -> [TruthFact] {
    guard let shift = state.shift else { return [] }
    let connection = look.connection(shift.standing, state, hasAge: hasAge)
    var facts = [TruthFact(text: connection.text, role: connection.role, rank: 0)]
    if shift.unsentCount > 0 {
      let count = ["n": words.number(shift.unsentCount)]
      let needsSignIn = shift.standing.connection == .signInNeeded || state.isOpenByPIN
      let line = needsSignIn ? words(SessionPhrase.pinSignInToSend, count) : words(.truthNotSent, count)
      facts.append(TruthFact(text: line, role: needsSignIn ? .warning : .normal, rank: 2))
    }
    if shift.needsYou > 0 {
      facts.append(TruthFact(text: words.counted(.truthNeedsYou, shift.needsYou), role: .warning, rank: 1))
    }
    if !shift.news.unseen.isEmpty, state.till.pullsNews {
      facts.append(TruthFact(text: words.counted(.truthNew, shift.news.unseen.count), role: .normal, rank: 3))
    }
    return facts
  }

  private func columns(of facts: [TruthFact]) -> Int {
    facts.reduce(0) { $0 + SafeText($1.text).columns + 3 } - 3
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

  /// Whether the cloud answers, and how old the data is unless that has no room.
  func connection(_ standing: SyncStanding, _ state: AppState, hasAge: Bool = true) -> (text: String, role: Role) {
    let age = (hasAge ? standing.lastSync : nil).map { Age(since: $0, state.now).words(words) }
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
      return (with(wait(until, .truthThrottled, inSeconds: .truthThrottledSeconds, state)), .warning)
    case .signInNeeded: return (with(words(.truthSignIn)), .danger)
    case .notTrusted: return (with(words(.truthNotTrusted)), .danger)
    }
  }
}
