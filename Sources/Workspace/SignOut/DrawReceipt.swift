import SessionCore
import StoreModel
import Strings
import Terminal

extension Painter {
  /// The session is being ended: what is awaited, and since when.
  mutating func leaving(_ leaving: LeavingPage, _ state: AppState) {
    let seconds = leaving.since.instant.duration(to: state.now.instant)
    text(words(.leavingTitle), row: 4, column: 8, .heading)
    let line = words(.leavingWait, ["span": spanWords(seconds, words)])
    paragraph(line, row: 6, column: 8, width: size.columns - 12)
    frame.cursor = Position(row: 4, column: 8)
  }

  /// What sign-out cleared and kept, as read back.
  mutating func receipt(_ receipt: SignOutReceipt, _ state: AppState) {
    let left = 8
    let facts = receipt.facts(state)
    let what = left + max(7, (facts.map { SafeText(words($0.standing.label)).columns }.max() ?? 0) + 2)
    let how = max(39, what + (facts.map { SafeText($0.what).columns }.max() ?? 0) + 2)
    let time = state.calendar.clock(receipt.ended.wall, look)
    let end = text(words(.receiptTitle, ["time": time]), row: 4, column: left, .heading)
    let span = spanWords(receipt.since.instant.duration(to: receipt.ended.instant), words)
    let who = receipt.worker.displayName + " " + look.dot + " " + words(.receiptSpan, ["span": span])
    text(who, row: 4, column: max(39, end + 2))
    frame.cursor = Position(row: 4, column: left)
    var row = 6
    for fact in facts {
      text(words(fact.standing.label), row: row, column: left, fact.standing.role)
      text(fact.what, row: row, column: what)
      let isFailed = fact.standing == .failed
      let place = fact.what.isEmpty ? what : how
      row = paragraph(
        fact.how, row: row, column: place, width: size.columns - place - 2, isFailed ? .danger : .normal)
    }
    row += 1
    if let until = receipt.issuedTokenGoodUntil {
      let valid = words(.receiptIssued, ["time": state.calendar.clock(until, look)])
      row = paragraph(valid, row: row, column: left, width: size.columns - left - 4)
      row = paragraph(words(.receiptNoCopy), row: row, column: left, width: size.columns - left - 4) + 1
    }
    text(words(.receiptAnyKey), row: row, column: left)
  }
}

extension ReceiptFact.Standing {
  fileprivate var role: Role {
    switch self {
    case .done: .good
    case .failed: .danger
    case .kept: .heading
    }
  }
}
