public import SessionCore
public import StoreModel
import Strings

extension SignOutReceipt {
  /// The receipt as lines of text, for a program outside or a plain terminal; without the worker's name, since whoever comes
  /// next may read them.
  public func lines(_ look: Look, _ calendar: StoreCalendar) -> [String] {
    let words = look.words
    let span = spanWords(since.instant.duration(to: ended.instant), words)
    var lines = [
      words(.receiptTitle, ["time": calendar.clock(ended.wall, look)]) + ", " + words(.receiptSpan, ["span": span]),
      line(
        words.counted(.receiptTokens, tokensWiped), words, isGood: tokensLeft == 0,
        tokensLeft == 0 ? words(.receiptNoTokens) : words.counted(.receiptTokensLeft, tokensLeft)),
      line(
        words.counted(.receiptTasks, tasksDestroyed), words, isGood: tasksLeft == 0,
        tasksLeft == 0 ? words(.receiptNoTasks) : words.counted(.receiptTasksLeft, tasksLeft)),
      look.canForget
        ? line(words(.receiptScreen), words, isGood: true, words(.receiptCleared))
        : words(.receiptKept) + "  " + words(PlainPhrase.cannotForget),
    ]
    if changesKept > 0 {
      let kept = words.counted(.receiptChanges, changesKept) + "; " + words(CommandLinePhrase.receiptSealedForOwner)
      lines.append(words(.receiptKept) + "  " + kept)
    }
    if let until = issuedTokenGoodUntil {
      lines.append(words(.receiptIssued, ["time": calendar.clock(until, look)]) + " " + words(.receiptNoCopy))
    }
    return lines
  }

  private func line(_ what: String, _ words: Words, isGood: Bool, _ readBack: String) -> String {
    words(isGood ? .receiptDone : .receiptFailed) + "  " + what + "; " + readBack
  }
}
