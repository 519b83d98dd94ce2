import Glibc

/// Who may change the file that says where sign-ins go.
enum SettingsOwner {
  /// The file, or else its folder, when others than this user and root may change it; nil when nobody else may.
  static func openToOthers(_ path: String) -> String? {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    return [path, folder].first(where: isOpen)
  }

  private static func isOpen(_ path: String) -> Bool {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return false }
    let isForeign = facts.st_uid != 0 && facts.st_uid != geteuid()
    let isSticky = facts.st_mode & S_IFMT == S_IFDIR && facts.st_mode & S_ISVTX != 0
    return isForeign || facts.st_mode & 0o022 != 0 && !isSticky
  }
}
