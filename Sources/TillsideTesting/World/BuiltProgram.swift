import Glibc

/// Finds the programs built beside the running tests.
public enum BuiltProgram {
  /// Path of a product; `TILLSIDE_PROGRAMS` names another folder.
  public static func path(_ name: String = "tillside") throws -> String {
    let folder = getenv("TILLSIDE_PROGRAMS").map { String(cString: $0) } ?? ownFolder()
    let path = folder + "/" + name
    guard access(path, X_OK) == 0 else { throw WorldError.noProgram(path) }
    return path
  }

  private static func ownFolder() -> String {
    var buffer = [UInt8](repeating: 0, count: 4_096)
    let count = buffer.withUnsafeMutableBytes { bytes in
      bytes.baseAddress.map { readlink("/proc/self/exe", $0.assumingMemoryBound(to: CChar.self), bytes.count) } ?? 0
    }
    let path = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    return path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }
}
