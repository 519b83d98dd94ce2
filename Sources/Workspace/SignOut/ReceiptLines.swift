import SessionCore
import StoreModel
import Strings
import Terminal

/// One line of a receipt: what was cleared or kept, and how that was found out.
struct ReceiptFact {
  enum Standing {
    case done, failed, kept

    var label: Phrase {
      switch self {
      case .done: .receiptDone
      case .failed: .receiptFailed
      case .kept: .receiptKept
      }
    }
  }

  let standing: Standing
  /// Empty where one sentence says it all.
  let what: String
  let how: String
}

extension SignOutReceipt {
  /// Its lines in order.
  func facts(_ state: AppState) -> [ReceiptFact] {
    let look = state.look
    let words = look.words
    let name = ["name": worker.displayName]
    var facts = [
      ReceiptFact(
        standing: tokensLeft == 0 ? .done : .failed, what: words.counted(.receiptTokens, tokensWiped),
        how: tokensLeft == 0 ? words(.receiptNoTokens) : words.counted(.receiptTokensLeft, tokensLeft)),
      copyFact(words),
      look.canForget
        ? ReceiptFact(standing: .done, what: words(.receiptScreen), how: words(.receiptCleared))
        : ReceiptFact(standing: .kept, what: "", how: words(PlainPhrase.cannotForget)),
    ]
    if changesLost > 0 {
      facts.append(
        ReceiptFact(
          standing: .failed, what: words.counted(.receiptChanges, changesLost),
          how: words(SessionPhrase.receiptChangesLost)))
    }
    if changesKept > 0 {
      facts.append(
        ReceiptFact(
          standing: .kept, what: words.counted(.receiptChanges, changesKept),
          how: words.counted(.receiptSealed, changesKept, name)))
    } else if tasksLeft == 0, changesLost == 0, copy != .unread {
      facts.append(ReceiptFact(standing: .done, what: "", how: words(SessionPhrase.receiptNoChanges)))
    }
    if state.notKept.worker == worker.id {
      if let refusal = state.notKept.refusal {
        facts.append(ReceiptFact(standing: .failed, what: "", how: refusal.sentence(words)))
      }
      if !state.endedWithSession, let fate = state.fateOfDraft(endsProgram: false) {
        facts.append(ReceiptFact(standing: .kept, what: "", how: words(fate)))
      }
    }
    if state.keepsHistory {
      let sealed = words(SessionPhrase.receiptHistorySealed, name)
      facts.append(ReceiptFact(standing: .kept, what: words(SessionPhrase.receiptHistory), how: sealed))
    }
    return facts
  }

  /// What is said of the local copy.
  private func copyFact(_ words: Words) -> ReceiptFact {
    switch copy {
    case .read where tasksLeft == 0:
      ReceiptFact(standing: .done, what: words.counted(.receiptTasks, tasksDestroyed), how: words(.receiptNoTasks))
    case .read:
      ReceiptFact(
        standing: .failed, what: words.counted(SessionPhrase.receiptTasksStay, tasksLeft), how: words(.receiptTasksLeft)
      )
    case .unread:
      ReceiptFact(
        standing: .failed, what: words(SessionPhrase.receiptCopy), how: words(SessionPhrase.receiptCopyUnread))
    case .neverStored:
      ReceiptFact(
        standing: .done, what: words(SessionPhrase.receiptCopy), how: words(SessionPhrase.receiptCopyNeverStored))
    }
  }

  /// The receipt as lines of text: whose session ended, where and when, what was cleared and what is kept; no task, no
  /// account, and nothing of what was done.
  fileprivate func lines(_ state: AppState) -> [String] {
    let (look, calendar) = (state.look, state.calendar)
    let words = look.words
    let span = spanWords(since.instant.duration(to: ended.instant), words)
    var lines = [
      words(.receiptTitle, ["time": calendar.clock(ended.wall, look)]) + ", " + words(.receiptSpan, ["span": span]),
      [worker.displayName, state.till.place(look), calendar.longDate(ended.wall, look)].joined(
        separator: " " + look.dot + " "),
    ]
    lines += facts(state).map { fact in
      words(fact.standing.label) + "  " + (fact.what.isEmpty ? "" : fact.what + "; ") + fact.how
    }
    if let until = issuedTokenGoodUntil {
      lines.append(words(.receiptIssued, ["time": calendar.clock(until, look)]) + " " + words(.receiptNoCopy))
    }
    return lines.flatMap { SafeText.wrap($0, columns: 80).map(\.text) }
  }
}

extension AppState {
  /// The receipt of the last session that ended, for a program outside or a plain terminal, no line longer than 80 columns;
  /// empty where none ended. It holds no more than the receipt page shows to whoever comes next.
  public var receiptLines: [String] { lastReceipt?.lines(self) ?? [] }
}
