import Glibc
import Strings
import TaskStorage

extension Examination {
  /// The state folder as the program would take it; a missing one is not made, only the way to it is looked at.
  func state(_ cloud: Start.Cloud?) -> Finding {
    let path: String
    var facts = stat()
    do throws(StateFolderFault) {
      path = try statePath(cloud)
      if lstat(path, &facts) != 0, errno == ENOENT {
        let found = missing(path)
        return found.verdict == .ok ? exposed(path) ?? found : found
      }
      try StateFolder(path).examine()
    } catch {
      return Finding(subject: .state, verdict: .fail, fact: error.line(words))
    }
    if access(path, W_OK | X_OK) != 0 { return unusable(path, errno) }
    if let warning = exposed(path) { return warning }
    let mode = String(facts.st_mode & 0o777, radix: 8)
    return Finding(subject: .state, verdict: .ok, fact: words(.doctorState, ["place": path, "mode": mode]))
  }

  /// A folder above it where others may write; nil when there is none.
  private func exposed(_ path: String) -> Finding? {
    guard let parent = StatePlace.openParent(of: path) else { return nil }
    let parts = ["place": path, "parent": parent]
    return Finding(
      subject: .state, verdict: .warn, fact: words(.doctorStateParent, parts),
      advice: words(.doctorStateParentAdvice, parts))
  }

  /// Where state would be kept for this cloud.
  func statePath(_ cloud: Start.Cloud?) throws(StateFolderFault) -> String {
    try StatePlace.path(chosen: options.state, environment: environment, isPractice: cloud?.isPractice ?? false)
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
