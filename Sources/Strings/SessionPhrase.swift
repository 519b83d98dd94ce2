/// Texts about a session's lock, PIN, hand-over and end, by name; `Resources/Strings` holds the words.
public enum SessionPhrase: String, Hashable, Sendable, CaseIterable {
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
