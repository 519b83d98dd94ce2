import Rehearsal
import Strings
import Tape
import Testing
import TillsideTesting
import Workspace

/// Every command, reason, error, text and language of the program is touched by a shipped tape.
@Suite("Coverage of the shipped tapes") struct TapeCoverageTests {
  @Test("leaves nothing untouched")
  func leavesNothing() async throws {
    let coverage = TapeCoverage()
    let tapes = ShippedTape.all(in: ShippedTapeTests.folder)
    for tape in tapes { try await play(try tape.program(), coverage) }
    let gaps = coverage.gaps(languages: Words.languages).map { "\($0.kind.rawValue) \($0.name)" }
    #expect(gaps == [], "write a tape that touches it, or take it out of the program")
  }

  @Test("tells a command, a reason and a text that are not touched")
  func tells() async throws {
    let coverage = TapeCoverage()
    let (program, _) = TapeProgram.assemble("a.tape") { _ in Array("F1\nEscape\nDo lock\n".utf8) }
    try await play(program, coverage)
    let gaps = coverage.gaps(languages: ["en", "xx"])
    let names = Set(gaps.map { "\($0.kind.rawValue) \($0.name)" })
    #expect(names.isSuperset(of: ["command lock", "reason reason.no-task", "text receipt.title", "language xx"]))
    #expect(names.isDisjoint(with: ["command help", "reason reason.nobody", "text help.title", "language en"]))
  }

  @Test("counts a command that is clicked, with its reason, and no row that is only selected")
  func countsClicks() async throws {
    let coverage = TapeCoverage()
    let (program, faults) = TapeProgram.assemble("a.tape") { _ in
      Array("Set Mouse on\nClick \"? help\"\nClick \"Esc back\"\nClick \"Contoso\"\n".utf8)
    }
    #expect(faults.isEmpty)
    try await play(program, coverage)
    let names = Set(coverage.gaps(languages: ["en"]).map { "\($0.kind.rawValue) \($0.name)" })
    #expect(names.isDisjoint(with: ["command help", "command back"]))
    #expect(names.contains("command open"))
  }

  private func play(_ program: TapeProgram, _ coverage: TapeCoverage) async throws {
    try await onOwnThread {
      let stage = try Rehearsal.stage(program.start, witness: coverage.witness)
      coverage.watch(stage, language: program.start.language ?? "en")
      let shelf = GoldenShelf(
        read: { TextFile.read(Checkout.path("Resources/Screens/" + $0)).map { String(decoding: $0, as: UTF8.self) } },
        write: { name, _ in name })
      var player = TapePlayer(program, on: stage, goldens: shelf)
      try player.play()
    }
  }
}
