/// Where golden screens are kept; reading and writing are passed in.
public struct GoldenShelf {
  /// Reads a file by its name; nil when it is not there.
  public var read: (String) -> String?
  /// Writes a file by its name; answers where it was written.
  public var write: (String, String) throws(TapeUnwritten) -> String
  /// Whether differing screens become the golden ones.
  public var isUpdating: Bool
  /// Told of each screen that is to be a golden one, by file name and text; answers which tape wants another one there.
  public var rival: (String, String) -> String?

  /// A shelf.
  public init(
    isUpdating: Bool = false, read: @escaping (String) -> String?,
    write: @escaping (String, String) throws(TapeUnwritten) -> String,
    rival: @escaping (String, String) -> String? = { _, _ in nil }
  ) {
    self.read = read
    self.write = write
    self.isUpdating = isUpdating
    self.rival = rival
  }

  /// Holds a screen against the golden one; nil when they are equal.
  ///
  /// A golden screen that is missing, or is none, is written as `NAME.screen.new`, and that is a difference too. Styles are
  /// only compared where roles are known.
  public func compare(_ name: String, with screen: TapeScreen, masks: ScreenMasks) -> GoldenDifference? {
    guard GoldenShelf.isName(name) else { return .badName(name) }
    let found = ScreenText(screen, masks: masks)
    let file = name + ".screen"
    if isUpdating, found.styles != nil, let tape = rival(file, found.text) { return .contested(name, by: tape) }
    if holds(name, screen, masks: masks) { return nil }
    let there = read(file)
    do throws(TapeUnwritten) {
      if isUpdating, found.styles != nil {
        _ = try write(file, found.text)
        return nil
      }
      if let golden = there.flatMap({ ScreenText($0) }) { return .differs(name, GoldenDifference.lines(golden, found)) }
      let place = try write(file + ".new", found.text)
      return there == nil ? .missing(writtenTo: place) : .malformed(name, writtenTo: place)
    } catch {
      return .unwritten(error)
    }
  }

  /// Whether a screen is the golden one of a name; writes nothing.
  func holds(_ name: String, _ screen: TapeScreen, masks: ScreenMasks) -> Bool {
    guard GoldenShelf.isName(name), let golden = read(name + ".screen").flatMap({ ScreenText($0) }) else {
      return false
    }
    let found = ScreenText(screen, masks: masks)
    return golden.grid == found.grid && (found.styles == nil || golden.styles == found.styles)
  }

  /// Whether a name can be a file's: letters, digits, `-`, `_` and `.`, no dot in front.
  static func isName(_ name: String) -> Bool {
    let isAllowed: (UInt8) -> Bool = { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || [0x2D, 0x2E, 0x5F].contains(byte)
    }
    return !name.isEmpty && name.utf8.first != 0x2E && name.utf8.allSatisfy(isAllowed)
  }
}

/// A file that could not be written.
public struct TapeUnwritten: Error, Hashable, Sendable {
  /// The file.
  public var path: String
  /// Why, in the system's words.
  public var reason: String

  /// A file that could not be written.
  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }
}

/// How a screen differs from its golden one.
public enum GoldenDifference: Hashable, Sendable {
  /// There is no golden screen of the name yet; this one was written for a person to look at and rename.
  case missing(writtenTo: String)
  /// What stands under the name is no screen; the one found was written for a person to look at and rename.
  case malformed(String, writtenTo: String)
  /// The screen found was to be written and could not be.
  case unwritten(TapeUnwritten)
  /// While the golden screens are made anew, this tape has already made another screen the golden one of this name.
  case contested(String, by: String)
  /// The lines that differ, golden ones with `-`, found ones with `+`.
  case differs(String, [String])
  /// The name cannot be a file's.
  case badName(String)

  /// Lines that differ.
  public var lines: [String] { if case .differs(_, let lines) = self { lines } else { [] } }

  var sentence: String {
    switch self {
    case .missing(let path): "there is no such golden screen yet: look at \(path) and rename it if it is right"
    case .malformed(let name, let path):
      "\(name).screen is there but is no golden screen: look at \(path) and rename it if it is right"
    case .contested(let name, let tape):
      "another screen is \(name).screen already, as \(tape) expects it: give one of the two another name"
    case .unwritten(let file): "the golden screen \(file.path) cannot be written: \(file.reason)"
    case .differs(let name, let lines): "the screen differs from \(name).screen in \(lines.count) lines"
    case .badName(let name): "\"\(name)\" cannot name a golden screen: use letters, digits, - and _"
    }
  }

  /// Rows that differ with their numbers, then what differs in cursor and styles; golden with `-`, found with `+`.
  static func lines(_ golden: ScreenText, _ found: ScreenText) -> [String] {
    var lines: [String] = []
    for number in 1...max(1, golden.rows.count, found.rows.count) {
      let pair = (golden.row(number), found.row(number))
      if pair.0 == pair.1 { continue }
      lines += [("-", pair.0), ("+", pair.1)].compactMap { sign, row in row.map { "\(sign) row \(number): \($0)" } }
    }
    if golden.cursor != found.cursor { lines += ["- \(golden.cursorLine)", "+ \(found.cursorLine)"] }
    let styles = (golden.styles ?? [], found.styles ?? golden.styles ?? [])
    for change in styles.1.difference(from: styles.0) {
      switch change {
      case .remove(_, let line, _): lines.append("- styles, " + line)
      case .insert(_, let line, _): lines.append("+ styles, " + line)
      }
    }
    return lines
  }
}
