import StoreModel
import Tape
import Terminal
import Workspace

/// A repeatable source of random numbers.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  mutating func element(_ scalars: String) -> Unicode.Scalar {
    Array(scalars.unicodeScalars).randomElement(using: &self) ?? " "
  }

  mutating func pick<Element>(_ elements: [Element], or other: Element) -> Element {
    elements.randomElement(using: &self) ?? other
  }
}

/// Steps of every kind with random contents.
struct RandomSteps {
  var random: SplitMix

  init(seed: UInt64) { random = SplitMix(state: seed) }

  mutating func next() -> TapeStep {
    switch random.number(0...33) {
    case 0: .world(text())
    case 1: .set(setting())
    case 2: .type(text())
    case 3: .press(key(), times: random.number(1...9))
    case 4: .paste(text())
    case 5: .scan(text())
    case 6: .wait(sought(), limit: random.number(0...1) == 0 ? nil : duration())
    case 7: .waitIdle
    case 8, 9: .expect(expectation())
    case 10: .expectNot(.row(random.number(1...24), sought()))
    case 11: .perform(text())
    case 12: .resize(Size(columns: random.number(1...300), rows: random.number(1...100)))
    case 13: .advance(duration())
    case 14: .fault(trouble())
    case 15: .remote(edit())
    case 16: .approve(sought())
    case 17: .assign(name: "name", text())
    case 18: .mask(random.pick(["[0-9]+:[0-9]+", "a/b", #"\\/"#, #"\d\w"#], or: "a"))
    case 19: .caption(text())
    case 20: .mark(text())
    case 21: .pause
    case 22: .phone(sought(), password: random.number(0...1) == 0 ? nil : text())
    case 23: .account(random.pick(AccountSwitch.allCases, or: .block), sought())
    case 24: .app(random.pick(AppSwitch.allCases, or: .register))
    case 27: .refuse(random.number(1...1_000_000), sought())
    case 25: .decline
    case 26: .expire
    case 28: .reset
    case 32: .click(sought())
    case 29:
      .headquarters(random.pick(["provision", "staff map mei", #"hierarchies upload --from "A 'b""#], or: "sync"))
    case 31: .limit(random.pick(PlannerBound.allCases, or: .tasks), random.number(0...1_000_000))
    case 30: .machine(random.pick(machine, or: .lock))
    default: .source(text())
    }
  }

  private let machine: [MachineEvent] =
    MachineEvent.Trouble.allCases.map { .trouble($0) } + [.stopped(.seconds(90)), .clock(.seconds(3600)), .lock]

  private mutating func text() -> TapeText {
    var pieces: [TapeText.Piece] = []
    for _ in 0..<random.number(0...4) {
      if random.number(0...4) == 0 {
        pieces.append(.variable(random.pick(["who", "a-1", "B_2"], or: "x")))
      } else {
        var literal = ""
        for _ in 0..<random.number(0...6) {
          literal.unicodeScalars.append(random.element("ab \"\\${}#/@\n\t\u{1B}\u{7}\u{301}é☕x1-"))
        }
        pieces.append(.literal(literal))
      }
    }
    return TapeText(pieces)
  }

  /// A text to look for, which is never empty.
  private mutating func sought() -> TapeText { TapeText([.literal("a")] + text().pieces) }

  private mutating func key() -> Key {
    let codes: [Key.Code] = [
      .enter, .escape, .tab, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown,
      .function(random.number(1...24)), .character(" "),
    ]
    switch random.number(0...3) {
    case 0: return Key(.character(Character(random.element("abcxyz"))), random.pick([.control, .alt], or: .alt))
    case 1: return Key(random.pick(Array(codes.dropLast()), or: .enter), [.control, .shift])
    default: return Key(random.pick(codes, or: .enter))
    }
  }

  private mutating func duration() -> Duration { .milliseconds(random.number(0...200_000_000)) }

  private mutating func setting() -> TapeSetting {
    switch random.number(0...17) {
    case 16: .idle(random.number(1...15))
    case 17: .key(sought(), [Key(.function(random.number(1...24))), Key(.character(Character(random.element("#x?"))))])
    case 15: .mouse(random.number(0...1) == 0)
    case 14: .real(random.number(0...1) == 0)
    case 13: .plain(random.pick(TapePlain.allCases, or: .no))
    case 10: .kiosk(random.number(0...1) == 0)
    case 11: .hours(random.number(1...24))
    case 12: .poll(random.number(0...3_600))
    case 6: .clock(Timestamp(seconds: Int64(random.number(0...2_000_000_000))))
    case 7: .pin(random.pick([.off, .optional, .required], or: .off))
    case 8: .signIn(random.pick(TapeSignIn.allCases, or: .both))
    case 9: .store(sought())
    case 0: .width(random.number(1...1_000))
    case 1: .height(random.number(1...1_000))
    case 2: .theme(text())
    case 3: .language(text())
    case 4: .seed(random.number(0...1_000_000))
    default: .ascii(random.number(0...1) == 0)
    }
  }

  private mutating func expectation() -> TapeExpectation {
    switch random.number(0...4) {
    case 0: .text(sought())
    case 1: .row(random.number(1...24), sought())
    case 2: .focus(sought())
    case 3: .role(random.pick(Role.allCases, or: .normal), sought())
    default: .screen(random.pick(["start", "a-1.b_2", TapeText([.variable("who")])], or: "a"))
    }
  }

  private let matches: [TapeText] = [
    "GET", "* /v1.0", "/v1.0/planner", TapeText([.literal("GET /"), .variable("who")]),
  ]
  private let times: [CloudTrouble.Kind] = [.throttle, .unavailable, .latency, .skew]

  private mutating func trouble() -> CloudTrouble {
    let kind = random.pick(CloudTrouble.Kind.allCases, or: .none)
    guard kind != .none else { return CloudTrouble(.none) }
    return CloudTrouble(
      kind, match: random.number(0...1) == 0 ? nil : random.pick(matches, or: "GET"),
      count: random.number(0...1) == 0 ? nil : 3,
      duration: random.number(0...1) == 0 || !times.contains(kind) ? nil : .seconds(random.number(0...86_400)),
      form: random.number(0...1) == 0 ? nil : kind.forms.first)
  }

  private mutating func edit() -> RemoteEdit {
    let changes: [RemoteEdit.Change] = [
      .complete, .reopen, .begin, .rename(sought()), .note(text()),
      .due(random.pick(["2026-11-25T16:00:00Z", TapeText([.variable("when")])], or: "2026-11-25T16:00:00Z")),
      .check(sought()), .uncheck(sought()), .remove(sought()), .label(sought()), .copy, .assign(sought()),
      .unassign(sought()), .delete, .deleteList,
    ]
    return RemoteEdit(random.pick(changes, or: .complete), task: sought())
  }
}
