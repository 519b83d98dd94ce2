import Terminal
import Workspace

/// One thing done by hand: the time before it, the step, and what it changed.
struct RecordedMoment {
  /// How long nothing was done before it.
  var waited = Duration.zero
  /// Whether the screen changed meanwhile.
  var isWaitSeen = false
  /// What came onto the screen meanwhile.
  var awaited: String?
  /// What was done; empty for a wait at the end.
  var steps: [WrittenStep] = []
  /// What it changed.
  var expectation: TapeExpectation?

  /// Whether another moment only goes on with the same: letters of one text, the same arrow again.
  func takes(_ next: RecordedMoment) -> Bool {
    guard next.awaited == nil, steps.count == 1, next.steps.count == 1, let mine = steps[0].step,
      let theirs = next.steps[0].step
    else { return false }
    switch (mine, theirs) {
    case (.type, .type): return steps[0].command == nil && next.steps[0].command == nil
    case (.press(let key, let times), .press(let other, _)):
      return key == other && times < 1_000 && steps[0].mayRepeat && next.steps[0].command == steps[0].command
    default: return false
    }
  }

  /// Takes the other moment in.
  mutating func join(_ next: RecordedMoment) {
    switch (steps[0].step, next.steps[0].step) {
    case (.type(let text)?, .type(let more)?): steps[0].step = .type(TapeText(text.pieces + more.pieces))
    case (.press(let key, let times)?, .press?): steps[0].step = .press(key, times: times + 1)
    default: return
    }
    waited += next.waited
    expectation = next.expectation
  }

  /// Its lines in a tape.
  func lines(isExact: Bool, namingCommands: Bool) -> [TapeLine] {
    var lines: [TapeLine] = []
    func add(_ step: TapeStep) { lines.append(TapeLine(number: 0, step: step)) }
    if isExact {
      if waited > .zero { add(.advance(waited)) }
      if isWaitSeen, let awaited { add(.expect(.text(TapeText(awaited)))) }
    } else if isWaitSeen, let awaited {
      add(.wait(TapeText(awaited), limit: waited < .seconds(60) ? nil : waited))
      // Where time passes by itself, what came first is not all that comes.
      add(.waitIdle)
    }
    for step in steps { lines.append(step.line(namingCommands: namingCommands)) }
    if let expectation { add(.expect(expectation)) }
    return lines
  }
}

extension WrittenStep {
  /// Whether pressing the key again is more of the same.
  fileprivate var mayRepeat: Bool {
    switch command {
    case .moveUp, .moveDown, .pageUp, .pageDown, .nextTab, .previousTab: true
    case nil:
      switch step {
      case .press(let key, _): [.backspace, .delete, .left, .right, .up, .down].contains(key.code)
      default: false
      }
    default: false
    }
  }

  /// Whether what it changed is worth an expectation.
  var isExpected: Bool {
    switch step {
    case .type, .press, .paste, .scan, .click, .perform, .advance, .fault, .remote, .approve, .decline, .expire, .phone,
      .account, .refuse, .limit, .reset, .app, .headquarters, .machine, .resize:
      true
    default: false
    }
  }
}
