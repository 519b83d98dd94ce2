import Glibc
import Instances
import Strings
import TaskStorage

extension Examination {
  /// The state folder as the program would take it; a missing one is not made, only the way to it is looked at.
  func state(_ settings: Settings?, _ cloud: Start.Cloud?) -> Finding {
    if access("/proc/self/fd", X_OK) != 0 { return failed(words(.stateNoProc)) }
    let path: String
    var facts = stat()
    do throws(StateFolderFault) {
      path = try statePath(cloud)
      if lstat(path, &facts) != 0 {
        guard errno == ENOENT else { return unusable(path, errno) }
        let found = missing(path)
        return found.verdict == .ok ? exposed(path) ?? found : found
      }
      try StateFolder(path).examine()
    } catch {
      return failed(error.line(words))
    }
    if access(path, W_OK | X_OK) != 0 { return unusable(path, errno) }
    if isFull(path) { return unusable(path, ENOSPC) }
    let place = InstancePlace(folder: path, register: (settings ?? Settings()).terminal.register)
    do throws(InstanceFault) { try place.check() } catch { return failed(error.line(place, words)) }
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

  /// Whether a folder could be made at a path where none is; a link that leads nowhere is in the way like a file.
  private func missing(_ path: String) -> Finding {
    var above = path[...]
    var facts = stat()
    while let slash = above.lastIndex(of: "/"), slash > above.startIndex {
      above = above[..<slash]
      if lstat(String(above), &facts) == 0 { break }
    }
    let folder = above.contains("/") ? String(above) : "."
    if stat(folder, &facts) != 0 { return unusable(folder, errno) }
    if facts.st_mode & S_IFMT != S_IFDIR { return unusable(folder, ENOTDIR) }
    if access(folder, W_OK | X_OK) != 0 { return unusable(path, errno) }
    if isFull(folder) { return unusable(path, ENOSPC) }
    return Finding(subject: .state, verdict: .ok, fact: words(.doctorStateMissing, ["place": path]))
  }

  private func isFull(_ path: String) -> Bool {
    var facts = statvfs()
    return statvfs(path, &facts) == 0 && (facts.f_bavail == 0 || facts.f_favail == 0 && facts.f_files > 0)
  }

  private func failed(_ fact: String) -> Finding { Finding(subject: .state, verdict: .fail, fact: fact) }

  private func unusable(_ path: String, _ code: Int32) -> Finding {
    failed(StateFolderFault.cannotOpen(path: path, errno: code).line(words))
  }
}
