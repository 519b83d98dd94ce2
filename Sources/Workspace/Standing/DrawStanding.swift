import SessionCore
import StoreModel
import Strings
import TaskSync
import Terminal

/// Rows the list of changes gets.
func standingRows(_ size: Size) -> Int { max(3, size.rows - 17) }

extension Painter {
  /// F2: why there are no tasks, the connection, the last sync, what is not sent, the session.
  mutating func standing(_ page: StandingPage, _ state: AppState) {
    guard let shift = state.shift, let session = state.session else { return }
    rule(row: 2)
    let column = 17
    let width = size.columns - column - 2
    var row = 3
    if let reason = state.whyNoTasksInWords {
      row = fact(.standingWhy, reason, row: row, column: column, width: width, role: .warning) + 1
    }
    let line = look.connection(shift.standing, state)
    row = fact(.standingConnection, line.text, row: row, column: column, width: width, role: line.role)
    for extra in look.connectionDetails(shift.standing, state) {
      row = paragraph(extra, row: row, column: column, width: width, .muted)
    }
    row = fact(.standingLastSync, lastSync(shift, state), row: row, column: column, width: width)
    if let file = shift.unusableFile {
      let line = StorageNotice.fileUnusable(file: file).line(words)
      row = paragraph(line, row: row, column: column, width: width, .warning, rows: 3)
    }
    for trouble in shift.standing.listTrouble.prefix(3) {
      let parts = ["title": trouble.title, "status": String(trouble.status)]
      let line = words(trouble.status == 0 ? .standingListGarbled : .standingListTrouble, parts)
      row = paragraph(line, row: row, column: column, width: width, .warning, rows: 2)
    }
    row = fact(.standingSession, since(session, state), row: row, column: column, width: width) + 1
    if state.othersUnsent.count > 0 {
      row = paragraph(look.othersUnsent(state.othersUnsent, state), row: row, column: column, width: width, .muted) + 1
    }
    changes(shift, page, state, row: row)
  }

  private mutating func fact(
    _ label: Phrase, _ value: String, row: Int, column: Int, width: Int, role: Role = .normal
  ) -> Int {
    text(words(label), row: row, column: 1, .heading, limit: column - 2)
    return paragraph(value, row: row, column: column, width: width, role, rows: 4)
  }

  private func lastSync(_ shift: Shift, _ state: AppState) -> String {
    guard let last = shift.standing.lastSync else {
      return words(shift.tasks.isEmpty ? .standingNeverSynced : .standingCopyOnly)
    }
    let parts = [
      "time": state.calendar.clock(last.wall, look), "age": Age(since: last, state.now).words(words),
      "lists": words.counted(.standingLists, shift.lists.count),
      "tasks": words.counted(WorkPhrase.markedCount, shift.tasks.count),
    ]
    return words(.standingSynced, parts)
  }

  private func since(_ session: SessionView, _ state: AppState) -> String {
    let time = state.calendar.clock(session.since.wall, look)
    let latest = session.since.wall.advanced(by: state.limits.absolute)
    let limits = [
      "idle": spanWords(state.limits.idle, words), "latest": state.calendar.clock(latest, look),
    ]
    let line =
      words(.standingSince, ["name": session.worker.username, "time": time]) + " " + words(.standingLimits, limits)
    switch session.standing {
    case .works: return state.isUnmapped ? line + " " + words(.emptyNotMapped) : line
    case .unknown: return line + " " + words(.standingNoProfile)
    }
  }

  private mutating func changes(_ shift: Shift, _ page: StandingPage, _ state: AppState, row: Int) {
    let title = words.counted(.standingNotSent, shift.outbox.count)
    text(title, row: row, column: 1, .heading)
    if shift.outbox.isEmpty { frame.cursor = Position(row: row, column: 1) }
    let height = min(standingRows(size), size.rows - 3 - row)
    var cursor = page.cursor
    cursor.scroll(height: height, of: shift.outbox.count)
    for line in 0..<max(0, height) {
      let index = cursor.top + line
      guard shift.outbox.indices.contains(index) else { break }
      let change = shift.outbox[index]
      let place = row + 1 + line
      let isStopped = change.state.isStopped
      let end = text(
        look.name(change.state, in: change), row: place, endingAt: size.columns - 1, isStopped ? .warning : .muted)
      text(look.mark(change.state), row: place, column: 2, isStopped ? .warning : .normal)
      let line = ChangeReading(state, shift).line(change, columns: end - 6)
      text(line, row: place, column: 4, limit: end - 6)
      guard index == cursor.row else { continue }
      text(look.pointer, row: place, column: 0, .heading)
      select(row: place, from: 1, to: size.columns - 1)
    }
  }
}

extension Look {
  /// Where a change stands, in words.
  func name(_ state: PendingState, in change: PendingChange) -> String {
    switch state {
    case .notSent: words(.changeWaits)
    case .sending: words(.changeSending)
    case .unknown: words(.changeUnknown)
    case .needsDecision: words(.changeNeedsYou)
    case .refused: words(.changeRefused)
    }
  }

  /// What else is known of the connection: next try, clocks, certificate.
  func connectionDetails(_ standing: SyncStanding, _ state: AppState) -> [String] {
    var lines: [String] = []
    switch standing.connection {
    case .offline(_, let retry):
      lines.append(wait(retry, .standingNextTry, inSeconds: .standingNextTrySeconds, state))
    case .notTrusted(let host): lines.append(words(.standingNotTrusted, ["host": host]))
    case .signInNeeded: lines.append(words(.standingSignIn))
    case .connecting, .online, .throttled: break
    }
    if standing.isClockSuspect { lines.append(words(.standingClock)) }
    return lines
  }
}
