import Terminal
import Testing

/// What is written to a terminal that is spoken to line by line.
@Suite struct LineScriptTests {
  private func said(_ script: inout LineScript, _ line: String) -> String {
    script.say([SafeText(line)], asking: SafeText("Command? "))
  }

  @Test func whatIsSaidBeginsOnALineOfItsOwn() {
    var script = LineScript(isUTF8: true, canClear: false)
    #expect(said(&script, "My tasks 6") == "My tasks 6\nCommand? ")
    #expect(said(&script, "offline") == "\noffline\nCommand? ")
    #expect(script.answered(wasHidden: false) == "")
    #expect(said(&script, "online") == "online\nCommand? ")
    #expect(script.answered(wasHidden: true) == "\n")
    #expect(script.close() == "")
    _ = said(&script, "a")
    #expect(script.close() == "\n")
  }

  @Test func onlyAScreenIsEmptied() {
    var paper = LineScript(isUTF8: true, canClear: false)
    #expect(paper.clear() == nil)
    var screen = LineScript(isUTF8: true, canClear: true)
    _ = said(&screen, "a")
    #expect(screen.clear()?.hasSuffix("\u{1B}[3J") == true)
    #expect(said(&screen, "b") == "b\nCommand? ")
  }

  @Test func aLineBreaksBetweenWordsWhereTheTerminalEnds() {
    var script = LineScript(isUTF8: true, canClear: true)
    script.columns = 12
    let lines = [SafeText("Sign in, then work"), SafeText("")]
    #expect(script.say(lines, asking: SafeText("Number or command? ")) == "Sign in,\nthen work\n\nNumber or\ncommand? ")
  }

  @Test func lettersThatCannotBeWrittenAreQuestionMarks() {
    var script = LineScript(isUTF8: false, canClear: false)
    #expect(said(&script, "Tomasz Zieliński") == "Tomasz Zieli?ski\nCommand? ")
  }
}
