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
    let time = state.calendar.clock(receipt.ended.wall, look)
    text(words(.receiptTitle, ["time": time]), row: 4, column: left, .heading)
    let span = spanWords(receipt.since.instant.duration(to: receipt.ended.instant), words)
    text(receipt.worker.displayName + " " + look.dot + " " + words(.receiptSpan, ["span": span]), row: 4, column: 39)
    frame.cursor = Position(row: 4, column: left)
    line(
      words.counted(.receiptTokens, receipt.tokensWiped),
      receipt.tokensLeft == 0 ? words(.receiptNoTokens) : words.counted(.receiptTokensLeft, receipt.tokensLeft),
      isGood: receipt.tokensLeft == 0, row: 6)
    line(
      words.counted(.receiptTasks, receipt.tasksDestroyed),
      receipt.tasksLeft == 0 ? words(.receiptNoTasks) : words.counted(.receiptTasksLeft, receipt.tasksLeft),
      isGood: receipt.tasksLeft == 0, row: 7)
    if look.canForget {
      line(words(.receiptScreen), words(.receiptCleared), isGood: true, row: 8)
    } else {
      text(words(.receiptKept), row: 8, column: left, .heading)
      text(words(PlainPhrase.cannotForget), row: 8, column: left + 7)
    }
    if receipt.changesKept > 0 {
      text(words(.receiptKept), row: 9, column: left, .heading)
      text(words.counted(.receiptChanges, receipt.changesKept), row: 9, column: left + 7)
      let kept = words(.receiptSealed, ["name": receipt.worker.displayName])
      paragraph(kept, row: 9, column: 39, width: size.columns - 41, rows: 3)
    }
    if state.keepsHistory {
      let row = receipt.changesKept > 0 ? 12 : 9
      text(words(.receiptKept), row: row, column: left, .heading)
      text(words(SessionPhrase.receiptHistory), row: row, column: left + 7, limit: 23)
      let kept = words(SessionPhrase.receiptHistorySealed, ["name": receipt.worker.displayName])
      paragraph(kept, row: row, column: 39, width: size.columns - 41, rows: 2)
    }
    var row = 14
    if let until = receipt.issuedTokenGoodUntil {
      let valid = words(.receiptIssued, ["time": state.calendar.clock(until, look)])
      row = paragraph(valid, row: row, column: left, width: size.columns - left - 4)
      row = paragraph(words(.receiptNoCopy), row: row, column: left, width: size.columns - left - 4) + 1
    }
    text(words(.receiptAnyKey), row: row, column: left)
  }

  private mutating func line(_ what: String, _ readBack: String, isGood: Bool, row: Int) {
    text(words(isGood ? .receiptDone : .receiptFailed), row: row, column: 8, isGood ? .good : .danger)
    text(what, row: row, column: 15, limit: 23)
    text(readBack, row: row, column: 39, isGood ? .normal : .danger)
  }
}
