/// Cuts one line into tokens and its comment; goes on after a mistake where that makes sense.
struct TapeScanner {
  private(set) var tokens: [TapeToken] = []
  private(set) var comment: String?
  private(set) var flaws: [TapeFlaw] = []

  private let line: [Unicode.Scalar]
  private var index = 0

  init(_ line: [Unicode.Scalar]) {
    self.line = line
    scan()
  }

  private var current: Unicode.Scalar? { index < line.count ? line[index] : nil }

  private mutating func scan() {
    for (place, scalar) in line.enumerated() where scalar.isControl && scalar != "\t" {
      flaws.append(TapeFlaw(column: place + 1, length: 1, kind: .controlCharacter(scalar.value)))
    }
    while let scalar = current {
      switch scalar {
      case " ", "\t":
        index += 1
      case "#":
        comment = String(line[(index + 1)...]).trimmed
        index = line.count
      case "\"":
        text()
      case "/" where tokens.first?.kind == .word("Mask"):
        pattern()
      default:
        word()
      }
    }
  }

  private mutating func word() {
    let start = index
    while let scalar = current, scalar != " ", scalar != "\t", scalar != "\"" { index += 1 }
    add(.word(String(line[start..<index])), from: start)
  }

  private mutating func pattern() {
    let start = index
    var source = ""
    index += 1
    while let scalar = current {
      index += 1
      if scalar == "/" { return add(.pattern(source), from: start) }
      if scalar == "\\", let next = current {
        if next != "/" { source.unicodeScalars.append(scalar) }
        source.unicodeScalars.append(next)
        index += 1
      } else {
        source.unicodeScalars.append(scalar)
      }
    }
    flaws.append(TapeFlaw(column: start + 1, length: index - start, kind: .openPattern))
  }

  private mutating func text() {
    let start = index
    var pieces: [TapeText.Piece] = []
    index += 1
    while let scalar = current {
      index += 1
      switch scalar {
      case "\"":
        return add(.text(TapeText(pieces)), from: start)
      case "\\":
        pieces.append(.literal(escape()))
      case "$" where current == "{":
        if let name = variable() { pieces.append(.variable(name)) }
      default:
        pieces.append(.literal(String(scalar)))
      }
    }
    flaws.append(TapeFlaw(column: start + 1, length: index - start, kind: .openText))
  }

  /// What stands for the escape whose backslash was just passed.
  private mutating func escape() -> String {
    let start = index - 1
    guard let scalar = current else { return "" }
    index += 1
    switch scalar {
    case "\"", "\\", "$": return String(scalar)
    case "n": return "\n"
    case "t": return "\t"
    case "e": return "\u{1B}"
    case "u": if let named = codePoint() { return String(named) }
    default: break
    }
    flaws.append(
      TapeFlaw(column: start + 1, length: index - start, kind: .unknownEscape(String(line[start..<index]))))
    return ""
  }

  /// The scalar of `{1F600}` after `\u`.
  private mutating func codePoint() -> Unicode.Scalar? {
    guard current == "{", let close = line[index...].firstIndex(of: "}"), close - index <= 7 else { return nil }
    let digits = String(line[(index + 1)..<close])
    guard digits.first != "+", let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) else {
      return nil
    }
    index = close + 1
    return scalar
  }

  /// The name of `{name}` after `$`.
  private mutating func variable() -> String? {
    let start = index - 1
    index += 1
    var name = ""
    while let scalar = current, scalar.isNameScalar {
      name.unicodeScalars.append(scalar)
      index += 1
    }
    if current == "}", TapeScanner.isName(name) {
      index += 1
      return name
    }
    flaws.append(TapeFlaw(column: start + 1, length: index - start, kind: .badName))
    return nil
  }

  private mutating func add(_ kind: TapeToken.Kind, from start: Int) {
    let source = String(line[start..<index])
    tokens.append(TapeToken(kind: kind, column: start + 1, length: index - start, source: source))
  }

  /// Whether a word can name a value: a letter, then letters, digits, `-` and `_`.
  static func isName(_ word: String) -> Bool {
    guard let first = word.unicodeScalars.first, first.isNameScalar, !first.isDigitOrMark else { return false }
    return word.unicodeScalars.allSatisfy(\.isNameScalar)
  }
}

extension Unicode.Scalar {
  fileprivate var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }
  fileprivate var isDigitOrMark: Bool { ("0"..."9").contains(self) || self == "-" || self == "_" }
  fileprivate var isNameScalar: Bool {
    ("a"..."z").contains(self) || ("A"..."Z").contains(self) || isDigitOrMark
  }
}

extension String {
  init(_ scalars: some Sequence<Unicode.Scalar>) {
    self.init()
    unicodeScalars.append(contentsOf: scalars)
  }

  /// Without blanks at both ends.
  var trimmed: String {
    let isBlank: (Unicode.Scalar) -> Bool = { $0 == " " || $0 == "\t" }
    return String(unicodeScalars.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
  }
}
