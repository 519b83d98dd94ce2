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
  case othersUnsent = "found.others-unsent"
  case receiptSealedForOwner = "receipt.sealed-for-owner"

  // A second start, and requests from outside.
  case instanceRunning = "instance.running"
  case instanceOffer = "instance.offer"
  case instanceLocked = "instance.locked"
  case instanceNobody = "instance.nobody"
  case instanceSilent = "instance.silent"
  case instanceNone = "instance.none"
  case instanceUnusable = "instance.unusable"
}
