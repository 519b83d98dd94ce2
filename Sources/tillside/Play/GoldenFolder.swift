import Glibc
import Tape

/// Where the golden screens of a tape are: in the folder `Screens` beside the tape; where that stands in a folder `Tapes`,
/// beside that folder. It is made when the first screen is written.
struct GoldenFolder {
  private let path: String

  init(of tape: String) {
    let folder = tape.lastIndex(of: "/").map { String(tape[...$0]) } ?? "./"
    path = folder + (GoldenFolder.name(of: folder) == "Tapes" ? "../Screens" : "Screens")
  }

  /// The screens in it; with `isUpdating` those that differ become the golden ones.
  func shelf(isUpdating: Bool = false) -> GoldenShelf {
    let path = path
    return GoldenShelf(
      isUpdating: isUpdating,
      read: { name in TapeFiles.content("\(path)/\(name)").map { String(decoding: $0, as: UTF8.self) } },
      write: { name, text throws(TapeUnwritten) in
        mkdir(path, 0o777)
        try TapeFiles.put(text, at: "\(path)/\(name)")
        return "\(path)/\(name)"
      })
  }

  private static func name(of folder: String) -> String? {
    guard let whole = realpath(folder, nil) else { return nil }
    defer { free(whole) }
    return String(cString: whole).split(separator: "/").last.map(String.init)
  }
}
