import Glibc
import StoreModel

/// The store's time zone, read once at start from the system's zone files.
enum StoreZone {
  /// The calendar of a named zone; without a name that of `TZ` or `/etc/localtime`; UTC when none can be read.
  static func calendar(named name: String?, environment: [String: String]) -> StoreCalendar {
    if let wanted = name ?? environment["TZ"], !wanted.isEmpty, !wanted.contains("..") {
      let path = wanted.hasPrefix("/") ? wanted : place(wanted)
      return read(path) ?? .utc
    }
    return read("/etc/localtime") ?? .utc
  }

  /// Whether the system has a zone of that name; `UTC` needs no file.
  static func isKnown(_ name: String) -> Bool {
    if name == "UTC" { return true }
    return !name.hasPrefix("/") && !name.split(separator: "/").contains("..") && read(place(name)) != nil
  }

  private static func place(_ name: String) -> String { "/usr/share/zoneinfo/" + name }

  private static func read(_ path: String) -> StoreCalendar? {
    guard let file = fopen(path, "re") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = fread(&bytes, 1, bytes.count, file)
    return try? StoreCalendar(tzif: Array(bytes.prefix(count)))
  }
}
