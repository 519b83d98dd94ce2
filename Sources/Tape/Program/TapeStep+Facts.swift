extension TapeStep {
  /// Whether the step can only be done once the program runs; settings stand before the first such step.
  var needsProgram: Bool {
    switch self {
    case .world, .set, .assign, .mask, .caption, .mark, .pause, .source: false
    default: true
    }
  }

  /// Whether the step needs the practice store: a real tenant refuses it.
  public var isPracticeOnly: Bool {
    switch self {
    case .world, .advance, .fault, .remote, .approve, .decline, .expire, .phone, .account, .refuse, .limit, .reset,
      .app, .headquarters, .machine:
      true
    default: false
    }
  }

  /// Whether the step reaches into the program, which a pty without its control line cannot.
  public var reachesInside: Bool {
    switch self {
    case .waitIdle, .perform: true
    default: isPracticeOnly
    }
  }

  /// Whether the step only looks at the screen, or waits for something to come onto it.
  public var isLook: Bool {
    switch self {
    case .wait, .waitIdle, .expect, .expectNot: true
    default: false
    }
  }

  /// Whether the step is something a worker does with keyboard, scanner or mouse.
  public var isKey: Bool {
    switch self {
    case .press, .type, .paste, .scan, .click: true
    default: false
    }
  }

  /// Whether a caption before it is no longer true: somebody else acts, or time moves on.
  public var endsCaption: Bool {
    switch self {
    case .approve, .decline, .phone: false
    default: isPracticeOnly
    }
  }

  /// What the step says to an audience.
  var spoken: TapeText? {
    switch self {
    case .caption(let text), .mark(let text): text
    default: nil
    }
  }

  /// Texts in which names may stand.
  var texts: [TapeText] {
    switch self {
    case .world(let text), .type(let text), .paste(let text), .scan(let text), .click(let text),
      .wait(let text, _),
      .perform(let text), .approve(let text), .assign(_, let text), .caption(let text), .mark(let text),
      .source(let text), .headquarters(let text):
      [text]
    case .set(.theme(let text)), .set(.language(let text)), .set(.store(let text)), .set(.key(let text, _)): [text]
    case .expect(let expectation), .expectNot(let expectation): [expectation.text]
    case .fault(let trouble): trouble.match.map { [$0] } ?? []
    case .remote(let edit): [edit.task] + (edit.spelling.value.map { [$0] } ?? [])
    case .phone(let who, let password): [who] + (password.map { [$0] } ?? [])
    case .account(_, let who), .refuse(_, let who): [who]
    case .set, .press, .waitIdle, .resize, .advance, .mask, .pause, .decline, .expire, .limit, .reset, .app, .machine:
      []
    }
  }
}

extension TapeExpectation {
  /// What is looked for.
  var text: TapeText {
    switch self {
    case .text(let text), .row(_, let text), .focus(let text), .role(_, let text), .screen(let text): text
    }
  }
}
