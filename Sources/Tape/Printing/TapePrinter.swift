import StoreModel
import Terminal
import Workspace

/// Writes a tape in its one canonical spelling; parsing it again gives the same steps.
public enum TapePrinter {
  /// The whole tape, comments and single blank lines kept.
  public static func print(_ tape: Tape) -> String {
    var lines: [String] = []
    for line in tape.lines {
      let printed = print(line)
      if printed.isEmpty, lines.last?.isEmpty ?? true { continue }
      lines.append(printed)
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func print(_ line: TapeLine) -> String {
    let comment = line.comment.map { $0.isEmpty ? "#" : "# \($0)" }
    return [line.step.map(print), comment].compactMap { $0 }.joined(separator: "  ")
  }

  /// One step.
  public static func print(_ step: TapeStep) -> String {
    switch step {
    case .world(let name): "World " + word(name)
    case .set(let setting): "Set " + print(setting)
    case .type(let text): "Type " + quote(text)
    case .press(let key, let times): times == 1 ? key.description : "\(key) \(times)"
    case .paste(let text): "Paste " + quote(text)
    case .scan(let text): "Scan " + quote(text)
    case .click(let text): "Click " + quote(text)
    case .wait(let text, let limit): "Wait " + quote(text) + (limit.map { "@" + TapeDuration.spell($0) } ?? "")
    case .waitIdle: "Wait Idle"
    case .expect(let expectation): "Expect " + print(expectation)
    case .expectNot(let expectation): "Expect Not " + print(expectation)
    case .perform(let command): "Do " + word(command)
    case .resize(let size): "Resize \(size.columns)x\(size.rows)"
    case .advance(let duration): "Advance " + TapeDuration.spell(duration)
    case .fault(let trouble): "Fault " + print(trouble)
    case .remote(let edit): "Remote " + print(edit)
    case .approve(let name): "Approve as " + word(name)
    case .decline: "Decline"
    case .expire: "Expire"
    case .phone(let who, let password): "Phone as " + word(who) + (password.map { " " + quote($0) } ?? "")
    case .account(let change, let who): "Account \(change.rawValue) " + word(who)
    case .refuse(let number, let who): "Refuse \(number) " + word(who)
    case .limit(let bound, let number): "Limit \(bound.rawValue) \(number)"
    case .reset: "Reset"
    case .app(let change): "App \(change.rawValue)"
    case .headquarters(let order): "Headquarters " + quote(order)
    case .machine(let event): "Machine " + print(event)
    case .assign(let name, let text): "Let \(name) " + quote(text)
    case .mask(let pattern): "Mask /" + escape(pattern: pattern) + "/"
    case .caption(let text): "Caption " + quote(text)
    case .mark(let text): "Mark " + quote(text)
    case .pause: "Pause"
    case .source(let path): "Source " + word(path)
    }
  }

  private static func print(_ setting: TapeSetting) -> String {
    switch setting {
    case .width(let columns): "Width \(columns)"
    case .height(let rows): "Height \(rows)"
    case .theme(let name): "Theme " + word(name)
    case .language(let code): "Language " + word(code)
    case .seed(let seed): "Seed \(seed)"
    case .store(let number): "Store " + word(number)
    case .ascii(let isOn): "Ascii " + (isOn ? "yes" : "no")
    case .clock(let moment): "Clock " + moment.iso8601
    case .pin(let rule): "Pin " + rule.rawValue
    case .signIn(let ways): "SignIn " + ways.rawValue
    case .real(let isOn): "Real " + (isOn ? "yes" : "no")
    case .plain(let lines): "Plain " + lines.rawValue
    case .kiosk(let isOn): "Kiosk " + (isOn ? "yes" : "no")
    case .mouse(let isOn): "Mouse " + (isOn ? "on" : "off")
    case .idle(let minutes): "Idle \(minutes)"
    case .key(let command, let keys):
      "Key " + ([command] + keys.map { TapeText("\($0)") }).map(word).joined(separator: " ")
    case .hours(let hours): "Hours \(hours)"
    case .poll(let seconds): "Poll \(seconds)"
    }
  }

  private static func print(_ expectation: TapeExpectation) -> String {
    switch expectation {
    case .text(let text): quote(text)
    case .row(let row, let text): "Row \(row) " + quote(text)
    case .focus(let text): "Focus " + quote(text)
    case .role(let role, let text): "Role \(role.tapeName) " + quote(text)
    case .screen(let name): "Screen " + word(name)
    }
  }

  private static func print(_ trouble: CloudTrouble) -> String {
    [
      trouble.kind.rawValue, trouble.match.map(quote), trouble.count.map(String.init),
      trouble.duration.map(TapeDuration.spell), trouble.form?.rawValue,
    ].compactMap { $0 }.joined(separator: " ")
  }

  private static func print(_ event: MachineEvent) -> String {
    [event.spelling.word, event.spelling.time.map(TapeDuration.spell)].compactMap { $0 }.joined(separator: " ")
  }

  private static func print(_ edit: RemoteEdit) -> String {
    let value = edit.spelling.value.map(edit.isAboutPerson ? word : quote)
    return [edit.spelling.word, quote(edit.task), value].compactMap { $0 }.joined(separator: " ")
  }
}

extension TapePrinter {
  /// A text in quotes.
  static func quote(_ text: TapeText) -> String {
    "\"" + text.pieces.map(escape).joined() + "\""
  }

  /// A text as a bare word where it can be one, else in quotes.
  private static func word(_ text: TapeText) -> String {
    guard text.pieces.count == 1, case .literal(let literal)? = text.pieces.first,
      literal.unicodeScalars.first != "#",
      literal.unicodeScalars.allSatisfy({ $0.isASCII && $0.value > 0x20 && $0.value < 0x7F && $0 != "\"" })
    else { return quote(text) }
    return literal
  }

  private static func escape(_ piece: TapeText.Piece) -> String {
    switch piece {
    case .variable(let name): return "${\(name)}"
    case .literal(let text):
      var escaped = ""
      let scalars = Array(text.unicodeScalars)
      for (index, scalar) in scalars.enumerated() {
        switch scalar {
        case "\"", "\\": escaped += "\\" + String(scalar)
        case "$" where index + 1 < scalars.count && scalars[index + 1] == "{": escaped += "\\$"
        case "\n": escaped += "\\n"
        case "\t": escaped += "\\t"
        case "\u{1B}": escaped += "\\e"
        case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
          escaped += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        default: escaped.unicodeScalars.append(scalar)
        }
      }
      return escaped
    }
  }

  /// A pattern whose slashes do not end it; what `\` protects stays protected.
  private static func escape(pattern: String) -> String {
    var escaped = ""
    for scalar in pattern.unicodeScalars {
      if scalar == "/" { escaped += "\\" }
      escaped.unicodeScalars.append(scalar)
    }
    return escaped
  }
}
