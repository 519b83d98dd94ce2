import Tape
import Testing

@Suite("Mistakes in a tape")
struct TapeFaultTests {
  static let mistakes: [(String, Int, Int, String)] = [
    ("Tpye \"a\"", 1, 4, #"there is no step "Tpye": did you mean Type?"#),
    ("Florble", 1, 7, #"there is no step "Florble": tillside manual tapes has them all"#),
    ("\"a\"", 1, 3, #"there is no step ""a"": did you mean Type?"#),
    ("q", 1, 1, #"to type "q", write Type "q""#),
    ("Ctrl+Entr", 1, 9, #"there is no key "Ctrl+Entr": did you mean Ctrl+Enter?"#),
    ("F99", 1, 3, #"there is no key "F99": did you mean F9?"#),
    ("Set Widht 80", 5, 5, #"there is no setting "Widht": did you mean Width?"#),
    ("Set Width wide", 11, 4, "expected a whole number and found wide"),
    ("Set Width 0", 11, 1, "0 is out of range: a whole number, from 1 to 1000"),
    ("Set Ascii maybe", 11, 5, #"there is no answer "maybe": known are no, yes"#),
    ("Set Plain lines", 11, 5, #"there is no way to speak line by line "lines": known are no, paper, yes"#),
    ("Type", 5, 1, "the step ends too early: a text in quotes is missing"),
    ("Type milk", 6, 4, "expected a text in quotes and found milk"),
    ("Type \"milk", 6, 5, "the closing quote is missing"),
    ("Type \"a\" \"b\"", 10, 3, "the step is over before \"b\": one step per line"),
    (#"Type "a\q""#, 8, 2, #"\q means nothing in a text: known are \" \\ \n \t \e \$ and \u{1F600}"#),
    (#"Type "${1}""#, 7, 3, "a name starts with a letter and holds letters, digits, - and _, used as ${name}"),
    ("Let 1 \"a\"", 5, 1, "a name starts with a letter and holds letters, digits, - and _, used as ${name}"),
    ("Down much", 6, 4, "expected how many times and found much"),
    ("Down 0", 6, 1, "0 is out of range: how many times, from 1 to 1000"),
    ("Wait", 5, 1, "the step ends too early: a text in quotes or Idle is missing"),
    ("Wait \"a\"@soon", 9, 5, "expected a limit such as @30s and found @soon"),
    ("Wait \"a\"@32d", 9, 4, "@32d is too long for a text: wait at most @31d, and move the clock further with Advance"),
    ("Expect \"\"", 8, 2, "an empty text is found on every screen: name what has to be there"),
    ("Wait \"\"@5s", 6, 2, "an empty text is found on every screen: name what has to be there"),
    ("Expect Row \"a\"", 12, 3, "expected a row and found \"a\""),
    ("Expect Role warnin \"a\"", 13, 6, #"there is no role "warnin": did you mean warning?"#),
    ("Expect Not Screen start", 12, 6, "a whole screen cannot be expected not to be: name a text instead"),
    ("Resize 100*30", 8, 6, "expected a size such as 100x30 and found 100*30"),
    ("Resize 100x0", 8, 5, "100x0 is out of range: a size such as 100x30, from 1 to 1000"),
    ("Advance 5", 9, 1, "expected a time such as 500ms, 30s, 5m or 1h30m and found 5"),
    ("Fault ofline", 7, 6, #"there is no trouble "ofline": did you mean offline?"#),
    ("Fault garbage date", 15, 4, #"there is no form of this trouble "date": known are html, huge, json"#),
    ("Fault offline soon", 15, 4, "expected a time such as 500ms, 30s, 5m or 1h30m and found soon"),
    ("Limit taks 3", 7, 4, #"there is no limit of Planner "taks": did you mean tasks?"#),
    ("Limit tasks many", 13, 4, "expected a whole number and found many"),
    ("Account disabel jonas", 9, 7, #"there is no change of an account "disabel": did you mean disable?"#),
    (
      "Headquarters provision", 14, 9,
      "expected an order in quotes such as \"provision --store 041\" and found provision"
    ),
    (#"Headquarters "provison""#, 14, 10, #"head office does not know "provison" here: did you mean provision?"#),
    (#"Headquarters "staff fire mei""#, 14, 16, #"head office does not know "fire" here: did you mean hire?"#),
    (
      #"Headquarters "provision --stroe 041""#, 14, 23,
      #"head office does not know "--stroe" here: did you mean --store?"#
    ),
    (#"Headquarters "staff map""#, 14, 11, "the order ends too early: the account is missing"),
    (#"Headquarters "publish draft A""#, 14, 17, "the order ends too early: --as is missing"),
    (#"Headquarters "sync all""#, 14, 10, #"the order is over before "all""#),
    (#"Headquarters "publish add A B --offset soon""#, 14, 31, #""soon" is not a whole number"#),
    ("Phone jonas", 7, 5, #"expected "as" and who, such as "as worker" or "as mei" and found jonas"#),
    ("Set Pin never", 9, 5, #"there is no rule for PINs "never": known are off, optional, required"#),
    ("Expect Role warm \"a\"", 13, 4, Self.noRole),
    ("Press F9", 1, 5, #"there is no step "Press": a key's name is the step, write F9"#),
    (
      "Sleep 3", 1, 5,
      #"there is no step "Sleep": write Wait "text" for what is to come, or Advance 3s to move the clock"#
    ),
    ("Note", 1, 4, #"there is no step "Note": tillside manual tapes has them all"#),
    ("Set Idle 16", 10, 2, "16 is out of range: a whole number, from 1 to 15"),
    ("Set Key order", 14, 1, "the step ends too early: a key such as F7, Ctrl+T or x is missing"),
    ("Set Key order F77", 15, 3, #"there is no key "F77": did you mean F7?"#),
    ("Phone", 6, 1, #"the step ends too early: "as" and who, such as "as worker" or "as mei" is missing"#),
    ("Approve worker", 9, 6, #"expected "as" and who, such as "as worker" or "as mei" and found worker"#),
    ("Approve as", 11, 1, "the step ends too early: a role (worker, manager, communications) or an account is missing"),
    ("Mask /a", 6, 2, "the closing / is missing"),
    (#"Account block """#, 15, 2, "an empty text names nothing: write what or who is meant"),
    (#"Remote rename "Milk" """#, 22, 2, "an empty text names nothing: write what or who is meant"),
    ("Expect Screen a/b", 15, 3, #""a/b" cannot name a golden screen: use letters, digits, - and _"#),
    ("Expect Screen", 14, 1, "the step ends too early: the name of a screen is missing"),
    (
      #"Remote due "Milk" "tomorrow""#, 19, 10,
      #""tomorrow" is no moment: write it as 2026-11-25T16:00:00Z"#
    ),
    (
      #"Remote due "Milk" "2026-02-30T10:00:00Z""#, 19, 22,
      #""2026-02-30T10:00:00Z" is no moment: write it as 2026-11-25T16:00:00Z"#
    ),
    (#"Fault throttle "PTCH /v1.0""#, 16, 12, #""PTCH /v1.0" \#(noRequests)"#),
    (#"Fault throttle "PATCH planner""#, 16, 15, #""PATCH planner" \#(noRequests)"#),
    (
      "Fault offline 30s", 15, 3,
      "offline has no use for a time: it lasts until Fault none, or for as many requests as you say"
    ),
    ("Fault latency 500ms", 15, 5, "500ms is no time for a trouble: write whole seconds, at most 1d"),
    ("Fault skew 2d", 12, 2, "2d is no time for a trouble: write whole seconds, at most 1d"),
    ("Refuse 10000000 mei", 8, 8, "10000000 is out of range: a whole number, from 1 to 9999999"),
    (
      #"Headquarters "publish add A B --due 25:00""#, 14, 29, #""25:00" is not a time of day such as 17:00"#
    ),
    (#"Headquarters "publish add A B --priority 11""#, 14, 31, "11 is out of range: from 0 to 10"),
    (#"Headquarters "publish add A B --link shop""#, 14, 29, #""shop" is not a web address that begins with https://"#),
    (
      #"Headquarters "publish add A B --requires photo""#, 14, 34,
      #"head office does not know "photo" here: known are checklist, approval"#
    ),
    (
      #"Headquarters "publish review A --as priya --target 2026-02-30""#, 14, 49,
      #""2026-02-30" is not a day such as 2026-11-30"#
    ),
    (
      #"Headquarters "publish review A --as priya --where Large""#, 14, 43,
      #""Large" is not NAME=VALUE such as Size=Large"#
    ),
    (
      #"Headquarters "roles assign mei store-manger""#, 14, 31,
      #"head office does not know "store-manger" here: did you mean store-manager?"#
    ),
    (
      #"Headquarters "staff hire a@b --name A""#, 14, 25,
      #""a@b" is not a sign-in name of letters and digits, without the domain"#
    ),
    (#"Headquarters "staff map ''""#, 14, 14, "the order ends too early: the account is missing"),
    ("Mask /(/", 6, 3, "/(/ is no pattern that can be searched for"),
    ("Mask a", 6, 1, "expected a pattern such as /[0-9]+:[0-9]+/ and found a"),
    (
      "Type \"a\u{1B}\"", 8, 1,
      "a control character (U+001B) stands in the file: in texts write \\e, \\n, \\t or \\u{...}"
    ),
  ]

  static let noRequests =
    #"names no requests: write method, beginning of the path or both, such as "PATCH /v1.0/planner""#

  static let noRole =
    #"there is no role "warm": known are code, danger, field, good, heading, key, muted, normal, practice, qr, rule, warning"#

  @Test("say place and remedy in one line, with carets under the mistake", arguments: mistakes)
  func saysWhatAndWhere(_ line: String, _ column: Int, _ length: Int, _ sentence: String) throws {
    let (tape, faults) = TapeParser.parse(line, file: "a.tape")
    #expect(tape.lines.isEmpty)
    let fault = try #require(faults.first)
    #expect(faults.count == 1)
    let lines = fault.description.split(separator: "\n").map(String.init)
    #expect(lines.first == "a.tape:1:\(column): \(sentence)")
    let carets = String(repeating: " ", count: column - 1) + String(repeating: "^", count: length)
    #expect(lines.last == "    | \(carets)")
    #expect(lines.count == 3)
  }

  @Test("are all told at once, in order, and the good lines are kept")
  func tellsAllAtOnce() {
    let (tape, faults) = TapeParser.parse("Tpye \"a\"\nEnter\nSet Widht 80\nType \"x\\q\\y\"\n", file: "b.tape")
    #expect(faults.map(\.line) == [1, 3, 4, 4])
    #expect(tape.steps.map(TapePrinter.print) == ["Enter"])
  }

  @Test("show line and carets")
  func showsTheLine() throws {
    let (_, faults) = TapeParser.parse("\n\n  Set  Widht 80", file: "c.tape")
    let expected = """
      c.tape:3:8: there is no setting "Widht": did you mean Width?
        3 |   Set  Widht 80
          |        ^^^^^
      """
    #expect(try #require(faults.first).description == expected)
  }

  @Test("name words of other rooms when these are known")
  func knowsVocabulary() throws {
    let words = TapeVocabulary(
      commands: ["help", "task-complete"], themes: ["colour"], languages: ["en"], scenarios: ["contoso-retail"],
      refusals: ["50105"])
    let text = "Do task-compleet\nSet Theme color\nSet Language fr\nWorld contoso-retial\nRefuse 50150 mei\nDo help\n"
    let (tape, faults) = TapeParser.parse(text, file: "d.tape", vocabulary: words)
    let remedies = faults.map { fault -> String? in
      guard case .unknownWord = fault.kind, let line = fault.description.split(separator: "\n").first else {
        return "another mistake"
      }
      return line.split(separator: ": ").last.map(String.init)
    }
    #expect(
      remedies == [
        "did you mean task-complete?", "did you mean colour?", "known are en", "did you mean contoso-retail?",
        "did you mean 50105?",
      ])
    #expect(tape.steps == [.perform("help")])
  }

  @Test("are none where the file begins with a byte order mark")
  func passesByteOrderMark() {
    let (tape, faults) = TapeParser.parse(bytes: [0xEF, 0xBB, 0xBF] + Array("Enter\n".utf8), file: "f.tape")
    #expect(faults.isEmpty)
    #expect(TapePrinter.print(tape) == "Enter\n")
  }

  @Test("are found in bytes that are not UTF-8")
  func refusesOtherEncodings() throws {
    let (_, faults) = TapeParser.parse(bytes: Array("Enter\nType \"".utf8) + [0xE9, 0x22], file: "e.tape")
    let fault = try #require(faults.first)
    #expect(fault.kind == .notUTF8)
    #expect(fault.line == 2)
    #expect(fault.column == 7)
  }
}
