import Glibc
import Terminal
import TerminalEmulator
import Testing
import TillsideTesting

/// What the verbs of tapes do with files: those they read, those they write, and those they cannot.
@Suite("The verbs of tapes") struct TapeVerbTests {
  @Test("refuse at once what is no tape: a pipe, a device, a folder, too many bytes, nothing")
  func refuseOtherFiles() throws {
    let world = try ScrubbedWorld()
    #expect(mkfifo(world.home + "/pipe.tape", 0o600) == 0)
    try world.put("# Being recorded\n", at: "stub.tape")
    try world.put(String(repeating: "# A comment that says nothing\n", count: 150_000), at: "large.tape")
    for (file, reason) in [
      ("pipe.tape", "is no file"), ("/dev/zero", "is no file"), ("/", "is no file"), ("large.tape", "too large"),
      ("stub.tape", "no steps"), ("missing.tape", "cannot be read"),
    ] {
      let run = try ProgramRun("play \(file)", in: world)
      #expect(run.code == 65, "\(file)")
      #expect(run.lines.count == 1 && run.output.contains(reason), "\(run.output)")
    }
  }

  @Test("find in a tape what no play could do, before its first step, and nothing in the tapes that ship")
  func judgeBeforePlaying() throws {
    let world = try ScrubbedWorld()
    try world.put(
      """
      Approve as nobody
      Refuse 50150 mei
      Remote due "Rotate the yoghurt shelf" "25 November"
      Expect Screen "a b"

      """, at: "wrong.tape")
    for verb in ["check", "play", "play --terminal pty"] {
      let run = try ProgramRun("\(verb) wrong.tape", in: world)
      #expect(run.code == 65)
      let mistakes = run.lines.filter { $0.hasPrefix("wrong.tape:") }
      #expect(
        mistakes.map { $0.prefix(16) } == [
          "wrong.tape:1:12:", "wrong.tape:2:8: ", "wrong.tape:3:39:", "wrong.tape:4:15:",
        ])
    }
    let shipped = try ProgramRun("check \(Checkout.path("Resources/Tapes"))/*.tape", in: world)
    #expect(shipped.output == "")
    #expect(shipped.code == 0)
  }

  @Test("tell fifty mistakes and how many more there are")
  func tellFiftyMistakes() throws {
    let world = try ScrubbedWorld()
    try world.put(String(repeating: "Wrong\n", count: 60), at: "wrong.tape")
    let run = try ProgramRun("check wrong.tape", in: world)
    #expect(run.code == 65)
    #expect(run.lines.count == 151)
    #expect(run.lines.last == "and 10 more")
  }

  @Test("keep golden screens in one folder, made when it is needed, and fail where none can be written")
  func keepGoldenScreens() throws {
    let world = try ScrubbedWorld()
    try world.put("Expect Screen start\n", at: "golden.tape")
    let missing = try ProgramRun("play golden.tape", in: world)
    #expect(missing.code == 1)
    #expect(missing.output.contains("look at ./Screens/start.screen.new"), "\(missing.output)")
    #expect(try ProgramRun("play --update-screens golden.tape", in: world).code == 0)
    #expect(try ProgramRun("play golden.tape", in: world).code == 0)
    try world.put("", at: "Screens/start.screen")
    let malformed = try ProgramRun("play golden.tape", in: world)
    #expect(malformed.output.contains("start.screen is there but is no golden screen"))
    let closed = try ScrubbedWorld()
    try closed.put("Expect Screen start\n", at: "golden.tape")
    try closed.put("", at: "Screens")
    for flag in ["", "--update-screens"] {
      let run = try ProgramRun("play \(flag) golden.tape", in: closed)
      #expect(run.code == 1)
      #expect(run.output.contains("./Screens/start.screen\(flag.isEmpty ? ".new" : "") cannot be written"))
    }
    // Root may write anywhere.
    guard geteuid() != 0 else { return }
    let locked = try ScrubbedWorld()
    try locked.put("Expect Screen start\n", at: "golden.tape")
    chmod(locked.home, 0o555)
    defer { chmod(locked.home, 0o755) }
    let run = try ProgramRun("play --update-screens golden.tape", in: locked)
    #expect(run.output.contains("./Screens/start.screen cannot be written: Permission denied"), "\(run.output)")
  }

  @Test("escape names in TAP, and write to standard output where that is named")
  func writeWhatOthersRead() throws {
    let world = try ScrubbedWorld()
    try world.put("# A title\nExpect \"Sign in\"\n", at: "a#b.tape")
    #expect(try ProgramRun("play --tap 'a#b.tape'", in: world).lines.last == "ok 1 - a\\#b.tape")
    let handout = try ProgramRun("play --handout - 'a#b.tape'", in: world)
    #expect(handout.lines.contains("# A title"))
    #expect(access(world.home + "/-", F_OK) != 0)
    #expect(try ProgramRun("play --handout - --svg - 'a#b.tape'", in: world).code == 64)
  }

  @Test("list what stops at marks before the rest")
  func listDemos() throws {
    let run = try ProgramRun("demo", in: try ScrubbedWorld())
    #expect(run.lines.first == "Demos, shown mark by mark:")
    let parts = run.output.split(separator: "More tapes, shown from start to end:").map(String.init)
    #expect(parts.count == 2)
    #expect(parts.first?.contains("\nday\n") == true)
    #expect(parts.last?.contains("\nday\n") == false)
  }

  @Test("keep a recording as it is made: one that is killed is a tape of what was done, and before that there is none")
  func keepRecordings() throws {
    let world = try ScrubbedWorld()
    let terminal = try record("killed.tape", in: world)
    #expect(access(world.home + "/killed.tape", F_OK) != 0)
    try terminal.press(Key(.function(1)))
    #expect(terminal.wait(upTo: .seconds(60)) { $0.frame.shows("1 step ") })
    end(terminal, SIGKILL, .signalled(SIGKILL))
    #expect(try ProgramRun("check killed.tape", in: world).code == 0)
    #expect(try ProgramRun("play killed.tape", in: world).code == 0)
    let kept = TextFile.read(world.home + "/killed.tape").map { String(decoding: $0, as: UTF8.self) }
    #expect(kept?.contains("\nF1  # Do help\n") == true)
  }

  @Test("stop a step that takes too long when Escape is pressed, and write the tape when they are told to end")
  func stopLongSteps() throws {
    let world = try ScrubbedWorld()
    let terminal = try record("ended.tape", in: world)
    try terminal.press(Key(.function(1)))
    for isEnd in [false, true] {
      try terminal.press(Key(.function(12)))
      #expect(terminal.wait(upTo: .seconds(60)) { $0.frame.shows("> _") })
      try terminal.type("Wait \"never\"@31d\n")
      #expect(terminal.wait(upTo: .seconds(60)) { $0.frame.shows("Time passes: Wait \"never\"") })
      if isEnd { end(terminal, SIGTERM, .exited(128 + SIGTERM)) } else { try terminal.press(Key(.escape)) }
      if isEnd { continue }
      #expect(terminal.wait(upTo: .seconds(60)) { $0.frame.shows("stopped by hand") })
      try terminal.press(Key(.escape))
      #expect(terminal.wait(upTo: .seconds(60)) { $0.frame.shows("1 step ") })
    }
    #expect(try ProgramRun("check ended.tape", in: world).code == 0)
  }

  private func record(_ name: String, in world: ScrubbedWorld) throws -> PtyTerminal {
    let size = Size(columns: 80, rows: 26)
    let process = try PtyProcess(
      try BuiltProgram.path(), ["record", name], environment: world.environment, directory: world.home, size: size)
    let terminal = try #require(PtyTerminal(process, size: size))
    #expect(terminal.wait(upTo: .seconds(60)) { $0.frame.shows("F12: a step of your own") })
    return terminal
  }

  private func end(_ terminal: PtyTerminal, _ signal: Int32, _ ending: PtyEnding) {
    terminal.process.send(signal: signal)
    #expect(terminal.ending(upTo: .seconds(60)) == ending)
  }

  @Test("say by their exit code which signal ended a show", arguments: [SIGINT, SIGTERM, SIGHUP])
  func endBySignals(_ signal: Int32) throws {
    let world = try ScrubbedWorld()
    try world.put("Mark \"One\"\nF1\n", at: "a.tape")
    for words in [["demo", "day"], ["play", "--step", "a.tape"]] {
      let process = try PtyProcess(
        try BuiltProgram.path(), words, environment: world.environment, directory: world.home, size: .smallest)
      let terminal = try #require(PtyTerminal(process, size: .smallest))
      #expect(terminal.wait(upTo: .seconds(60)) { $0.frame.shows("Enter goes on") })
      end(terminal, signal, .exited(128 + signal))
    }
  }

  @Test("take no number for the order that is none", arguments: ["abc", "1.5", "-3", "99999999999999999999", ""])
  func refuseOrders(_ number: String) throws {
    let world = try ScrubbedWorld()
    try world.put("Expect \"Sign in\"\n", at: "a.tape")
    #expect(try ProgramRun("play --shuffle=\(number) a.tape", in: world).code == 64)
    #expect(try ProgramRun("play --shuffle=7 a.tape", in: world).lines.first == "order 7")
    #expect(try ProgramRun("play --shuffle a.tape", in: world).code == 0)
  }

  @Test("tell of two tapes that make different screens the same golden one")
  func tellOfRivals() throws {
    let world = try ScrubbedWorld()
    for folder in ["Tapes", "Screens"] { #expect(mkdir(world.home + "/" + folder, 0o700) == 0) }
    try world.put("Expect Screen same\n", at: "Tapes/a.tape")
    try world.put("F1\nExpect Screen same\n", at: "b.tape")
    try world.put("Expect Screen same\n", at: "Tapes/c.tape")
    let run = try ProgramRun("play --update-screens Tapes/a.tape b.tape Tapes/c.tape", in: world)
    #expect(run.code == 1)
    #expect(run.output.contains("another screen is same.screen already, as Tapes/a.tape expects it"), "\(run.output)")
    #expect(run.lines.first == "ok      Tapes/a.tape" && run.lines.last == "ok      Tapes/c.tape", "\(run.output)")
    #expect(try ProgramRun("play Tapes/a.tape", in: world).code == 0)
  }

  @Test("say in a report what was expected, from its first letter on")
  func reportReasons() throws {
    let world = try ScrubbedWorld()
    try world.put("Expect \"nothing like it\"\n", at: "a.tape")
    let run = try ProgramRun("play --junit - a.tape", in: world)
    #expect(run.output.contains("message=\"not so: Expect"), "\(run.output)")
  }
}

extension Frame {
  fileprivate func shows(_ text: String) -> Bool { (0..<size.rows).contains { self.text(row: $0).contains(text) } }
}
