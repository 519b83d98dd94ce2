import Tape
import Testing
import TillsideTesting

@Suite("A tape that fails")
struct TapeFailureTests {
  @Test("shows place, step, reason, the whole screen with its cursor, and the last keys without what was typed")
  func report() async throws {
    let failure = try #require(
      try await SlowProfile.failure("Set Height 24\nType \"secret\"\nF1\nExpect \"no such text\"\n"))
    let lines = failure.description.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(lines[0] == "a.tape:4: Expect \"no such text\"")
    #expect(lines[1] == "  not so: Expect \"no such text\"")
    #expect(lines.filter { $0.hasSuffix("|") }.count == 24)
    #expect(lines.contains { $0.hasSuffix("^") && $0.dropLast().allSatisfy { $0 == " " } })
    #expect(lines.contains("  key: a character, 6 times"))
    #expect(lines.contains("  key: F1"))
    let messages = lines.drop { $0 != "last keys and commands:" }
    #expect(!messages.contains { $0.contains("secret") || $0.contains("key: s") })
  }

  @Test(
    "says what could not be done",
    arguments: [
      ("Do no-such-command", TapeTrouble.unknownCommand("no-such-command")), ("Fault offline", .practiceOnly),
      ("Do note-save", .refused("note-save does nothing here: it belongs to note")),
      ("Approve as worker", .practiceOnly), ("Ctrl+C\nEnter\nDown", .over(exitCode: 0)),
    ])
  func troubles(_ text: String, _ trouble: TapeTrouble) async throws {
    #expect(try await SlowProfile.failure(text)?.reason == .trouble(trouble))
  }

  @Test(
    "is told apart from one that holds",
    arguments: [
      ("Expect Row 1 \"Contoso\"", true), ("Expect Row 2 \"Contoso\"", false), ("Expect Not Row 2 \"Contoso\"", true),
      ("Expect Not Row 24 \"Contoso\"", true), ("Expect Not Row 25 \"Contoso\"", false),
      ("Expect Role practice \"practice\"", true), ("Expect Role heading \"practice\"", false),
      ("Type \"anna\"\nExpect Focus \"anna\"", true), ("Expect Focus \"Contoso\"", false),
      ("Set Mouse on\nClick \"help\"\nExpect \"Keys that work here\"", true), ("Set Mouse on\nClick \"HELP\"", false),
      ("Do help\nExpect \"Keys that work here\"", true), ("Resize 30x8\nExpect \"80x24\"", true),
      ("Let t \"Conto\"\nExpect \"${t}so\"", true), ("Paste \"bert\"\nExpect Focus \"bert\"", true),
      ("Set Width 120\nSet Height 40\nExpect Row 40 \"help\"", true), ("Set Ascii yes\nExpect Not \"·\"", true),
    ])
  func expectations(_ text: String, _ holds: Bool) async throws {
    let failure = try await SlowProfile.failure(text)
    #expect((failure == nil) == holds, "\(failure?.description ?? "it held")")
  }

  @Test(
    "says what is there instead",
    arguments: [
      ("Expect Role heading \"practice\"", " (it stands there as normal, practice)"),
      ("Expect Row 25 \"Contoso\"", " (the screen has 24 rows)"),
      ("Expect Not Row 25 \"Contoso\"", " (the screen has 24 rows)"),
      ("Expect Row 2 \"Contoso\"", " (it stands in row 1)"),
      ("Type \"mei\"\nExpect Focus \"jonas\"", " (the focus is on \"mei\")"),
      ("Set Mouse on\nClick \"contoso\"", " (row 1: it differs only in capitals)"),
      ("Expect \"contoso\"", " (row 1: it differs only in capitals)"),
      ("Expect Not \"Contoso\"", ""), ("Expect \"nowhere\"", ""),
    ])
  func saysInstead(_ text: String, _ found: String) async throws {
    let failure = try #require(try await SlowProfile.failure(text))
    #expect(failure.reason.sentence.hasSuffix("\"" + found), "\(failure.reason.sentence)")
  }

  @Test("the screen it failed on is the one who looks on has too", arguments: [nil, 1])
  func catchesTheSameScreen(_ line: Int?) async throws {
    try await onOwnThread {
      let (program, _) = TapeProgram.assemble("a.tape") { _ in Array("Wait \"never\"@26s\n".utf8) }
      let caught = CaughtScreen("a.tape", line: line)
      var player = TapePlayer(
        program, on: try SlowProfile.stage(program.start),
        goldens: GoldenShelf(read: { _ in nil }, write: { name, _ in name }), before: caught)
      let failure = #expect(throws: TapeFailure.self) { try player.play() }
      #expect(caught.screen == failure?.screen)
    }
  }

  @Test("the practice world is asked with names replaced, and its refusals are told")
  func asksWorld() async throws {
    let world = NotingWorld(refusal: "nobody of that name")
    let failure = try #require(
      try await SlowProfile.failure(
        "Let who \"anna\"\nFault throttle \"GET /${who}\" 2\nAccount block \"${who}\"\nApprove as \"${who}\"\n",
        world: world))
    #expect(failure.reason == .trouble(.refused("nobody of that name")))
    #expect(
      world.requests == [.trouble(CloudTrouble(.throttle, match: "GET /anna", count: 2)), .account(.block, "anna")])
  }
}
