/// What happens to the machine the program runs on, beside its cloud: disk, network, clock, another program.
public enum MachineEvent: Hashable, Sendable {
  /// What does not work until it is mended.
  public enum Trouble: String, Hashable, Sendable, CaseIterable {
    /// Ends every trouble.
    case fine
    /// Nothing can be written: no space, or the disk fails.
    case diskFull = "disk-full"
    case diskFails = "disk-fails"
    /// A copy that is destroyed can still be read.
    case copyStays = "copy-stays"
    /// A token that is wiped can still be found.
    case tokenStays = "token-stays"
    /// What the next sign-in finds: files somebody changed, or that were damaged.
    case copyAltered = "copy-altered"
    case changesAltered = "changes-altered"
    case copyDamaged = "copy-damaged"
    case copyEmptied = "copy-emptied"
    case keyChanged = "key-changed"
    /// Files others may read, which are not used; and files removed while they are open.
    case fileUnusable = "file-unusable"
    case filesRemoved = "files-removed"
    /// No way to the cloud, in the words of the network.
    case nameUnknown = "name-unknown"
    case notTrusted = "not-trusted"
    case proxyRefuses = "proxy-refuses"
    case redirected
    /// Nothing of the cloud can be reached, what practice commands talk to neither.
    case cutOff = "cut-off"
  }

  /// Something does not work, or works again.
  case trouble(Trouble)
  /// The program is stopped for so long, as by a terminal that is put to sleep, and goes on.
  case stopped(Duration)
  /// The clock on the wall is set forward by so much.
  case clock(Duration)
  /// Another program on this terminal asks for the lock.
  case lock
}

extension MachineEvent {
  /// The words after `Machine`, as tapes spell them.
  static let words = Trouble.allCases.map(\.rawValue) + ["stopped", "clock", "lock"]

  /// The word after `Machine`, and the time behind it.
  var spelling: (word: String, time: Duration?) {
    switch self {
    case .trouble(let trouble): (trouble.rawValue, nil)
    case .stopped(let time): ("stopped", time)
    case .clock(let time): ("clock", time)
    case .lock: ("lock", nil)
    }
  }
}
