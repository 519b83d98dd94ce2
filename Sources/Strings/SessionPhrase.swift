/// Texts about a session's lock, PIN, hand-over and end, by name; `Resources/Strings` holds the words.
public enum SessionPhrase: String, Hashable, Sendable, CaseIterable {
  // Session PIN.
  case pinTitle = "pin.title"
  case pinChoose = "pin.choose"
  case pinRepeat = "pin.repeat"
  case pinOpen = "pin.open"
  case pinField = "pin.field"
  case pinMeaning = "pin.meaning"
  case pinTooShort = "pin.too-short"
  case pinTooPlain = "pin.too-plain"
  case pinDiffers = "pin.differs"
  case pinChecking = "pin.checking"
  case pinWrong = "pin.wrong"
  case pinGone = "pin.gone"
  case pinSet = "pin.set"
  case pinNotSet = "pin.not-set"
  case pinOnLockPage = "pin.on-lock-page"
  case pinOpened = "pin.opened"
  case pinSignInToSend = "pin.sign-in-to-send"
  case signOutWaits = "sign-out.waits"
  case signOutNeedsYou = "sign-out.needs-you"
  case leavingKeepsDraft = "leaving.keeps-draft"
  case lockedUndecided = "locked.undecided"
  case othersUnsent = "found.others-unsent"
  case receiptNoChanges = "receipt.no-changes"
  case receiptHistory = "receipt.history"
  case receiptHistorySealed = "receipt.history-sealed"
  case receiptTasksStay = "receipt.tasks-stay"
  case receiptCopy = "receipt.copy"
  case receiptCopyUnread = "receipt.copy-unread"
  case receiptCopyNeverStored = "receipt.copy-never-stored"
  case receiptChangesLost = "receipt.changes-lost"

  // Files of the local copy that cannot be used, or are others than they were.
  case editFilesRemoved = "edit.files-removed"
  case storageFileUnusable = "storage.file-unusable"
  case storageKeyChanged = "storage.key-changed"
  case storageBegunAnew = "storage.begun-anew"
  case storageFilesRemoved = "storage.files-removed"
  case storageFilesRemovedLost = "storage.files-removed-lost"

  // Somebody who may does it this once.
  case overrideQuestion = "override.question"
  case overrideYes = "override.yes"
  case overrideTitle = "override.title"
  case overrideFor = "override.for"
  case overrideGranted = "override.granted"
  case overrideNotCleared = "override.not-cleared"
  case historyOverridden = "history.overridden"

  // Changes given up at the end of a session.
  case discardTitle = "discard.title"
  case discardNothing = "discard.nothing"
  case discardQuestion = "discard.question"
  case discardMore = "discard.more"
  case discardYes = "discard.yes"
  case discardGoing = "discard.going"

  // Kiosk.
  case reasonKiosk = "reason.kiosk"
  case kioskStays = "kiosk.stays"
}
