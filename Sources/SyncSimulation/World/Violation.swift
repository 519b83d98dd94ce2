/// A promise that did not hold.
public struct Violation: Error, Hashable, Sendable {
  /// The promises, by their numbers in the design (reliability §4.8), and a few of ours.
  public enum Promise: String, Hashable, Sendable {
    /// Each accepted edit is in the outbox, at the server, on a card, or was discarded by its owner.
    case keptEdits = "I1"
    /// Nobody's edit travels in somebody else's name.
    case ownName = "I2"
    /// Nothing is made twice.
    case madeOnce = "I3"
    /// No change of somebody else is reverted without a person.
    case nothingReverted = "I4"
    /// At rest the copy is the server's state plus the outbox, on the screen and on the disk.
    case sameAtRest = "I6"
    /// When faults stop, everything is sent within half an hour.
    case drains = "I7"
    /// What is shown as accepted is on the disk.
    case diskFirst = "on disk first"
    /// Nothing is asked before the server's hold is over.
    case holds = "Retry-After"
    /// Teams are asked for at sign-in and on demand only.
    case termsOfUse = "terms of use"
    /// The screen shows what the machine says.
    case screen = "screen"
  }

  /// Which.
  public var promise: Promise
  /// What was found.
  public var facts: String

  init(_ promise: Promise, _ facts: String) {
    self.promise = promise
    self.facts = facts
  }
}
