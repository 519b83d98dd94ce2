import Terminal

/// Every screen of a play with the step it was seen after, for comparison with another play.
public final class PlayTrace: TapeWatcher {
  /// A screen that is not the same in two plays.
  public struct Difference: Hashable, Sendable, CustomStringConvertible {
    /// Place and step.
    public var step: String
    /// Rows that differ, of the one play and of the other.
    public var rows: [String]

    public var description: String { "after \(step):\n" + rows.map { "  \($0)\n" }.joined() }
  }

  private var steps: [String] = []
  private var screens: [Frame] = []
  private var step = ""

  /// Nothing seen yet.
  public init() {}

  /// How many screens were seen.
  public var count: Int { screens.count }

  public func begins(_ entry: TapeProgram.Entry, text: String?, on stage: any TapeStage) -> Bool {
    step = "line \(entry.line): \(TapePrinter.print(entry.step))"
    return true
  }

  public func sees(_ screen: TapeScreen) {
    steps.append(step)
    screens.append(screen.frame)
  }

  /// The first screen that differs, cells, roles and cursor; nil when all are the same.
  public func difference(from other: PlayTrace) -> Difference? {
    for (index, frame) in screens.enumerated() {
      guard index < other.screens.count else { return Difference(step: steps[index], rows: ["the other play is over"]) }
      let theirs = other.screens[index]
      if frame == theirs { continue }
      let rows = (0..<max(frame.size.rows, theirs.size.rows)).filter { row in
        (0..<max(frame.size.columns, theirs.size.columns)).contains { frame[row, $0] != theirs[row, $0] }
      }
      let lines = rows.flatMap { ["- " + frame.text(row: $0), "+ " + theirs.text(row: $0)] }
      return Difference(step: steps[index], rows: lines.isEmpty ? ["the cursor or the size differs"] : lines)
    }
    return other.screens.count > screens.count ? Difference(step: step, rows: ["the other play goes on"]) : nil
  }
}
