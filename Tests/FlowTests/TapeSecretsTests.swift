import Rehearsal
import Tape
import Terminal
import Testing
import TillsideTesting

/// A PIN gets neither into a recording nor before an audience.
@Suite("A PIN and tapes") struct TapeSecretsTests {
  @Test("one that is pasted or scanned on the lock page, or typed elsewhere, is in neither recording nor message log")
  func pastedPIN() async throws {
    let (tape, log) = try await onOwnThread {
      let stage = try Rehearsal.stage(TapeStart())
      let recorder = TapeRecorder(stage, start: TapeStart())
      let lines = Lines()
      let log = MessageLog(of: TapeStart(), from: Rehearsal.opening, namingCommands: false) { lines.text += $0 }
      stage.observe { log.note($0, in: $1) }
      try recorder.perform("Approve as mei")
      try recorder.wait(.seconds(6))
      try recorder.take(.key(Key(.character("/"))))
      for digit in "4711" { try recorder.take(.key(Key(.character(digit)))) }
      for key in [Key(.escape), Key(.escape), Key(.character("P"))] { try recorder.take(.key(key)) }
      for _ in 0..<2 {
        for digit in "4711" { try recorder.take(.key(Key(.character(digit)))) }
        try recorder.take(.key(Key(.enter)))
      }
      try recorder.take(.key(Key(.function(9))))
      try recorder.take(.paste("4711"))
      try recorder.take(.scan("4711"))
      for digit in "4711" { try recorder.take(.key(Key(.character(digit)))) }
      try recorder.take(.key(Key(.enter)))
      try recorder.take(.key(Key(.character("/"))))
      try recorder.take(.paste("is 4711 it"))
      return (TapePrinter.print(recorder.tape("By hand", isExact: false)), lines.text)
    }
    for text in [tape, log] { #expect(text.contains("# something was pasted here that must not be kept"), "\(text)") }
    #expect(!tape.contains("4711"), "\(tape)")
    #expect(!log.contains("Paste \"4711\"") && !log.contains("is 4711 it"))
    #expect(tape.contains("Opened with your PIN"), "\(tape)")
    #expect(try await failure(ofRecording: tape) == nil)
  }

  @Test("one in a step of one's own is replaced as one that is typed, also half and half")
  func ownSteps() async throws {
    let tape = try await onOwnThread {
      let recorder = TapeRecorder(try Rehearsal.stage(TapeStart()), start: TapeStart())
      try recorder.perform("Approve as mei")
      try recorder.wait(.seconds(6))
      for line in ["Do set-pin", "Let mine \"4711\"", "Type \"4711\"", "Enter", "Type \"47\""] {
        try recorder.perform(line)
      }
      for digit in "11" { try recorder.take(.key(Key(.character(digit)))) }
      try recorder.take(.key(Key(.enter)))
      for line in ["F9", "Type \"${mine}\\n\""] { try recorder.perform(line) }
      return TapePrinter.print(recorder.tape("By hand", isExact: false))
    }
    #expect(!tape.contains("4711") && !tape.contains("\"47\""), "\(tape)")
    #expect(tape.contains("Opened with your PIN"), "\(tape)")
    #expect(try await failure(ofRecording: tape) == nil)
  }

  @Test("one is stars where keys are shown to an audience, in memory and on a pty", arguments: [false, true])
  func shownKeys(_ isPty: Bool) async throws {
    let tape = """
      Approve as mei
      Wait "My tasks"
      Do set-pin
      Type "2580"
      Enter
      Type "2580"
      Enter
      Wait "PIN set."
      F9
      Paste "2580"
      Type "2580"
      Enter
      Wait "Opened"
      Type "/"
      Type "1234 boxes"
      Phone as mei "2580"

      """
    let (cast, handout) = try await onOwnThread {
      let (program, _) = TapeProgram.assemble("a.tape") { _ in Array(tape.utf8) }
      let world = try ScrubbedWorld()
      defer { withExtendedLifetime(world) {} }
      let stage: any TapeStage
      if isPty {
        stage = try Rehearsal.ptyStage(
          program.start, program: try BuiltProgram.path(), environment: world.environment, directory: world.home)
      } else {
        stage = try Rehearsal.stage(program.start)
      }
      let recorder = CastRecorder(program.start, title: "a", timestamp: 0, hasBar: true)
      let writer = HandoutWriter(title: "a", hasMarks: false)
      var player = TapePlayer(
        program, on: stage, goldens: GoldenShelf(read: { _ in nil }, write: { name, _ in name }),
        before: CombinedWatcher([recorder, writer]))
      #expect(throws: TapeFailure.self, "nobody is asked to sign in") { try player.play() }
      return (recorder.text, writer.text)
    }
    for text in [cast, handout] { #expect(!text.contains("2580"), "\(text)") }
    #expect(cast.contains("[Type ****]") && cast.contains("Paste"))
    #expect(handout.contains("Type `****`"))
    #expect(handout.contains("1234 boxes"))
  }
}

extension TapeRecorder {
  fileprivate func perform(_ line: String) throws {
    try perform(try #require(TapeParser.parse(line, file: "").tape.steps.first))
  }
}
