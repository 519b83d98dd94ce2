import Glibc
import Strings
import TaskStorage

extension Examination {
  /// The state folder as the program would take it; a missing one is not made, only the way to it is looked at.
  func state(_ cloud: Start.Cloud?) -> Finding {
    let path = StatePlace.path(
      chosen: options.state, environment: environment, isPractice: cloud?.isPractice ?? false)
    var facts = stat()
    if lstat(path, &facts) != 0, errno == ENOENT { return missing(path) }
    do throws(StateFolderFault) {
      _ = try StateFolder(path)
    } catch {
      return Finding(subject: .state, verdict: .fail, fact: error.line(words))
    }
    if access(path, W_OK | X_OK) != 0 { return unusable(path, errno) }
    let mode = String(facts.st_mode & 0o777, radix: 8)
    return Finding(subject: .state, verdict: .ok, fact: words(.doctorState, ["place": path, "mode": mode]))
  }

  private func missing(_ path: String) -> Finding {
    var above = path[...]
    while let slash = above.lastIndex(of: "/"), slash > above.startIndex {
      above = above[..<slash]
      if access(String(above), F_OK) == 0 { break }
    }
    let folder = above.contains("/") ? String(above) : "."
    if access(folder, W_OK | X_OK) != 0 { return unusable(path, errno) }
    return Finding(subject: .state, verdict: .ok, fact: words(.doctorStateMissing, ["place": path]))
  }

  private func unusable(_ path: String, _ code: Int32) -> Finding {
    let fault = StateFolderFault.cannotOpen(path: path, errno: code)
    return Finding(subject: .state, verdict: .fail, fact: fault.line(words))
  }
}
