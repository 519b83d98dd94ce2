import ArgumentParser
import Rehearsal
import StoreModel
import Tape
import Terminal

/// What a play leaves behind: a recording, a handout, a screen.
struct PlayOutput: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Record the play of one tape as asciicast v2; for every file, - is standard output.", valueName: "file"))
  var cast: String?

  @Flag(inversion: .prefixedNo, help: "In a recording: captions and pressed keys in a row of their own.")
  var captions = true

  @Option(help: ArgumentHelp("Write the steps of one tape with their screens as Markdown.", valueName: "file"))
  var handout: String?

  @Option(
    help: ArgumentHelp("Write a screen of one tape as an SVG picture: its last, or that of --at.", valueName: "file"))
  var svg: String?

  @Option(
    help: ArgumentHelp(
      "Write a screen of one tape as text, likewise; with - only its rows.", valueName: "file"))
  var text: String?

  @Option(help: ArgumentHelp("The screen after this line of the tape, for --svg and --text.", valueName: "line"))
  var at: Int?

  /// Whether standard output is for the screen alone, so that what became of the tape is told elsewhere.
  var ownsOutput: Bool { onOutput > 0 }

  private var onOutput: Int { [cast, handout, svg, text].count { $0 == "-" } }

  func validate() throws {
    guard onOutput <= 1 else {
      throw ValidationError("Only one of --cast, --handout, --svg and --text can go to standard output.")
    }
  }

  /// Whether anything is wanted.
  var isWanted: Bool { cast != nil || handout != nil || svg != nil || text != nil }

  /// What looks on at the play of a tape; nil where nothing is wanted.
  func takers(of program: TapeProgram) -> Takers? { isWanted ? Takers(self, of: program) : nil }

  /// Those who look on for the files that are wanted.
  final class Takers {
    private let output: PlayOutput
    private let recorder: CastRecorder
    private let writer: HandoutWriter
    private let caught: CaughtScreen
    private let last: CaughtScreen
    private let theme: Theme

    fileprivate init(_ output: PlayOutput, of program: TapeProgram) {
      self.output = output
      theme = program.start.theme.flatMap { Theme(named: $0) } ?? .colour
      recorder = CastRecorder(
        program.start, title: program.file, timestamp: (program.start.clock ?? Rehearsal.opening.wall).seconds,
        hasBar: output.captions, theme: theme)
      writer = HandoutWriter(
        title: TapeFiles.title(of: program.file),
        hasMarks: program.entries.contains { if case .mark = $0.step { true } else { false } })
      caught = CaughtScreen(program.file, line: output.at)
      last = CaughtScreen(program.file, line: nil)
    }

    var watcher: any TapeWatcher { CombinedWatcher([recorder, writer, caught, last]) }

    /// Writes the files.
    func write() throws {
      if let path = output.cast { try TapeFiles.write(recorder.text, to: path) }
      if let path = output.handout {
        if let screen = last.screen { writer.end(screen) }
        try TapeFiles.write(writer.text, to: path)
      }
      guard output.svg != nil || output.text != nil else { return }
      guard let screen = caught.screen else {
        throw leave(.dataWrong, "line \(output.at ?? 0) was not played, so it has no screen.")
      }
      if let path = output.svg { try TapeFiles.write(ScreenPicture(screen.frame, theme: theme).svg, to: path) }
      guard let path = output.text else { return }
      let text = ScreenText(screen, masks: ScreenMasks())
      if path == "-" { print(text.grid.joined(separator: "\n")) } else { try TapeFiles.write(text.text, to: path) }
    }
  }
}
