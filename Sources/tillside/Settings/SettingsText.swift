import Glibc

/// The text of a settings file, read so that no pipe, device or huge file keeps the program from starting.
enum SettingsText {
  /// Most bytes of a settings file; the sample with every key has a few thousand.
  static let limit = 1 << 20

  /// Reads a file: a regular one of at most `limit` bytes in UTF-8. A byte order mark before it is dropped.
  static func read(_ path: String) throws(SettingsFault) -> String {
    let bytes: [UInt8]
    do throws(TextFile.Refusal) { bytes = try TextFile.read(path, atMost: limit) } catch {
      switch error {
      case .system(let errno):
        let reason = String(cString: strerror(errno))
        throw fault(path, leadsNowhere(path, errno) ? .linkLeadsNowhere : .unreadable(reason: reason))
      case .notAFile: throw fault(path, .notAFile)
      case .tooLarge: throw fault(path, .tooLarge)
      }
    }
    return try text(bytes, path)
  }

  private static func text(_ bytes: [UInt8], _ path: String) throws(SettingsFault) -> String {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let own = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
    guard !own.contains(0), let text = String(validating: own, as: UTF8.self) else { throw fault(path, .notText) }
    return text
  }

  /// Whether the path is a link to something that is not there.
  private static func leadsNowhere(_ path: String, _ reason: Int32) -> Bool {
    var facts = stat()
    return reason == ENOENT && lstat(path, &facts) == 0
  }

  private static func fault(_ path: String, _ kind: SettingsFault.Kind) -> SettingsFault {
    SettingsFault(source: path, kind: kind)
  }
}
