/// Why a state file cannot be used.
public enum StateFault: Error, Hashable, Sendable {
  /// It cannot be opened or read; an error number of the system.
  case unreadable(path: String, code: Int32)
  /// It or its folder cannot be written; an error number of the system.
  case unwritable(path: String, code: Int32)
  /// Another process keeps its world in it.
  case inUse(path: String)
  /// It is no state file, or a line of it is damaged.
  case damaged(path: String, line: Int)
  /// It was written in a format this version does not read.
  case unknownFormat(path: String, found: Int)
  /// It holds another world than the one asked for; what was asked for, and what is there.
  case otherWorld(path: String, what: String, asked: String, held: String)
}
