import SessionCore
import StoreModel
import Strings
import Terminal

extension Painter {
  /// What of the worker's changes waits for them, and for what.
  private func waiting(_ locked: LockedPage) -> [String] {
    let name = ["name": locked.name]
    let sent = locked.unsent - locked.undecided
    return (sent > 0 ? [words.counted(.lockedUnsent, sent, name)] : [])
      + (locked.undecided > 0 ? [words.counted(SessionPhrase.lockedUndecided, locked.undecided, name)] : [])
  }

  /// The locked terminal.
  mutating func locked(_ locked: LockedPage, _ state: AppState) {
    let left = 8
    let width = size.columns - left - 4
    let time = state.calendar.clock(locked.at, look)
    text(words(.lockedTitle, ["time": time]), row: 4, column: left, .heading)
    let why: Phrase =
      switch locked.reason {
      case .worker: .lockedByWorker
      case .idle: .lockedByIdle
      case .absoluteLimit: .lockedByLimit
      case .resumed: .lockedByResume
      case .clockMoved: .lockedByClock
      case .outside: .lockedFromOutside
      }
    var row = paragraph(words(why, ["name": locked.name]), row: 6, column: left, width: width)
    row = paragraph(words(.lockedCleared), row: row, column: left, width: width)
    for line in waiting(locked) { row = paragraph(line, row: row, column: left, width: width) }
    if let refusal = state.notKept.refusal {
      row = paragraph(refusal.sentence(words), row: row, column: left, width: width, .danger)
    }
    if let fate = state.fateOfDraft(endsProgram: false) {
      row = paragraph(words(fate), row: row, column: left, width: width, .warning)
    } else if state.notKept.isWriting, state.notKept.isOnDisk == true, state.notKept.worker == locked.person {
      row = paragraph(words(SessionPhrase.lockedDraft, ["name": locked.name]), row: row, column: left, width: width)
    }
    row += 1
    var keys = [
      ("Enter", words(.lockedUnlock, ["name": locked.name])), ("o", words(.lockedOther, ["name": locked.name])),
    ]
    if state.hasPIN { keys.insert(("0-9", words(SessionPhrase.pinOnLockPage)), at: 0) }
    for (key, meaning) in keys {
      text(key, row: row, column: left, .key)
      if frame.cursor == nil { frame.cursor = Position(row: row, column: left) }
      row = paragraph(meaning, row: row, column: left + 8, width: width - 8)
    }
  }
}
