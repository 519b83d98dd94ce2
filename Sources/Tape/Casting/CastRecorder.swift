public import Terminal

/// Records a play as asciicast v2, at a pace people can follow; the same play gives the same bytes.
///
/// Time in a recording is not the tape's: a key takes a moment, a step a little longer, a caption long enough to be read.
public final class CastRecorder: TapeWatcher {
  private let theme: Theme
  private var events: [String] = []
  private var shown: Frame?
  private var milliseconds = 0
  private let header: String
  private let hasBar: Bool
  private var screen: Frame?
  private var caption = ""
  private var isMark = false
  private var keys = ""

  /// A recorder for a program.
  ///
  /// - Parameters:
  ///   - timestamp: the moment the recording says it was made, in seconds since 1970.
  ///   - hasBar: whether captions and pressed keys stand in a row below the screen.
  public init(_ start: TapeStart, title: String, timestamp: Int64, hasBar: Bool = false, theme: Theme = .colour) {
    self.theme = theme
    self.hasBar = hasBar
    let rows = start.size.rows + (hasBar ? 1 : 0)
    header =
      "{\"version\": 2, \"width\": \(start.size.columns), \"height\": \(rows), \"timestamp\": \(timestamp), "
      + "\"title\": \(CastRecorder.quote(title)), \"env\": {\"TERM\": \"xterm-256color\"}}"
  }

  /// The recording so far.
  public var text: String { ([header] + events).map { $0 + "\n" }.joined() }

  public func begins(_ entry: TapeProgram.Entry, text: String?, on stage: any TapeStage) -> Bool {
    if shown == nil { sees(stage.screen) }
    switch entry.step {
    case .mark, .caption:
      add("m", text ?? "")
      caption = text ?? ""
      isMark = if case .mark = entry.step { true } else { false }
      keys = ""
      if let screen { draw(screen) }
      milliseconds += Pace.caption
    case .pause: milliseconds += Pace.caption
    default:
      if entry.step.endsCaption, !isMark { caption = "" }
      keys = entry.step.isKey ? TapePrinter.shown(entry.step, on: stage) : ""
      milliseconds += Pace.step
    }
    return true
  }

  public func hears(_ words: String) {
    add("m", words)
    caption = words
    keys = ""
    if let screen { draw(screen) }
    milliseconds += Pace.caption
  }

  public func sees(_ screen: TapeScreen) { draw(screen.frame) }

  private func draw(_ screen: Frame) {
    self.screen = screen
    var frame = screen
    if hasBar {
      let size = Size(columns: screen.size.columns, rows: screen.size.rows + 1)
      frame = PlayBar.frame(screen, saying: keys.isEmpty ? caption : "\(caption)  [\(keys)]", size: size)
    }
    if let shown, shown.size != frame.size { add("r", "\(frame.size.columns)x\(frame.size.rows)") }
    let diff = FrameDiff(from: shown, to: frame)
    guard !diff.isEmpty else { return }
    var output = shown?.size == frame.size ? "" : "\u{1B}[2J"
    for run in diff.runs {
      output += "\u{1B}[\(run.position.row + 1);\(run.position.column + 1)H" + theme[run.style].sequence
      for glyph in run.glyphs { glyph.write(to: &output) }
    }
    output += "\u{1B}[0m"
    if let cursor = diff.cursor {
      output += "\u{1B}[\(cursor.row + 1);\(cursor.column + 1)H\u{1B}[?25h"
    } else {
      output += "\u{1B}[?25l"
    }
    add("o", output)
    shown = frame
    milliseconds += Pace.key
  }

  private enum Pace {
    static let key = 120
    static let step = 700
    static let caption = 2_500
  }

  private func add(_ code: String, _ data: String) {
    let part = String(String(1_000 + milliseconds % 1_000).dropFirst())
    events.append("[\(milliseconds / 1_000).\(part), \"\(code)\", \(CastRecorder.quote(data))]")
  }

  /// A text as JSON (RFC 8259 §7).
  private static func quote(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\" + String(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

extension Appearance {
  /// The sequence that makes a terminal draw like this (ECMA-48 §8.3.117).
  fileprivate var sequence: String {
    var codes = ["0"]
    if attributes.contains(.bold) { codes.append("1") }
    if attributes.contains(.dim) { codes.append("2") }
    if attributes.contains(.underline) { codes.append("4") }
    if attributes.contains(.reverse) { codes.append("7") }
    if let foreground { codes.append("38;5;\(foreground)") }
    if let background { codes.append("48;5;\(background)") }
    return "\u{1B}[" + codes.joined(separator: ";") + "m"
  }
}
