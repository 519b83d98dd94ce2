import Glibc
import Synchronization
import Tape

/// Where the golden screens of a tape are: in the folder `Screens` beside the tape; where that stands in a folder `Tapes`,
/// beside that folder. It is made when the first screen is written.
struct GoldenFolder {
  private let path: String
  /// The same folder, however a tape leads to it.
  private let place: String
  private let tape: String

  init(of tape: String) {
    self.tape = tape
    let folder = tape.lastIndex(of: "/").map { String(tape[...$0]) } ?? "./"
    let parts = (GoldenFolder.whole(folder) ?? folder).split(separator: "/")
    let isAmongTapes = parts.last == "Tapes"
    path = folder + (isAmongTapes ? "../Screens" : "Screens")
    place = (isAmongTapes ? parts.dropLast() : parts).joined(separator: "/") + "/Screens"
  }

  /// The screens in it; with `isUpdating` those that differ become the golden ones.
  ///
  /// - Parameter claims: what other tapes of this run have made golden.
  func shelf(isUpdating: Bool = false, claims: GoldenClaims = GoldenClaims()) -> GoldenShelf {
    let (path, place, tape) = (path, place, tape)
    return GoldenShelf(
      isUpdating: isUpdating,
      read: { name in TapeFiles.content("\(path)/\(name)").map { String(decoding: $0, as: UTF8.self) } },
      write: { name, text throws(TapeUnwritten) in
        if mkdir(path, 0o777) != 0, errno != EEXIST {
          throw TapeUnwritten(path: "\(path)/\(name)", reason: String(cString: strerror(errno)))
        }
        try TapeFiles.put(text, at: "\(path)/\(name)")
        return "\(path)/\(name)"
      },
      rival: { name, text in claims.rival("\(place)/\(name)", text, of: tape) })
  }

  private static func whole(_ path: String) -> String? {
    guard let whole = realpath(path, nil) else { return nil }
    defer { free(whole) }
    return String(cString: whole)
  }
}

/// Which tape of a run made which screen the golden one; safe from any thread.
final class GoldenClaims: Sendable {
  private let screens = Mutex<[String: (text: String, tape: String)]>([:])

  /// Notes a screen under its path; answers the tape that has another one there already.
  func rival(_ path: String, _ text: String, of tape: String) -> String? {
    screens.withLock { screens in
      guard let first = screens[path] else {
        screens[path] = (text, tape)
        return nil
      }
      return first.text == text ? nil : first.tape
    }
  }
}
