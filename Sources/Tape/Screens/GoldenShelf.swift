/// Where golden screens are kept; reading and writing are passed in.
public struct GoldenShelf {
  /// Reads a file by its name; nil when it is not there.
  public var read: (String) -> String?
  /// Writes a file by its name; answers where it was written.
  public var write: (String, String) -> String
  /// Whether differing screens become the golden ones.
  public var isUpdating: Bool

  /// A shelf.
  public init(
    isUpdating: Bool = false, read: @escaping (String) -> String?, write: @escaping (String, String) -> String
  ) {
    self.read = read
    self.write = write
    self.isUpdating = isUpdating
  }

  /// Holds a screen against the golden one; nil when they are equal.
  ///
  /// A golden screen that is missing is written as `NAME.screen.new`, and that is a difference too. Styles are only
  /// compared where roles are known.
  public func compare(_ name: String, with screen: TapeScreen, masks: ScreenMasks) -> GoldenDifference? {
    guard GoldenShelf.isName(name) else { return .badName(name) }
    if holds(name, screen, masks: masks) { return nil }
    let found = ScreenText(screen, masks: masks)
    let file = name + ".screen"
    let golden = read(file).flatMap { ScreenText($0) }
    if isUpdating, found.styles != nil {
      _ = write(file, found.text)
      return nil
    }
    guard let golden else { return .missing(writtenTo: write(file + ".new", found.text)) }
    return .differs(name, GoldenDifference.lines(golden, found))
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

/// How a screen differs from its golden one.
public enum GoldenDifference: Hashable, Sendable {
  /// There is no golden screen of the name yet; this one was written for a person to look at and rename.
  case missing(writtenTo: String)
  /// The lines that differ, golden ones with `-`, found ones with `+`.
  case differs(String, [String])
  /// The name cannot be a file's.
  case badName(String)

  /// Lines that differ.
  public var lines: [String] { if case .differs(_, let lines) = self { lines } else { [] } }

  var sentence: String {
    switch self {
    case .missing(let path): "there is no such golden screen yet: look at \(path) and rename it if it is right"
    case .differs(let name, let lines): "the screen differs from \(name).screen in \(lines.count) lines"
    case .badName(let name): "\"\(name)\" cannot name a golden screen: use letters, digits, - and _"
    }
  }

  static func lines(_ golden: ScreenText, _ found: ScreenText) -> [String] {
    let expected = golden.grid + (found.styles == nil ? [] : golden.styles ?? [])
    let actual = found.grid + (found.styles ?? [])
    var lines: [String] = []
    for change in actual.difference(from: expected) {
      switch change {
      case .remove(_, let line, _): lines.append("- " + line)
      case .insert(_, let line, _): lines.append("+ " + line)
      }
    }
    return lines
  }
}
