import Tape
import Terminal
import Testing
import TillsideTesting

@Suite("A handout") struct HandoutTests {
  @Test("numbers what a person does, with the command's name, headings, captions and screens")
  func numbers() async throws {
    let text = try await onOwnThread {
      let tape = """
        Mark "The start"
        Let who "mei"
        Caption "Type *your* account."
        Type "${who}"
        Expect Focus "mei"
        F1
        Expect "Keys that work here"
        Down 2
        Advance 1m30s
        """
      let (program, _) = TapeProgram.assemble("a.tape") { _ in Array(tape.utf8) }
      let writer = HandoutWriter(title: "What it shows")
      let stage = try SlowProfile.stage(program.start)
      var player = TapePlayer(
        program, on: stage, goldens: GoldenShelf(read: { _ in nil }, write: { name, _ in name }), before: writer)
      try player.play()
      writer.end(stage.screen)
      return writer.text
    }
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
}

extension String {
  fileprivate func components(separatedBy separator: String) -> [String] {
    split(separator: separator).map(String.init)
  }
}
