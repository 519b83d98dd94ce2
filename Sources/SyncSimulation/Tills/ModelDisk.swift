import StoreModel
import TaskSync

/// A terminal's disk: transactions one after the other, each whole or not at all; what was not written when the power
/// goes is gone, what was written stays.
struct ModelDisk: Sendable {
  struct Waiting: Sendable {
    var id: CommitID
    var commit: StoreCommit
    var worker: Int
    /// What its worker did, to a task each, where the transaction is about that.
    var acts: [Act] = []
    /// Whether it was given when the session ended: then what it is about is told by what is on the disk before it.
    var isLast = false
    /// Tasks never made whose owner gave them up while this was waiting: what it puts of them goes with them.
    var givenUp: Set<TaskID> = []
  }

  private(set) var copies: [StoreCopy]
  /// Transactions in order, not written yet.
  var waiting: [Waiting] = []
  /// What every transaction fails with just now.
  var fault: StoreFault?

  init(workers: Int) { copies = Array(repeating: StoreCopy(), count: workers) }

  mutating func apply(_ commit: StoreCommit, of worker: Int) { copies[worker].apply(commit) }

  mutating func destroy(_ worker: Int) { copies[worker].destroy() }

  /// What a start reads: a hold of the server is everybody's.
  func contents(of worker: Int) -> StoreContents {
    var contents = copies[worker].contents
    contents.hold = copies.compactMap(\.hold).max()
    return contents
  }
}
