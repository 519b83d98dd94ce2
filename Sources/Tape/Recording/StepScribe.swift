import Terminal
import Workspace

/// Writes down what somebody does at the terminal as steps of a tape.
///
/// What is secret never gets into a step: a PIN becomes another one of its length, the same each time, and an address
/// with a sign-in's answer is left out.
struct StepScribe {
  private var pins: [String: String] = [:]
  private var typedPIN = ""

  init() {}

  /// The steps of an event that meets a state.
  mutating func steps(for event: TerminalEvent, in state: AppState) -> [WrittenStep] {
    switch event {
    case .key(let key): steps(for: key, in: state)
    case .paste(let text):
      state.takesSecrets || state.takesPIN
        ? [.omitted("something was pasted here that must not be kept")]
        : [WrittenStep(.paste(TapeText(hiding(text))))]
    case .scan(let code):
      state.takesSecrets || state.takesPIN
        ? [.omitted("something was scanned here that must not be kept")]
        : [WrittenStep(.scan(TapeText(hiding(code))))]
    case .resize(let size): [WrittenStep(.resize(size))]
    case .mouse(let report): clicked(report, in: state).map { [WrittenStep(.click(TapeText($0)))] } ?? []
    // Lines come as answers to what was said.
    case .line, .linesOver, .hangUp, .terminate, .resumed: []
    }
  }

  /// The text that names the place of a click; nil for the wheel, and where no text under the pointer is unique or one may
  /// be secret.
  private func clicked(_ report: MouseReport, in state: AppState) -> String? {
    let isAmongKeys = report.position.row == state.size.rows - 1
    guard report.action == .press, !state.takesPIN, isAmongKeys || !state.takesSecrets && state.secretsOnScreen.isEmpty,
      let text = TapeScreen(frame: draw(state), knowsRoles: true).text(namingPlace: report.position),
      hiding(text) == text
    else { return nil }
    return text
  }

  /// The steps of a line that was answered to a page.
  mutating func steps(answering line: String, to page: PlainPage, in state: AppState) -> [WrittenStep] {
    var typed = line.filter { $0.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control } }
    let digits = typed.filter { $0.isASCII && $0.isNumber }
    if page.isSecret && !typed.hasPrefix(":") || state.mayBeginPIN && digits == typed && digits.count > 3 {
      typed = placeholder(for: digits)
    } else if state.takesSecrets, page.answer == .text, !typed.hasPrefix(":") {
      return [.omitted("something was answered here that must not be kept")]
    } else {
      typed = hiding(typed)
    }
    return (typed.isEmpty ? [] : [WrittenStep(.type(TapeText(typed)))]) + [WrittenStep(.press(Key(.enter), times: 1))]
  }

  private mutating func steps(for key: Key, in state: AppState) -> [WrittenStep] {
    let command = state.command(for: key)
    if state.isTypingPIN || state.mayBeginPIN && key.isDigit { return pinSteps(for: key, command) }
    if command == nil, state.takesSecrets, key.isCharacter { return [] }
    if command == nil, state.isTyping, key == Key(.character(" ")) { return [WrittenStep(.type(" "))] }
    // Enter on a question or a menu says yes or chooses: the command's name, "open", would tell something else.
    return [WrittenStep(.pressing(key), command == .open && state.isAsking ? nil : command)]
  }

  private mutating func pinSteps(for key: Key, _ command: CommandID?) -> [WrittenStep] {
    if key.isDigit, case .character(let digit) = key.code {
      typedPIN.append(digit)
      return []
    }
    if key == Key(.backspace) {
      typedPIN = String(typedPIN.dropLast())
      return []
    }
    if key.isCharacter { return [] }
    return pinTyped() + [WrittenStep(.pressing(key), command == .open ? nil : command)]
  }

  /// The step of a PIN that was typed and not ended by a key yet; a command may end it too.
  mutating func pinTyped() -> [WrittenStep] {
    let typed = typedPIN
    typedPIN = ""
    return typed.isEmpty ? [] : [WrittenStep(.type(TapeText(placeholder(for: typed))))]
  }

  /// PINs that were typed so far.
  var knownPINs: [String] { pins.keys.filter { $0.count >= 4 } }

  /// A text with another number for each PIN typed so far; within a longer number digits are none.
  func hiding(_ text: String) -> String {
    var hidden = ""
    var digits = ""
    func ended() -> String { digits.count < 4 ? digits : pins[digits] ?? digits }
    for character in text {
      if character.isASCII, character.isNumber {
        digits.append(character)
      } else {
        hidden += ended() + String(character)
        digits = ""
      }
    }
    return hidden + ended()
  }

  /// A step in which no PIN typed so far stands.
  func hiding(_ step: TapeStep) -> TapeStep {
    func hidden(_ text: TapeText) -> TapeText {
      TapeText(text.pieces.map { if case .literal(let text) = $0 { .literal(hiding(text)) } else { $0 } })
    }
    return switch step {
    case .type(let text): .type(hidden(text))
    case .paste(let text): .paste(hidden(text))
    case .scan(let text): .scan(hidden(text))
    case .click(let text): .click(hidden(text))
    case .assign(let name, let text): .assign(name: name, hidden(text))
    case .wait(let text, let limit): .wait(hidden(text), limit: limit)
    case .caption(let text): .caption(hidden(text))
    case .mark(let text): .mark(hidden(text))
    default: step
    }
  }

  /// Another PIN for the one typed; as plain or not as that one.
  private mutating func placeholder(for pin: String) -> String {
    if let known = pins[pin] { return known }
    let turn = pins.count
    let isPlain = Set(pin).count == 1
    let other = (0..<pin.count).map { String((turn + (isPlain ? 0 : 3 * $0 + 1)) % 10) }.joined()
    pins[pin] = other
    return other
  }
}

/// A step somebody did by hand.
struct WrittenStep: Hashable, Sendable {
  /// The step; nil for something that is left out.
  var step: TapeStep?
  /// The command its key stands for.
  var command: CommandID?
  /// Why something is left out.
  var reason: String?

  init(_ step: TapeStep, _ command: CommandID? = nil) {
    self.step = step
    self.command = command
  }

  static func omitted(_ reason: String) -> WrittenStep {
    var written = WrittenStep(.pause)
    written.step = nil
    written.reason = reason
    return written
  }

  /// The line of a tape for it: the command stands beside the key, or the key beside the command.
  func line(namingCommands: Bool) -> TapeLine {
    guard let step else { return TapeLine(number: 0, comment: reason) }
    guard let command else { return TapeLine(number: 0, step: step) }
    let named = TapeStep.perform(TapeText(command.rawValue))
    return namingCommands
      ? TapeLine(number: 0, step: named, comment: TapePrinter.print(step))
      : TapeLine(number: 0, step: step, comment: TapePrinter.print(named))
  }
}

extension TapeStep {
  /// The step that presses a key: a character is typed.
  static func pressing(_ key: Key) -> TapeStep {
    guard case .character(let character) = key.code, key.modifiers.isEmpty, character != " " else {
      return .press(key, times: 1)
    }
    return .type(TapeText(String(character)))
  }
}

extension Key {
  fileprivate var isCharacter: Bool {
    if case .character = code { modifiers.isEmpty } else { false }
  }

  fileprivate var isDigit: Bool {
    if case .character(let character) = code {
      modifiers.isEmpty && character.isASCII && character.isNumber
    } else {
      false
    }
  }
}

extension AppState {
  fileprivate var isTypingPIN: Bool { if case .pin = overlay { true } else { false } }
}
