import Glibc
import Terminal

/// Pages on which every scalar, then each text of a file, stands between guard cells.
///
/// Each page is shown twice, its guards first as `|` and then as `!`: what a terminal measures otherwise than we do leaves
/// a `|` behind where it put one, so that an outsider who cannot see columns sees it.
struct Guards {
  /// Columns from one guard to the next; a glyph takes two at most.
  private static let step = 4
  private static let across = 20
  private static let down = 23
  static let perPage = across * down
  static let scalarPages = (0x110000 + perPage - 1) / perPage

  private let texts: [String]
  private(set) var page: Int
  private var isSecond = false

  /// The pages after those of all scalars show the texts of a file.
  init(first: Int, texts: [String]) {
    page = first
    self.texts = texts
  }

  var isOver: Bool { page >= Guards.scalarPages + texts.count }

  mutating func goOn() {
    if isSecond { page += 1 }
    isSecond.toggle()
  }

  func frame(_ size: Size) -> Frame {
    var frame = Frame(size: size)
    let bar = SafeText(isSecond ? "!" : "|")
    if page < Guards.scalarPages {
      scalars(bar, &frame)
    } else if texts.indices.contains(page - Guards.scalarPages) {
      text(texts[page - Guards.scalarPages], bar, &frame)
    }
    frame.put(SafeText("guards \(page) \(isSecond ? 2 : 1)"), at: Position(row: size.rows - 1, column: 0))
    frame.cursor = Position(row: size.rows - 1, column: 0)
    return frame
  }

  private func scalars(_ bar: SafeText, _ frame: inout Frame) {
    for slot in 0..<Guards.perPage {
      let place = Position(row: slot / Guards.across, column: slot % Guards.across * Guards.step)
      frame.put(bar, at: place)
      let value = UInt32(page * Guards.perPage + slot)
      guard value != 0x21, value != 0x7C, let scalar = Unicode.Scalar(value) else { continue }
      // Beside a letter and alone: a mark must not climb onto the guard.
      let text = SafeText(String(scalar))
      frame.put(text, at: Position(row: place.row, column: place.column + 1), limit: 2)
    }
  }

  /// The text on every other row, cut where a page cuts; the rows between are all guards.
  private func text(_ text: String, _ bar: SafeText, _ frame: inout Frame) {
    let safe = SafeText(text).cut(to: 70)
    for row in 0..<Guards.down {
      let isGuardRow = row % 2 == 1
      for column in 0..<frame.size.columns where isGuardRow || column < 2 || column > 76 {
        frame.put(bar, at: Position(row: row, column: column))
      }
      if !isGuardRow { frame.put(safe, at: Position(row: row, column: 2), limit: 72) }
    }
  }

  /// The texts of a file, parted by zero bytes; none without a file.
  static func texts(in path: String?) -> [String] {
    guard let path, let file = fopen(path, "re") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = fgetc(file), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
    return bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }
}
