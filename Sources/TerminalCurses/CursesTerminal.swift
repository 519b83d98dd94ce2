internal import CCurses
internal import Glibc
public import Terminal
internal import TerminalWaiting

/// The terminal on standard input and output, drawn through ncursesw and read by our own decoder.
///
/// One in a process, on the thread of the loop. It catches SIGWINCH, SIGCONT, SIGTERM, SIGINT, SIGQUIT and SIGHUP and ignores
/// job control while it is open. Call `close()` before the process ends; a process that is killed leaves that to its
/// supervisor. The terminal's title is never set.
public final class CursesTerminal: TerminalDevice {
  /// Columns and rows now.
  public private(set) var size: Size
  /// What was found at start.
  public let abilities: TerminalAbilities
  /// Ends a wait from any thread.
  public var waker: any TerminalWaker { input.waker }
  /// What the roles look like; another theme is seen with the next frame.
  public var theme: Theme {
    didSet { if theme != oldValue { invalidate() } }
  }

  private let input: TerminalInput
  private let canEncode: Bool
  private let isLinuxConsole: Bool
  private var pairs: ColorPairs
  private var shown: Frame?
  private var isOpen = true
  private var isGone = false

  /// Takes the terminal.
  ///
  /// - Parameters:
  ///   - theme: what the roles look like; without colours it is always `Theme.mono`.
  ///   - usesColor: false for no colours at all; nil asks `NO_COLOR` and the terminal.
  ///   - usesMouse: whether clicks and the wheel are asked for; the terminal's own select and copy then needs Shift.
  ///   - environment: `TERM`, `NO_COLOR`, `ESCDELAY`, and what tells of a link between keyboard and program.
  public init(theme: Theme, usesColor: Bool? = nil, usesMouse: Bool = false, environment: [String: String])
    throws(CursesError)
  {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
    guard let name = environment["TERM"], !name.isEmpty else { throw .noTerminalName }
    canEncode = ccurses_set_locale() == 1
    isLinuxConsole = LinuxConsole.isNamed(name)
    let link = KeyLink(environment: environment)
    // Signals first: ncurses leaves alone what is handled already.
    let waiting: TerminalInput
    do throws(WaitingFault) {
      waiting = try TerminalInput(KeyDecoder(escapeDelay: link.escapeDelay))
    } catch {
      throw .unavailable(errno: error.errno)
    }
    switch ccurses_open(name) {
    case Int32(CCURSES_OPEN.rawValue): break
    case Int32(CCURSES_UNKNOWN.rawValue): throw .unknownTerminal(name)
    case Int32(CCURSES_INCAPABLE.rawValue): throw .cannotPlaceCursor(name)
    default: throw .unavailable(errno: errno)
    }
    waiting.reader = KeyDecoder(
      escapeDelay: link.escapeDelay, sequences: TerminfoKeys.sequences(), takesMouse: usesMouse)
    if usesMouse { ccurses_use_mouse() }
    input = waiting
    let isPlain = usesColor.map { !$0 } ?? (environment["NO_COLOR"]?.isEmpty == false)
    pairs = ColorPairs(count: isPlain ? 0 : Int(ccurses_colors()))
    self.theme = theme
    size = CursesTerminal.measure()
    let hasSigns = !isLinuxConsole && !CursesTerminal.isHardware(name)
    abilities = TerminalAbilities(
      isUnicode: canEncode && hasSigns, colors: pairs.count, isRemote: link.isRemote)
  }

  deinit { close() }

