import Rehearsal
import StoreModel
import Tape
import Terminal
import Testing
import TillsideTesting
import Workspace

/// Somebody works by hand: the tape that comes of it plays, and nothing secret is in it.
@Suite("A recording by hand") struct RecordByHandTests {
  @Test("becomes a tape that plays, with commands beside the keys and without PIN, code and pasted address")
  func becomesATape() async throws {
    let (text, code) = try await onOwnThread {
      let recorder = TapeRecorder(try Rehearsal.stage(TapeStart()), start: TapeStart())
      var code = ""
      for spelling in ["m", "e", "i", "Enter"] { try recorder.press(spelling) }
      if case .code(let page) = recorder.stage.state.page { code = page.userCode ?? "" }
      try recorder.press("F8")
      for _ in 0..<2 { try recorder.press("Enter") }
      try recorder.wait(.seconds(6))
      for spelling in ["Down", "Down", "Space", "P"] { try recorder.press(spelling) }
      for _ in 0..<2 { for spelling in ["4", "7", "1", "1", "Enter"] { try recorder.press(spelling) } }
      try recorder.perform(TapeParser.parse("Fault offline", file: "").tape.steps[0])
      try recorder.press("F9")
      for spelling in ["4", "7", "1", "1", "Enter"] { try recorder.press(spelling) }
      return (TapePrinter.print(recorder.tape("By hand", isExact: false)), code)
    }
    #expect(text.hasPrefix("# By hand\nWorld contoso-retail\n"))
    #expect(text.contains("Down 2  # Do move-down\n"))
    #expect(text.contains("Space  # Do task-complete\n"))
    #expect(text.contains("Fault offline\n"))
    #expect(text.hasSuffix("Expect \"Opened with your PIN. Changes wait until you sign in: F7, any time.\"\n"))
    #expect(!text.contains("4711"))
    #expect(!code.isEmpty)
    #expect(!text.contains(code))
    #expect(try await failure(ofRecording: text) == nil)
  }

