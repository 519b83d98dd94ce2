public import Terminal

/// A screen as an SVG picture: a grid of characters, for documents and slides; the same screen gives the same bytes.
public struct ScreenPicture {
  private let frame: Frame
  private let theme: Theme
  private let ink: String
  private let ground: String

  /// A picture of a frame drawn with a theme.
  public init(_ frame: Frame, theme: Theme = .colour) {
    self.frame = frame
    self.theme = theme
    let look = theme[.normal]
    ink = look.foreground.map(Palette.color) ?? Palette.ink
    ground = look.background.map(Palette.color) ?? Palette.ground
  }

  /// The whole file.
  public var svg: String {
    let width = frame.size.columns * Cell.width + 2 * Cell.margin
    let height = frame.size.rows * Cell.height + 2 * Cell.margin
    var text = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\" "
    text += "viewBox=\"0 0 \(width) \(height)\" font-family=\"monospace\" font-size=\"14\" xml:space=\"preserve\">\n"
    text += "<rect width=\"\(width)\" height=\"\(height)\" fill=\"\(ground)\"/>\n"
    for row in 0..<frame.size.rows {
      for run in runs(of: row) { text += draw(run, row: row) }
    }
    if let cursor = frame.cursor {
      text +=
        "<rect x=\"\(x(cursor.column))\" y=\"\(y(cursor.row))\" width=\"\(Cell.width)\" height=\"\(Cell.height)\" "
      text += "fill=\"none\" stroke=\"\(ink)\"/>\n"
    }
    return text + "</svg>\n"
  }

  private enum Cell {
    static let width = 9
    static let height = 18
    static let margin = 9
    static let baseline = 14
  }

  private struct Run {
    var column: Int
    var columns = 0
    var style: Style
    var text = ""
  }

  private func x(_ column: Int) -> Int { Cell.margin + column * Cell.width }
  private func y(_ row: Int) -> Int { Cell.margin + row * Cell.height }

  private func runs(of row: Int) -> [Run] {
    var runs: [Run] = []
    for column in 0..<frame.size.columns {
      let cell = frame[row, column]
      if runs.last?.style != cell.style { runs.append(Run(column: column, style: cell.style)) }
      runs[runs.count - 1].columns += 1
      if !cell.isContinuation { cell.glyph.write(to: &runs[runs.count - 1].text) }
    }
    return runs
  }

  private func draw(_ run: Run, row: Int) -> String {
    let look = theme[run.style]
    var front = look.foreground.map(Palette.color) ?? ink
    var back = look.background.map(Palette.color) ?? ground
    if look.attributes.contains(.reverse) { (front, back) = (back, front) }
    let width = run.columns * Cell.width
    var text = ""
    if back != ground {
      text +=
        "<rect x=\"\(x(run.column))\" y=\"\(y(row))\" width=\"\(width)\" height=\"\(Cell.height)\" fill=\"\(back)\"/>\n"
    }
    guard run.text.contains(where: { $0 != " " }) else { return text }
    var marks = ""
    if look.attributes.contains(.bold) { marks += " font-weight=\"bold\"" }
    if look.attributes.contains(.dim) { marks += " opacity=\"0.6\"" }
    if look.attributes.contains(.underline) { marks += " text-decoration=\"underline\"" }
    text += "<text x=\"\(x(run.column))\" y=\"\(y(row) + Cell.baseline)\" textLength=\"\(width)\" "
    return text + "lengthAdjust=\"spacingAndGlyphs\" fill=\"\(front)\"\(marks)>\(run.text.inXML)</text>\n"
  }

  /// The sixteen colours as most terminals show them, on a light ground; then xterm's cube and its greys.
  private enum Palette {
    static let ground = "#ffffff"
    static let ink = "#1a1a1a"

    static func color(_ number: UInt8) -> String {
      let colors = [
        "#000000", "#b00020", "#1b6e3c", "#8a6d00", "#1a4fa3", "#8e2a8e", "#00707a", "#d0d0d0",
        "#606060", "#e0314b", "#2c9c57", "#c79c00", "#3b78d8", "#b94fb9", "#1ba0ab", "#ffffff",
      ]
      if number < 16 { return colors[Int(number)] }
      if number >= 232 {
        let grey = Int(number - 232) * 10 + 8
        return hex([grey, grey, grey])
      }
      let levels = [0, 95, 135, 175, 215, 255]
      let place = Int(number) - 16
      return hex([levels[place / 36], levels[place / 6 % 6], levels[place % 6]])
    }

    private static func hex(_ parts: [Int]) -> String {
      "#" + parts.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
  }
}

extension String {
  /// The text in XML; characters XML cannot hold are replaced (XML 1.0 §2.2).
  public var inXML: String {
    var escaped = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case _ where scalar.value < 0x20 && scalar != "\n" && scalar != "\t", "\u{FFFE}", "\u{FFFF}":
        escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
