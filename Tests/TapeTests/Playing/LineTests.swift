import Testing

@testable import Tape
@testable import Terminal

@Suite("The line between a player and a program on a pty")
struct LineTests {
  @Test(
    "carries every request",
    arguments: [
      .settle, .tick(.seconds(60)), .advance(.milliseconds(1_500)), .perform("task-complete"),
      .ask(.approve("worker")), .ask(.decline), .ask(.phone("anna", password: "a \"b\"\n")),
      .ask(.trouble(CloudTrouble(.throttle, match: "GET /", count: 1, duration: .seconds(5), form: .date))),
      .ask(.edit(RemoteEdit(.rename("b # c"), task: "a"))), .ask(.account(.block, "anna")), .ask(.app(.unregister)),
    ] as [LineRequest.Act])
  func requests(_ act: LineRequest.Act) {
    let request = LineRequest(keyBytes: 12, size: Size(columns: 80, rows: 24), act: act)
    #expect(!request.line.contains("\n"))
    #expect(LineRequest(request.line) == request)
  }

  @Test(
    "carries every answer",
    arguments: [
      .success(.init()), .success(.init(moved: .seconds(5))), .success(.init(words: "Head office: 041 created.")),
      .failure(.over(exitCode: 143)), .failure(.busy(.seconds(60))),
      .failure(.unknownCommand("x y")), .failure(.practiceOnly), .failure(.refused("no, never")), .failure(.impossible),
    ] as [Result<LineAnswer.Outcome, TapeTrouble>])
  func answers(_ result: Result<LineAnswer.Outcome, TapeTrouble>) {
    for takesPIN in [false, true] {
      let answer = LineAnswer(mark: 7, takesPIN: takesPIN, result: result)
      #expect(LineAnswer(answer.line) == answer)
    }
  }

  @Test("takes nothing else", arguments: ["", "1 2", "1 80 24", "1 80 24 Enter", "x 80 24 take", "1 80 24 tick x"])
  func refuses(_ line: String) {
    #expect(LineRequest(line) == nil)
    #expect(LineAnswer(line) == nil)
  }
}
