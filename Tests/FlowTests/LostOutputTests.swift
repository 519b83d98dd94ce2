import Testing
import TillsideTesting

/// What was printed and did not arrive is an error, so that no script takes half an answer for the whole.
@Suite struct LostOutputTests {
  @Test(
    arguments: [
      "keys", "settings", "settings --sample", "settings --json", "doctor", "manual", "manual tapes", "--help", "demo",
      "keys --help", "--version", "--plain",
    ], ["1</dev/null", ">&-"])
  func isAnErrorOfOneLine(words: String, fate: String) throws {
    let world = try ScrubbedWorld()
    // Standard error stands in for what the shell reads.
    let run = try ProgramRun(shell: "sh -c \"'\(try BuiltProgram.path())' \(words) 2>&1 \(fate)\"", in: world)
    #expect(run.code == 74, "\(words) \(fate): \(run.code)")
    #expect(
      run.lines == ["tillside: What was printed did not all arrive: standard output is closed or full."],
      "\(words) \(fate): \(run.output)")
  }

  @Test func aReaderWhoHasEnoughIsNoError() throws {
    let run = try ProgramRun(
      shell: "sh -c \"'\(try BuiltProgram.path())' keys | head -n 1\"", in: try ScrubbedWorld())
    #expect(run.lines.count == 1, "\(run.output)")
  }
}
