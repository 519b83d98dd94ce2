import Glibc
import Strings
import TaskStorage

/// Where state is kept between runs: `$XDG_STATE_HOME/tillside`, practice apart in `practice/`.
enum StatePlace {
  /// The folder's path for a run; `chosen` is the one given by `--state`.
  static func path(chosen: String?, environment: [String: String], isPractice: Bool) -> String {
    let home = environment["XDG_STATE_HOME"] ?? (environment["HOME"] ?? "/tmp") + "/.local/state"
    let base = chosen ?? home + "/tillside"
    return isPractice ? base + "/practice" : base
  }

  /// Makes all folders above the last (0700 each, those that are missing), then takes the last safely.
  static func open(_ path: String) throws(StateFolderFault) -> StateFolder {
    var above = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/").dropLast() {
      above += "/" + part
      if mkdir(above, 0o700) != 0, errno != EEXIST { throw .cannotMake(path: above, errno: errno) }
    }
    return try StateFolder(path)
  }
}

extension StateFolderFault {
  /// One line: which folder, why, what to do.
  func line(_ words: Words) -> String {
    switch self {
    case .cannotMake(let path, let errno), .cannotOpen(let path, let errno), .cannotWrite(let path, let errno):
      words(.stateUnusable, ["place": path, "reason": String(cString: strerror(errno))])
    case .belongsToSomebodyElse(let path): words(.stateNotOurs, ["place": path])
    case .openToOthers(let path): words(.stateOpenToOthers, ["place": path])
    case .keyDamaged(let path): words(.stateKeyDamaged, ["place": path])
    }
  }
}