  @Test("expects what holds on another day: the notice, what is not sent, where one is; and types a text at once")
  func expectsWhatHolds() async throws {
    let text = try await onOwnThread {
      let recorder = TapeRecorder(try Rehearsal.stage(TapeStart()), start: TapeStart())
      try recorder.perform(TapeParser.parse("Approve as mei", file: "").tape.steps[0])
      try recorder.wait(.seconds(6))
      try recorder.perform(TapeParser.parse("Fault offline", file: "").tape.steps[0])
      for spelling in ["Space", "Down", "c"] { try recorder.press(spelling) }
      for letter in "So it is" { try recorder.take(.key(Key(.character(letter)))) }
      for spelling in ["Ctrl+S", "F2", "Escape", "q", "Enter"] { try recorder.press(spelling) }
      return TapePrinter.print(recorder.tape("By hand", isExact: false))
    }
    for line in [
      "Space  # Do task-complete\nExpect \"1 not sent\"\n", "Type \"So it is\"\n", "Escape  # Do back\nExpect Focus ",
      "Ctrl+S  # Do note-save\nExpect \"The note is saved; it is sent as soon as that is possible.\"\n",
      "Expect \"Quit and sign out? 2 changes not sent\"\nEnter\n",
    ] { #expect(text.contains(line), "\(line)\n\(text)") }
    for heading in ["Overdue", "Today", "This week", "Later"] { #expect(!text.contains("\"\(heading)\"")) }
    #expect(try await failure(ofRecording: text) == nil)
  }

  @Test("expects the tab that was turned to, what was typed, the row's new mark, and the lock page after time alone")
  func expectsWhatIsMeant() async throws {
    let text = try await onOwnThread {
      let recorder = TapeRecorder(try Rehearsal.stage(TapeStart()), start: TapeStart())
      try recorder.perform(TapeParser.parse("Approve as amara", file: "").tape.steps[0])
      try recorder.wait(.seconds(6))
      for spelling in ["3", "1", "Down", "Space", "s", "Up", "Enter", "Enter", "s", "Down", "Enter", "Escape", "c"] {
        try recorder.press(spelling)
      }
      for letter in "Slip is there" { try recorder.take(.key(Key(.character(letter)))) }
      try recorder.press("Ctrl+S")
      for spelling in ["/", "z", "z", "z", "Escape", "a", "Enter"] { try recorder.press(spelling) }
      try recorder.perform(TapeParser.parse("Advance 10m", file: "").tape.steps[0])
      return TapePrinter.print(recorder.tape("By hand", isExact: false))
    }
    for line in [
      "Type \"3\"  # Do tab-open\nExpect Role heading \"3 Open\"\n",
      "Type \"1\"  # Do tab-mine\nExpect Role heading \"1 My tasks\"\n",
      "Space  # Do task-complete\nExpect Focus \"● Book the short delivery from\"\n",
      "Enter\nExpect Focus \"◐ Book the short delivery from\"\n", "Expect \"Amara Okonkwo (you)\"\n",
      "Type \"Slip is there\"\nExpect Focus \"Slip is there\"\n", "Advance 10m\nExpect \"Locked at\"\n",
    ] { #expect(text.contains(line), "\(line)\n\(text)") }
    #expect(!text.contains("…") && !text.contains("My tasks 5"), "\(text)")
    #expect(try await failure(ofRecording: text) == nil)
  }

  @Test("has a click where a text under the pointer stands nowhere else, and takes no other")
  func takesClicks() async throws {
    let text = try await onOwnThread {
      var start = TapeStart()
      start.takesMouse = true
      let recorder = TapeRecorder(try Rehearsal.stage(start), start: start)
      try recorder.perform(TapeParser.parse("Approve as mei", file: "").tape.steps[0])
      try recorder.wait(.seconds(6))
      func click(_ text: String, behind offset: Int = 0) throws {
        let rows = recorder.stage.screen.rows
        let row = try #require(rows.firstIndex { $0.contains(text) })
        let start = try #require(rows[row].firstRange(of: text)).lowerBound
        let column = SafeText(rows[row][..<start]).columns + offset
        try recorder.take(.mouse(MouseReport(.press, at: Position(row: row, column: column))))
      }
      try click("Count the till float", behind: 7)
      let screen = recorder.stage.screen
      for place in [Position(row: 1, column: 79), Position(row: 12, column: 0)] {
        try recorder.take(.mouse(MouseReport(.press, at: place)))
      }
      try recorder.take(.mouse(MouseReport(.wheelDown, at: Position(row: 6, column: 6))))
      #expect(recorder.stage.screen == screen)
      try click("F9")
      return TapePrinter.print(recorder.tape("By hand", isExact: false))
    }
    #expect(text.contains("Set Mouse on\n"))
    #expect(text.contains("Click \"the till\"\nExpect "), "\(text)")
    #expect(text.contains("Click \"F9\"\n") || text.contains("Click \"F9 lock\"\n"), "\(text)")
    #expect(text.split(separator: "\n").count { $0.hasPrefix("Click") } == 2, "\(text)")
    #expect(try await failure(ofRecording: text) == nil)
  }

  @Test("takes no step that a tape could not hold there, and keeps the time of one that failed or was stopped")
  func refusesAndKeepsTime() async throws {
    let text = try await onOwnThread {
      let recorder = TapeRecorder(try Rehearsal.stage(TapeStart()), start: TapeStart())
      try recorder.press("F1")
      for line in ["World contoso-large", "Set Language de", "Source other.tape", "Type \"${who}\""] {
        let step = try #require(TapeParser.parse(line, file: "").tape.steps.first)
        let failure = #expect(throws: TapeFailure.self) { try recorder.perform(step) }
        guard case .trouble(.refused)? = failure?.reason else {
          Issue.record("\(line)")
          continue
        }
      }
      let lines = "Let who \"keys\"\nWait \"never\"@7s\nType \"${who}\"\nWait \"never\"@30d\n"
      let steps = TapeParser.parse(lines, file: "").tape.steps
      try recorder.perform(steps[0])
      let failure = #expect(throws: TapeFailure.self) { try recorder.perform(steps[1]) }
      #expect(failure?.reason == .waited("never", .seconds(7)))
      try recorder.perform(steps[2])
      var asked = 0
      recorder.stage.interrupt {
        asked += 1
        return asked > 3
      }
      let stopped = #expect(throws: TapeFailure.self) { try recorder.perform(steps[3]) }
      #expect(stopped?.reason == .trouble(.interrupted))
      recorder.stage.interrupt { false }
      try recorder.press("Escape")
      return TapePrinter.print(recorder.tape("By hand", isExact: true))
    }
    #expect(text.contains("Let who \"keys\"\n"))
    #expect(text.contains("Advance 7s\nType \"${who}\"\n"))
    #expect(!text.contains("never"))
    #expect(try await failure(ofRecording: text) == nil)
  }

  @Test("names the row after a move, the page after a lock, and lets everything come before it goes on")
  func namesWhatMatters() async throws {
    let text = try await onOwnThread {
      let recorder = TapeRecorder(try Rehearsal.stage(TapeStart()), start: TapeStart())
      try recorder.press("F8")
      for _ in 0..<2 { try recorder.press("Enter") }
      try recorder.wait(.seconds(6))
      for spelling in ["Down", "F9"] { try recorder.press(spelling) }
      return TapePrinter.print(recorder.tape("By hand", isExact: false))
    }
    #expect(text.contains("\"\nWait Idle\nDown  # Do move-down\nExpect Focus \"Count the till float\"\n"), "\(text)")
    #expect(text.hasSuffix("F9  # Do lock\nExpect \"Locked at\"\n"), "\(text)")
    #expect(try await failure(ofRecording: text) == nil)
  }

  @Test("names a command only where its key was obeyed, not where a letter goes on as text or asked the question")
  func namesObeyedCommands() async throws {
    let (keys, commands) = try await onOwnThread {
      let recorder = TapeRecorder(try Rehearsal.stage(TapeStart()), start: TapeStart())
      for spelling in ["q", "q", "L", "Backspace", "Backspace", "Backspace", "q", "?", "Escape", "Escape"] {
        try recorder.press(spelling)
      }
      try recorder.perform(TapeParser.parse("Approve as mei", file: "").tape.steps[0])
      try recorder.wait(.seconds(6))
      for spelling in ["Q", "Q", "Escape", "q", "q", "Escape", "Down"] { try recorder.press(spelling) }
      try recorder.take(.resize(Size(columns: 30, rows: 8)))
      for spelling in ["Space", "L"] { try recorder.press(spelling) }
      let tapes = [false, true].map { recorder.tape("By hand", isExact: false, namingCommands: $0) }
      return (TapePrinter.print(tapes[0]), TapePrinter.print(tapes[1]))
    }
    for line in [
      "\nType \"qqL\"\n", "\nType \"q\"\n", "\nType \"?\"  # Do help\n", "\nType \"Q\"  # Do sign-out\n",
      "\nType \"Q\"\n", "\nSpace\n", "\nType \"L\"  # Do lock\n",
    ] { #expect(keys.contains(line), "\(line)\n\(keys)") }
    for tape in [keys, commands] { #expect(try await failure(ofRecording: tape) == nil, "\(tape)") }
  }

  @Test("can name the commands and leave the keys beside them, exact in time")
  func namesCommands() async throws {
    let text = try await onOwnThread {
      let recorder = TapeRecorder(try Rehearsal.stage(TapeStart()), start: TapeStart())
      try recorder.press("F1")
      try recorder.wait(.milliseconds(1_500))
      try recorder.press("Escape")
      return TapePrinter.print(recorder.tape("By hand", isExact: true, namingCommands: true))
    }
    #expect(text.contains("Do help  # F1\n"))
    #expect(text.contains("Advance 1s500ms\nDo back  # Escape\n"))
    #expect(try await failure(ofRecording: text) == nil)
  }

  @Test("as a message log leads to the same last screen, without the PIN")
  func logLeadsBack() async throws {
    let (log, last) = try await onOwnThread {
      let stage = try Rehearsal.stage(TapeStart())
      let lines = Lines()
      let log = MessageLog(of: TapeStart(), from: Rehearsal.opening, namingCommands: false) { lines.text += $0 }
      stage.observe { log.note($0, in: $1) }
      try stage.press("m")
      try stage.press("F8")
      try stage.press("Enter")
      try stage.press("Enter")
      try stage.advance(by: .milliseconds(5_250))
      for spelling in ["P", "4", "7", "1", "1", "Enter", "4", "7", "1", "1", "Enter", "Space"] {
        try stage.press(spelling)
      }
      try stage.resize(to: Size(columns: 100, rows: 30))
      try stage.paste("nothing takes this")
      try stage.advance(by: .seconds(70))
      try stage.press("2")
      return (lines.text, stage.screen)
    }
    #expect(!log.contains("4711"))
    let replayed = try await lastScreen(of: log)
    #expect(replayed.rows == last.rows)
    #expect(replayed == last)
  }

  private func lastScreen(of log: String) async throws -> TapeScreen {
    let (program, faults) = TapeProgram.assemble("log") { _ in Array(log.utf8) }
    #expect(faults.map(\.description) == [])
    return try await onOwnThread {
      let stage = try Rehearsal.stage(program.start)
      var player = TapePlayer(program, on: stage, goldens: GoldenShelf(read: { _ in nil }, write: { name, _ in name }))
      try player.play()
      return stage.screen
    }
  }

  @Test("of a run line by line leads to the same last lines, without the PIN")
  func lineLogLeadsBack() async throws {
    var start = TapeStart()
    start.plain = .yes
    let (log, last) = try await onOwnThread { [start] in
      let stage = try Rehearsal.stage(start)
      let lines = Lines()
      let log = MessageLog(of: start, from: Rehearsal.opening, namingCommands: false) { lines.text += $0 }
      stage.observe { log.note($0, in: $1) }
      try stage.say("mei")
      try stage.say(":practice-phone")
      try stage.say("1")
      try stage.say("1")
      try stage.advance(by: .milliseconds(5_250))
      for line in ["P", "4711", "4711", "2 done", "2", "c", "Said \"so\", again.", ":note-save", "back", ""] {
        try stage.say(line)
      }
      try stage.advance(by: .seconds(70))
      try stage.say("3")
      return (lines.text, stage.screen)
    }
    #expect(!log.contains("4711"))
    #expect(log.contains("Set Plain yes\n") && log.contains("Type \"2 done\"\nEnter\n"))
    let replayed = try await lastScreen(of: log)
    #expect(replayed.rows == last.rows)
  }

  @Test("of a real tenant holds nothing that was typed or read")
  func redacted() async throws {
    let log = try await onOwnThread {
      let stage = try Rehearsal.stage(TapeStart())
      let lines = Lines()
      let log = MessageLog(redacted: { lines.text += $0 })
      stage.observe { log.note($0, in: $1) }
      for spelling in ["z", "q", "x", "F8", "Enter", "Enter"] { try stage.press(spelling) }
      try stage.advance(by: .seconds(6))
      return lines.text
    }
    #expect(log.hasPrefix(MessageLog.redactedMark))
    #expect(log.contains("session: signedIn"))
    #expect(log.contains("key: a character"))
    #expect(log.split(separator: "\n").allSatisfy { $0.hasPrefix("#") })
    for word in ["zqx", "mei", "Mei", "yoghurt", "TILLSIDEPRACTICE"] { #expect(!log.contains(word)) }
  }
}

extension TapeRecorder {
  fileprivate func press(_ spelling: String) throws { try take(.key(try #require(Key(spelling)))) }
}

extension HeadlessStage {
  fileprivate func say(_ line: String) throws { try paste(line + "\n") }

  fileprivate func press(_ spelling: String) throws { try press(try #require(Key(spelling))) }
}
