public import Tape
public import Terminal

/// A screen of a play, and the step it was seen after.
public struct SeenScreen: Hashable, Sendable {
  /// Line and step.
  public var step: String
  /// Rows with what is reversed in them, and the cursor's place.
  public var rows: [String]
}

/// Each screen of a play, as somebody in front of it sees it: characters, what is reversed, where the cursor stands.
public final class ScreenLog: TapeWatcher {
  /// Screens in the order they were seen, each with the step before it.
  public private(set) var screens: [SeenScreen] = []
  private let theme: Theme
  private var step = ""

  /// A log of plays drawn with a theme.
  public init(theme: Theme) { self.theme = theme }

  public func begins(_ entry: TapeProgram.Entry, text: String?, on stage: any TapeStage) -> Bool {
    step = "\(entry.line): \(TapePrinter.print(entry.step))"
    return true
  }

  public func sees(_ screen: TapeScreen) {
    let frame = screen.frame
    var rows = (0..<frame.size.rows).map { frame.text(row: $0) + " " + reversed(row: $0, of: screen) }
    rows.append(frame.cursor.map { "cursor \($0.row),\($0.column)" } ?? "no cursor")
    screens.append(SeenScreen(step: step, rows: rows))
  }

  /// Columns that are reversed, as ranges; of a screen in memory, as the theme draws them.
  private func reversed(row: Int, of screen: TapeScreen) -> String {
    let frame = screen.frame
    let columns = (0..<frame.size.columns).filter { column in
      let style = frame[row, column].style
      return screen.knowsRoles ? theme[style].attributes.contains(.reverse) : style.isSelected
    }
    var ranges: [ClosedRange<Int>] = []
    for column in columns {
      if let last = ranges.last, last.upperBound + 1 == column {
        ranges[ranges.count - 1] = last.lowerBound...column
      } else {
        ranges.append(column...column)
      }
    }
    return ranges.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: ",")
  }
}
