import SessionCore
import StoreModel
import Strings
import TaskSync
import Terminal

extension AppState {
  /// Why no tasks are shown, in the order in which the reasons hide each other; nil when there are rows.
  var whyNoTasks: Phrase? {
    guard let shift, shift.board.showsLists ? shift.shownLists.isEmpty : shift.board.agenda.isEmpty else { return nil }
    if !shift.board.filter.isEmpty { return whyNothingFound(shift) }
    if shift.tasks.isEmpty { return whyNothingAtAll(shift) }
    if shift.board.openList != nil, shift.board.tab == .lists { return .emptyList }
    switch shift.board.tab {
    case .mine: return shift.counts.mineDone > 0 ? .emptyAllDone : .emptyNothingForYou
    case .overdue: return .emptyNothingOverdue
    case .lists where shift.board.showsLists: return .emptyNoLists
    case .open, .lists: return .emptyStoreDone
    }
  }

  /// Whether the store's staff list, as it was told last, has the signed-in account no more. Where there is no list,
  /// nobody can tell.
  var isUnmapped: Bool {
    guard let session, session.standing == .works, !staff.isEmpty else { return false }
    return !staff.contains { session.worker.id.isUser($0) }
  }

  /// The same in words, with the figures that belong to it.
  var whyNoTasksInWords: String? {
    guard let reason = whyNoTasks, let shift else { return nil }
    if shift.board.scope != nil, shift.board.filter.isEmpty, !shift.tasks.isEmpty { return look.words(.newsNothing) }
    let elsewhere = shift.foundElsewhere
    let parts = ["open": String(elsewhere.open), "done": String(elsewhere.done)]
    // While the filter takes the keys, the next one is no command yet.
    switch reason {
    case .emptyFilteredElsewhere where shift.board.filter.isTyping:
      return look.words(WorkPhrase.filteredElsewhereTyping, parts)
    case .emptyFilteredDone where shift.board.filter.isTyping: return look.words(WorkPhrase.filteredDoneTyping, parts)
    default: break
    }
    var line = look.words(reason, parts)
    if reason == .emptyReading, let progress = shift.standing.progress {
      line += " " + look.words(.truthProgress, ["done": String(progress.done), "all": String(progress.all)])
    }
    return line
  }

  private func whyNothingFound(_ shift: Shift) -> Phrase {
    if shift.board.showsLists { return .emptyFiltered }
    let elsewhere = shift.foundElsewhere
    if elsewhere.done > 0 { return .emptyFilteredDone }
    return elsewhere.open > 0 ? .emptyFilteredElsewhere : .emptyFiltered
  }

  private func whyNothingAtAll(_ shift: Shift) -> Phrase {
    if isUnmapped { return .emptyNotMapped }
    switch shift.standing.noListsBecause {
    case .storeHasNoTeam: return .emptyNoTeam
    case .notProvisioned: return .emptyNotProvisioned
    case .notDistributed: return .emptyNotDistributed
    case .teamUnclear: return .emptyTeamUnclear
    case .integrationOff: return .emptyIntegrationOff
    case .notMember: return .emptyNotMember
    case .noPlans: return .emptyNoPlans
    case nil: break
    }
    switch shift.standing.connection {
    case .offline: return .emptyOffline
    case .signInNeeded: return .emptySignIn
    case .notTrusted: return .emptyNotTrusted
    case .throttled: return .emptyThrottled
    case .connecting, .online: break
    }
    if shift.standing.lastSync == nil { return .emptyReading }
    if !shift.standing.listTrouble.isEmpty { return .emptyListTrouble }
    return session?.worker.managesTasks == true ? .emptyMakeSome : .emptyStoreHasNone
  }
}

extension Painter {
  /// In place of the rows: why there are none, and what helps.
  mutating func emptiness(_ state: AppState, _ layout: TaskLayout) {
    guard let line = state.whyNoTasksInWords else { return }
    let left = layout.list.lowerBound + 3
    let width = min(66, layout.list.count - 6)
    paragraph(line, row: TaskLayout.top + 1, column: left, width: width, rows: layout.listRows - 1)
    if frame.cursor == nil { frame.cursor = Position(row: TaskLayout.top + 1, column: left) }
  }
}
