import CVTerm
public import Terminal

/// A terminal emulator: bytes of a program in, a screen and the bytes of keys out.
public final class Emulator {
  private let emulator: OpaquePointer
  /// Columns and rows.
  public private(set) var size: Size

  /// An emulator of a size of at least one cell; nil when memory is short.
  public init?(size: Size) {
    guard size.columns > 0, size.rows > 0,
      let emulator = tillside_emulator_new(Int32(clamping: size.rows), Int32(clamping: size.columns))
    else { return nil }
    self.emulator = emulator
    self.size = size
  }

  deinit { tillside_emulator_free(emulator) }

  /// Shows what a program wrote.
  public func feed(_ bytes: [UInt8]) { tillside_emulator_feed(emulator, bytes, bytes.count) }

  /// Takes another size of at least one cell.
  public func resize(to size: Size) {
    guard size.columns > 0, size.rows > 0 else { return }
    tillside_emulator_resize(emulator, Int32(clamping: size.rows), Int32(clamping: size.columns))
    self.size = size
  }

  /// What is shown now.
  public var screen: EmulatedScreen {
    let facts = tillside_emulator_read_facts(emulator)
    var cells: [EmulatedCell] = []
    cells.reserveCapacity(size.rows * size.columns)
    for row in 0..<size.rows {
      for column in 0..<size.columns { cells.append(cell(row, column)) }
    }
    let cursor = Position(row: Int(facts.cursor_row), column: Int(facts.cursor_column))
    return EmulatedScreen(
      size: size, cells: cells, cursor: facts.cursor_visible ? cursor : nil, isAlternate: facts.alternate_screen,
      titlesSet: Int(facts.titles), scrolledLines: Int(facts.scrolled_lines))
  }

  /// Bytes the terminal has to send to the program: answers to its questions, and the keys pressed since.
  public func takeOutput() -> [UInt8] {
    var output: [UInt8] = []
    while true {
      let piece = [UInt8](unsafeUninitializedCapacity: 256) { buffer, count in
        count = tillside_emulator_take(emulator, buffer.baseAddress, buffer.count)
      }
      if piece.isEmpty { return output }
      output += piece
    }
  }

  /// The bytes a key sends in the keypad mode the program asked for.
  public func bytes(of key: Key) -> [UInt8] {
    let isAlt = key.modifiers.contains(.alt)
    guard let code = Emulator.code(of: key.code) else {
      guard case .character(let character) = key.code else { return [] }
      let plain = Array(String(character).utf8)
      let sent = key.modifiers.contains(.control) ? plain.map { $0 & 0x1F } : plain
      return (isAlt ? [0x1B] : []) + sent
    }
    let pending = takeOutput()
    tillside_emulator_key(
      emulator, code, key.modifiers.contains(.shift), isAlt, key.modifiers.contains(.control))
    return pending + takeOutput()
  }

  /// The bytes of a click with the first button; none where the program has not switched the mouse on.
  public func bytes(ofClickAt place: Position) -> [UInt8] {
    let pending = takeOutput()
    tillside_emulator_click(emulator, Int32(clamping: place.row), Int32(clamping: place.column))
    return pending + takeOutput()
  }

  /// Whether the program has switched the mouse on.
  public var takesMouse: Bool { tillside_emulator_read_facts(emulator).mouse }

  /// The bytes of a paste, in brackets where the program asked for them.
  public func bytes(ofPaste text: String) -> [UInt8] {
    tillside_emulator_paste(emulator, true)
    let start = takeOutput()
    tillside_emulator_paste(emulator, false)
    return start + Array(text.utf8) + takeOutput()
  }

  private func cell(_ row: Int, _ column: Int) -> EmulatedCell {
    let cell = tillside_emulator_cell(emulator, Int32(row), Int32(column))
    let values = [
      cell.scalars.0, cell.scalars.1, cell.scalars.2, cell.scalars.3, cell.scalars.4, cell.scalars.5,
    ]
    var text = ""
    // Behind the sign of a right half libvterm leaves the marks that stood in the cell before.
    let isRightHalf = values[0] == .max
    for value in values.prefix(while: { $0 != 0 }) where !isRightHalf {
      if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
    }
    if text.isEmpty, !isRightHalf { text = " " }
    return EmulatedCell(
      text: text, isBold: cell.bold, isUnderlined: cell.underline, isReverse: cell.reverse, isBlinking: cell.blink,
      foreground: cell.foreground == -1 ? nil : Int(cell.foreground),
      background: cell.background == -1 ? nil : Int(cell.background))
  }

  private static func code(of key: Key.Code) -> Int32? {
    let code =
      switch key {
      case .character: 0
      case .enter: TILLSIDE_KEY_ENTER
      case .escape: TILLSIDE_KEY_ESCAPE
      case .tab: TILLSIDE_KEY_TAB
      case .backspace: TILLSIDE_KEY_BACKSPACE
      case .delete: TILLSIDE_KEY_DELETE
      case .insert: TILLSIDE_KEY_INSERT
      case .up: TILLSIDE_KEY_UP
      case .down: TILLSIDE_KEY_DOWN
      case .left: TILLSIDE_KEY_LEFT
      case .right: TILLSIDE_KEY_RIGHT
      case .home: TILLSIDE_KEY_HOME
      case .end: TILLSIDE_KEY_END
      case .pageUp: TILLSIDE_KEY_PAGE_UP
      case .pageDown: TILLSIDE_KEY_PAGE_DOWN
      case .function(let number): TILLSIDE_KEY_FUNCTION + number
      }
    return code == 0 ? nil : Int32(code)
  }
}
