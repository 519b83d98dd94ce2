import Glibc
import Strings
import TaskStorage

/// Where state is kept between runs: `$XDG_STATE_HOME/tillside`, practice apart in `practice/`.
enum StatePlace {
  /// The folder's path for a run; `chosen` is the one given by `--state`.
  ///
  /// Never a place of everybody's: without a home folder one has to be named.
  static func path(chosen: String?, environment: [String: String], isPractice: Bool) throws(StateFolderFault) -> String
  {
    let home = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 + "/.local/state" }
    let states = environment["XDG_STATE_HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? home
    guard let base = chosen ?? states.map({ $0 + "/tillside" }) else { throw .nowhere }
    return isPractice ? base + "/practice" : base
  }

  /// A folder above it in which somebody else than this user and root may put another in its place; nil when there is none.
  static func openParent(of path: String) -> String? {
    var place = path
    while let slash = place.lastIndex(of: "/") {
      place = slash == place.startIndex ? "/" : String(place[..<slash])
      var facts = stat()
      if stat(place, &facts) == 0 {
        let isOurs = facts.st_uid == 0 || facts.st_uid == geteuid()
        let mayOthers = facts.st_mode & 0o002 != 0 || facts.st_mode & 0o020 != 0 && facts.st_gid != 0
        if !isOurs || mayOthers && facts.st_mode & mode_t(S_ISVTX) == 0 { return place }
      }
      if place == "/" { break }
    }
    return nil
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
    case .cannotMake(let path, ENOSPC), .cannotOpen(let path, ENOSPC), .cannotWrite(let path, ENOSPC),
      .cannotMake(let path, EDQUOT), .cannotOpen(let path, EDQUOT), .cannotWrite(let path, EDQUOT):
      words(.stateFull, ["place": path])
    case .cannotMake(let path, let errno), .cannotOpen(let path, let errno), .cannotWrite(let path, let errno):
      words(.stateUnusable, ["place": path, "reason": String(cString: strerror(errno))])
    case .nowhere: words(.stateNowhere)
    case .belongsToSomebodyElse(let path): words(.stateNotOurs, ["place": path])
    case .openToOthers(let path): words(.stateOpenToOthers, ["place": path])
    case .fileOfSomebodyElse(let path): words(.stateFileNotOurs, ["place": path])
    case .fileOpenToOthers(let path): words(.stateFileOpenToOthers, ["place": path])
    case .notAFile(let path): words(.stateNotAFile, ["place": path])
    case .keyDamaged(let path): words(.stateKeyDamaged, ["place": path])
    }
  }
}
