import Tape
import Terminal
import Testing
import TillsideTesting

@Suite("A handout") struct HandoutTests {
  @Test("names keys that are typed, and fences a screen whatever stands on it")
  func namesTypedKeys() async throws {
    let text = try await handout(of: "Type \"a````\"\nExpect \"a````\"\nF1\nType \"down?\"\nCtrl+C\n", hasMarks: false)
    let blocks = text.components(separatedBy: "\n\n")
    #expect(blocks.contains("1. Type ````` a```` `````"))
    #expect(text.contains("`````text\n Contoso 012"))
    #expect(!text.contains("\n\n\n"), "one empty row stands for several")
    #expect(blocks.contains("3. Type `down?`"))
  }

  @Test("of a tape with marks shows the screens at the marks")
  func showsScreensAtMarks() async throws {
    let tape = "Mark \"Help\"\nF1\nExpect \"Keys that work here\"\nEscape\n"
    let sparse = try await handout(of: tape, hasMarks: true)
    let whole = try await handout(of: tape, hasMarks: false)
    #expect(!sparse.contains("Keys that work here"))
    #expect(whole.contains("Keys that work here"))
  }

  @Test("says what head office answers to the trainer's order")
  func saysAnswers() async throws {
    let world = NotingWorld(refusal: "nobody")
    let text = try await handout(of: "Headquarters \"provision\"\n", hasMarks: true, world: world)
    #expect(text.hasSuffix("1. *Head office: provision.*\n\n> Head office: provision\n"))
  }

  private func handout(
    of tape: String, titled title: String = "A", hasMarks: Bool, world: (any TapeWorld)? = nil
  ) async throws -> String {
    try await onOwnThread {
      let (program, faults) = TapeProgram.assemble("a.tape") { _ in Array(tape.utf8) }
      #expect(faults.map(\.description) == [])
      let writer = HandoutWriter(title: title, hasMarks: hasMarks)
      let stage = try SlowProfile.stage(program.start, world: world)
      var player = TapePlayer(
        program, on: stage, goldens: GoldenShelf(read: { _ in nil }, write: { name, _ in name }), before: writer)
      try player.play()
      writer.end(stage.screen)
      return writer.text
    }
  }

  @Test("numbers what a person does, with the command's name, headings, captions and screens")
  func numbers() async throws {
    let text = try await handout(
      of: """
        Mark "The start"
        Let who "mei"
        Caption "Type *your* account."
        Type "${who}"
        Expect Focus "mei"
        F1
        Expect "Keys that work here"
        Down 2
        Advance 1m30s
        """, titled: "What it shows", hasMarks: false)
    let blocks = text.components(separatedBy: "\n\n")
    #expect(blocks.first == "# What it shows")
    #expect(blocks.contains("## The start"))
    #expect(blocks.contains("Type \\*your\\* account."))
    #expect(blocks.contains("1. Type `mei`"))
    #expect(blocks.contains("2. Press **F1** (help)"))
    #expect(blocks.contains("3. Press **Down** 2 times (down)"))
    #expect(blocks.contains("4. Wait 1m30s"))
    #expect(text.contains("```text\n Contoso 012"))
    #expect(text.contains("Keys that work here\n"))
    #expect(!text.contains(" \n"), "rows end where their text ends")
  }

  @Test("is worded in the language of the tape")
  func speaksTheLanguage() async throws {
    let text = try await handout(of: "Set Language de\nType \"a?\"\nF1\nEscape 2\n", hasMarks: false)
    let steps = [
      "Tippen Sie `a`, drücken Sie **?** (Hilfe)", "Drücken Sie **F1** (Hilfe)",
      "Drücken Sie 2-mal **Escape** (zurück)",
    ]
    #expect(self.steps(in: text) == steps.enumerated().map { "\($0 + 1). \($1)" })
  }

  @Test("says in the language of the tape what happens in the world")
  func tellsOfTheWorld() throws {
    let tape = """
      Set Language de
      Fault throttle 2
      Fault none
      Remote begin "Kasse zählen"
      Account revoke "mei"
      Limit items 1
      Machine stopped 1m
      Machine fine
      """
    let (program, faults) = TapeProgram.assemble("a.tape") { _ in Array(tape.utf8) }
    #expect(faults.map(\.description) == [])
    let stage = try SlowProfile.stage(program.start)
    let writer = HandoutWriter(title: "A", hasMarks: true)
    for entry in program.entries { _ = writer.begins(entry, text: nil, on: stage) }
    let steps = [
      "*Die Cloud bittet zu warten, 2-mal.*", "*Die Störung ist vorbei.*", "*Jemand anders beginnt „Kasse zählen“.*",
      "*Die Verwaltung beendet jede Sitzung von mei.*", "*Planner nimmt höchstens 1 Punkte auf einer Checkliste.*",
      "*Das Terminal steht 1m still.*", "*Dem Gerät geht es wieder gut.*",
    ]
    #expect(self.steps(in: writer.text) == steps.enumerated().map { "\($0 + 1). \($1)" })
  }

  private func steps(in handout: String) -> [String] {
    handout.split(separator: "\n").filter { $0.first?.isNumber == true }.map(String.init)
  }
}

extension String {
  fileprivate func components(separatedBy separator: String) -> [String] {
    split(separator: separator).map(String.init)
  }
}
