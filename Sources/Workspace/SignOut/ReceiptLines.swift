public import SessionCore
public import StoreModel
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
  ///
  /// - Parameter named: whether the worker is named; whoever comes next may read what is printed.
  func facts(_ look: Look, keepsHistory: Bool, named: Bool = true) -> [ReceiptFact] {
    let words = look.words
    let name = ["name": worker.displayName]
    var facts = [
      ReceiptFact(
        standing: tokensLeft == 0 ? .done : .failed, what: words.counted(.receiptTokens, tokensWiped),
        how: tokensLeft == 0 ? words(.receiptNoTokens) : words.counted(.receiptTokensLeft, tokensLeft)),
      ReceiptFact(
        standing: tasksLeft == 0 ? .done : .failed, what: words.counted(.receiptTasks, tasksDestroyed),
        how: tasksLeft == 0 ? words(.receiptNoTasks) : words.counted(.receiptTasksLeft, tasksLeft)),
      look.canForget
        ? ReceiptFact(standing: .done, what: words(.receiptScreen), how: words(.receiptCleared))
        : ReceiptFact(standing: .kept, what: "", how: words(PlainPhrase.cannotForget)),
    ]
    if changesKept > 0 {
      let sealed = named ? words(.receiptSealed, name) : words(.receiptSealedForOwner)
      facts.append(
        ReceiptFact(standing: .kept, what: words.counted(.receiptChanges, changesKept), how: sealed))
    }
    if keepsHistory {
      let sealed = words(SessionPhrase.receiptHistorySealed, name)
      facts.append(ReceiptFact(standing: .kept, what: words(SessionPhrase.receiptHistory), how: sealed))
    }
    return facts
  }

  /// The receipt as lines of text, for a program outside or a plain terminal; without the worker's name, since whoever comes
  /// next may read them. No line is longer than 80 columns.
  public func lines(_ look: Look, _ calendar: StoreCalendar) -> [String] {
    let words = look.words
    let span = spanWords(since.instant.duration(to: ended.instant), words)
    var lines = [
      words(.receiptTitle, ["time": calendar.clock(ended.wall, look)]) + ", " + words(.receiptSpan, ["span": span])
    ]
    lines += facts(look, keepsHistory: false, named: false).map { fact in
      words(fact.standing.label) + "  " + (fact.what.isEmpty ? "" : fact.what + "; ") + fact.how
    }
    if let until = issuedTokenGoodUntil {
      lines.append(words(.receiptIssued, ["time": calendar.clock(until, look)]) + " " + words(.receiptNoCopy))
    }
    return lines.flatMap { SafeText.wrap($0, columns: 80).map(\.text) }
  }
}
