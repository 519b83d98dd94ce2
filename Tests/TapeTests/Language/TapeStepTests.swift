import Tape
import Terminal
import Testing

@Suite("Every step of the language")
struct TapeStepTests {
  static let steps: [(String, TapeStep)] = [
    ("World contoso-retail", .world("contoso-retail")),
    ("Set Width 100", .set(.width(100))),
    ("Set Height 30", .set(.height(30))),
    ("Set Theme contrast", .set(.theme("contrast"))),
    ("Set Language de", .set(.language("de"))),
    ("Set Seed 7", .set(.seed(7))),
    ("Set Store 041", .set(.store("041"))),
    ("Set Ascii yes", .set(.ascii(true))),
    (#"Type "milk""#, .type("milk")),
    ("Enter", .press(Key(.enter), times: 1)),
    ("Down 3", .press(Key(.down), times: 3)),
    ("Ctrl+R", .press(Key(.character("r"), .control), times: 1)),
    ("F9", .press(Key(.function(9)), times: 1)),
    ("Shift+Tab 2", .press(Key(.tab, .shift), times: 2)),
    ("Space", .press(Key(.character(" ")), times: 1)),
    (#"Paste "a\nb""#, .paste("a\nb")),
    (#"Scan "4006381333931""#, .scan("4006381333931")),
    (#"Click "1 My tasks""#, .click("1 My tasks")),
    ("Set Mouse on", .set(.mouse(true))),
    ("Set Mouse off", .set(.mouse(false))),
    (#"Wait "Sign in""#, .wait("Sign in", limit: nil)),
    (#"Wait "Sign in"@30s"#, .wait("Sign in", limit: .seconds(30))),
    ("Wait Idle", .waitIdle),
    (#"Expect "Sign in""#, .expect(.text("Sign in"))),
    (#"Expect Not "Sign in""#, .expectNot(.text("Sign in"))),
    (#"Expect Row 3 "Overdue""#, .expect(.row(3, "Overdue"))),
    (#"Expect Not Row 3 "Overdue""#, .expectNot(.row(3, "Overdue"))),
    (#"Expect Focus "Milk""#, .expect(.focus("Milk"))),
    (#"Expect Role warning "late""#, .expect(.role(.warning, "late"))),
    ("Expect Screen start", .expect(.screen("start"))),
    ("Do task-complete", .perform("task-complete")),
    ("Resize 100x30", .resize(Size(columns: 100, rows: 30))),
    ("Advance 5m", .advance(.seconds(300))),
    ("Advance 1h30m", .advance(.seconds(5_400))),
    ("Fault offline", .fault(CloudTrouble(.offline))),
    ("Fault none", .fault(CloudTrouble(.none))),
    (
      #"Fault throttle "PATCH /v1.0/planner" 2 30s"#,
      .fault(CloudTrouble(.throttle, match: "PATCH /v1.0/planner", count: 2, duration: .seconds(30)))
    ),
    (#"Remote complete "Milk""#, .remote(RemoteEdit(.complete, task: "Milk"))),
    (#"Remote rename "Milk" "Cream""#, .remote(RemoteEdit(.rename("Cream"), task: "Milk"))),
    (#"Remote delete "Milk""#, .remote(RemoteEdit(.delete, task: "Milk"))),
    (
      #"Fault throttle "POST" 2 30s date"#,
      .fault(CloudTrouble(.throttle, match: "POST", count: 2, duration: .seconds(30), form: .date))
    ),
    ("Fault garbage huge", .fault(CloudTrouble(.garbage, form: .huge))),
    ("Approve as worker", .approve("worker")),
    ("Decline", .decline),
    ("Expire", .expire),
    ("Phone as jonas", .phone("jonas", password: nil)),
    (#"Phone as jonas "wrong""#, .phone("jonas", password: "wrong")),
    ("Account require-mfa jonas", .account(.requireMFA, "jonas")),
    ("Account block-device-flow jonas", .account(.blockDeviceFlow, "jonas")),
    ("Refuse 50105 jonas", .refuse(50_105, "jonas")),
    ("Reset", .reset),
    ("Machine disk-full", .machine(.trouble(.diskFull))),
    ("Machine stopped 10m", .machine(.stopped(.seconds(600)))),
    ("Machine lock", .machine(.lock)),
    ("Limit active-tasks 40", .limit(.activeTasks, 40)),
    ("Fault skew 10m", .fault(CloudTrouble(.skew, duration: .seconds(600)))),
    (#"Remote remove "Milk" "Seal""#, .remote(RemoteEdit(.remove("Seal"), task: "Milk"))),
    (#"Remote label "Milk" "Cold chain""#, .remote(RemoteEdit(.label("Cold chain"), task: "Milk"))),
    (#"Remote copy "Milk""#, .remote(RemoteEdit(.copy, task: "Milk"))),
    (#"Remote delete-list "Opening""#, .remote(RemoteEdit(.deleteList, task: "Opening"))),
    ("Account leave-team jonas", .account(.leaveTeam, "jonas")),
    ("Machine cut-off", .machine(.trouble(.cutOff))),
    ("Machine token-stays", .machine(.trouble(.tokenStays))),
    ("Set Real yes", .set(.real(true))),
    ("Set Plain paper", .set(.plain(.paper))),
    ("Set Kiosk yes", .set(.kiosk(true))),
    ("Set Idle 2", .set(.idle(2))),
    ("Set Key order O Ctrl+T", .set(.key("order", [Key(.character("O")), Key(.character("t"), .control)]))),
    (##"Set Key order "#" Space"##, .set(.key("order", [Key(.character("#")), Key(.character(" "))]))),
    ("Set Hours 1", .set(.hours(1))),
    ("Set Poll 0", .set(.poll(0))),
    ("App forbid-public-client", .app(.forbidPublicClient)),
    (#"Headquarters "provision --store 041""#, .headquarters("provision --store 041")),
    (
      #"Headquarters "publish add 'Autumn window' \"Shop's window\" --check Out""#,
      .headquarters(#"publish add 'Autumn window' "Shop's window" --check Out"#)
    ),
    (#"Let who "Anna""#, .assign(name: "who", "Anna")),
    (#"Mask /[0-9]+:[0-9]+/"#, .mask("[0-9]+:[0-9]+")),
    (#"Caption "The till opens.""#, .caption("The till opens.")),
    (#"Mark "opening""#, .mark("opening")),
    ("Pause", .pause),
    ("Source sign-in.tape", .source("sign-in.tape")),
  ]

  @Test("is read from its canonical spelling and printed as it", arguments: steps)
  func readsAndPrints(_ spelling: String, _ step: TapeStep) {
    let (tape, faults) = TapeParser.parse(spelling, file: "a.tape")
    #expect(faults.isEmpty)
    #expect(tape.steps == [step])
    #expect(TapePrinter.print(step) == spelling)
  }

  @Test(
    "is read from other spellings too",
    arguments: [
      ("  Down   3   # go on", "Down 3"), ("C-r", "Ctrl+R"), ("Advance 90s", "Advance 1m30s"),
      ("Approve as \"worker\"", "Approve as worker"), ("Wait \"x\" @30s", "Wait \"x\"@30s"),
      ("Type \"\\u{41}\\t\"", "Type \"A\\t\""), ("Expect Screen \"start\"", "Expect Screen start"),
    ])
  func readsOtherSpellings(_ spelling: String, _ canonical: String) {
    let (tape, faults) = TapeParser.parse(spelling, file: "a.tape")
    #expect(faults.isEmpty)
    #expect(tape.steps.map(TapePrinter.print) == [canonical])
  }

  @Test("keeps comments and folds blank lines when printed")
  func keepsComments() {
    let written = "#  A shift\r\n\n\n  Enter 1 #open\nType \"#1\"\n\n\n"
    let (tape, faults) = TapeParser.parse(written, file: "a.tape")
    #expect(faults.isEmpty)
    #expect(TapePrinter.print(tape) == "# A shift\n\nEnter  # open\nType \"#1\"\n")
  }

  @Test("names stand for their values")
  func resolvesNames() {
    let (tape, _) = TapeParser.parse(#"Type "Hello ${who}, \${x} $5""#, file: "a.tape")
    guard case .type(let text)? = tape.steps.first else {
      Issue.record("no text was read")
      return
    }
    #expect(text.names == ["who"])
    #expect(text.resolved(["who": "Anna"]) == "Hello Anna, ${x} $5")
    #expect(TapePrinter.print(.type(text)) == #"Type "Hello ${who}, \${x} $5""#)
  }
}