  /// Gives the terminal back as it was, its screen empty; afterwards nothing is drawn any more.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    ccurses_close()
  }

  /// Waits for events; see `TerminalDevice`.
  public func events(waitingUpTo limit: Duration?) -> [TerminalEvent] {
    let news = input.wait(upTo: limit)
    var events: [TerminalEvent] = []
    for signal in news.signals { tell(signal, to: &events) }
    for event in news.events {
      if event == .hangUp { isGone = true }
      events.append(event)
    }
    return events
  }

  /// Shows a frame; see `TerminalDevice`.
  public func present(_ frame: Frame) {
    guard isOpen, !isGone else { return }
    let diff = FrameDiff(from: shown, to: frame)
    if diff.isEmpty { return }
    let looks = theme.fitted(to: pairs.count)
    for run in diff.runs where run.position.row < size.rows { draw(run, fitted(looks[run.style])) }
    let rows = spreadRows(diff, frame)
    for row in rows { ccurses_redraw(Int32(row)) }
    shown = frame
    ccurses_flush(Int32(diff.cursor?.row ?? -1), Int32(diff.cursor?.column ?? 0))
    guard !rows.isEmpty else { return }
    for row in rows { spread(frame, row: row, looks) }
    ccurses_end_over(Int32(diff.cursor?.row ?? size.rows - 1), Int32(diff.cursor?.column ?? 0))
  }

  /// Rows that change and hold glyphs that are spread, or held one. ncurses knows nothing of what is drawn over it, so
  /// these rows are drawn whole.
  private func spreadRows(_ diff: FrameDiff, _ frame: Frame) -> [Int] {
    guard canEncode else { return [] }
    var rows: [Int] = []
    for run in diff.runs where run.position.row < size.rows && rows.last != run.position.row {
      let row = run.position.row
      let columns = 0..<frame.size.columns
      let isSpread = columns.contains { frame[row, $0].glyph.isSpread || shown?[row, $0].glyph.isSpread == true }
      if isSpread { rows.append(row) }
    }
    return rows
  }

  /// Draws the spread glyphs of a row, each at its own place, over the letter and the blank that ncurses put there.
  private func spread(_ frame: Frame, row: Int, _ looks: Theme) {
    for column in 0..<min(size.columns, frame.size.columns) - 1 where frame[row, column].glyph.isSpread {
      let cell = frame[row, column]
      let look = fitted(looks[cell.style])
      ccurses_draw_over(
        Int32(row), Int32(column), cell.glyph.base, cell.glyph.mark1, cell.glyph.mark2,
        Int32(look.attributes.rawValue), pairs.number(for: look))
    }
  }

  /// Empties screen and scrollback; see `TerminalDevice`.
  public func blank() {
    guard isOpen, !isGone else { return }
    shown = nil
    ccurses_blank()
  }

  /// Bytes read from the keyboard since the start.
  public var keyBytes: Int { input.bytesRead }

  /// Whether a key has begun to arrive, such as a lone escape that still may become a sequence.
  public var isMidKey: Bool { input.reader.deadline != nil }

  /// Writes bytes behind everything drawn so far, past ncurses: nothing that shows or moves the cursor.
  public func write(past bytes: [UInt8]) {
    guard isOpen, !isGone else { return }
    _ = Glibc.write(STDOUT_FILENO, bytes, bytes.count)
  }

  /// Sounds the bell once.
  public func ring() { write(past: [0x07]) }

  /// Draws everything anew with the next frame.
  public func invalidate() {
    guard isOpen, !isGone else { return }
    shown = nil
    ccurses_invalidate()
  }

  private func fitted(_ look: Appearance) -> Appearance { isLinuxConsole ? LinuxConsole.fitted(look) : look }

  private func draw(_ run: FrameDiff.Run, _ look: Appearance) {
    let attributes = Int32(look.attributes.rawValue)
    let pair = pairs.number(for: look)
    ccurses_move(Int32(run.position.row), Int32(run.position.column))
    var column = run.position.column
    for glyph in run.glyphs {
      column += Int(glyph.columns)
      if column > size.columns { return }
      if canEncode, glyph.isSpread {
        ccurses_draw(glyph.base, 0, 0, attributes, pair)
        ccurses_draw(0x20, 0, 0, attributes, pair)
      } else if canEncode || glyph.base < 0x7F {
        ccurses_draw(glyph.base, glyph.mark1, glyph.mark2, attributes, pair)
      } else {
        for _ in 0..<glyph.columns { ccurses_draw(0x3F, 0, 0, attributes, pair) }
      }
    }
  }

  private func tell(_ signal: Int32, to events: inout [TerminalEvent]) {
    switch signal {
    case SIGWINCH:
      let now = CursesTerminal.measure()
      guard now != size else { return }
      size = now
      ccurses_resize(Int32(now.columns), Int32(now.rows))
      shown = nil
      events.append(.resize(now))
    case SIGCONT:
      ccurses_retake()
      shown = nil
      events.append(.resumed)
    case SIGHUP:
      isGone = true
      events.append(.hangUp)
    default: events.append(.terminate(signal))
    }
  }

  private static func measure() -> Size {
    var columns: Int32 = 0
    var rows: Int32 = 0
    ccurses_size(&columns, &rows)
    return Size(columns: Int(columns), rows: Int(rows))
  }

  /// Glass terminals know no line characters beyond ASCII, whatever the locale says.
  private static func isHardware(_ name: String) -> Bool {
    name.hasPrefix("vt") && name.dropFirst(2).first?.isNumber == true
  }
}
