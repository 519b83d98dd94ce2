import Terminal
import Workspace

extension TapeFaultKind {
  /// One line: what is wrong and what to do.
  public var sentence: String {
    switch self {
    case .unknownStep(let word, let nearest):
      "there is no step \"\(word)\"" + (nearest == nil ? ": tillside manual tapes has them all" : proposal(nearest))
    case .otherWord(let word, let other): "there is no step \"\(word)\": \(other.advice)"
    case .characterStep(let word):
      "to type \"\(word)\", write Type \"\(word == "\"" ? "\\\"" : word)\""
    case .unknownKey(let word, let nearest):
      "there is no key \"\(word)\"" + proposal(nearest)
    case .unknownWord(let list, let word, let known):
      "there is no \(list.singular) \"\(word)\"" + (proposal(NearestWord.to(word, among: known), or: list, known))
    case .missing(let wanted):
      "the step ends too early: \(wanted.description) is missing"
    case .unexpected(let found, let wanted):
      "expected \(wanted.description) and found \(found)"
    case .outOfRange(let wanted, let found, let least, let most):
      "\(found) is out of range: \(wanted.description), from \(least) to \(most)"
    case .surplus(let found):
      "the step is over before \(found): one step per line"
    case .badOrder(.unknownWord(let word, let known)):
      "head office does not know \"\(word)\" here"
        + (known.isEmpty ? "" : proposal(NearestWord.to(word, among: known), known))
    case .badOrder(.missing(let what)): "the order ends too early: \(what) is missing"
    case .badOrder(.surplus(let word)): "the order is over before \"\(word)\""
    case .badOrder(.notNumber(let word)): "\"\(word)\" is not a whole number"
    case .badOrder(.outOfRange(let number, let range)):
      "\(number) is out of range: from \(range.lowerBound) to \(range.upperBound)"
    case .badOrder(.badForm(let word, let form)): "\"\(word)\" is not \(form.description)"
    case .openText: "the closing quote is missing"
    case .openPattern: "the closing / is missing"
    case .unknownEscape(let found):
      "\(found) means nothing in a text: known are \\\" \\\\ \\n \\t \\e \\$ and \\u{1F600}"
    case .badName: "a name starts with a letter and holds letters, digits, - and _, used as ${name}"
    case .badPattern(let pattern): "/\(pattern)/ is no pattern that can be searched for"
    case .emptyText: "an empty text is found on every screen: name what has to be there"
    case .nothingNamed: "an empty text names nothing: write what or who is meant"
    case .unknownAccount(let who, let world, let known):
      "there is no account or role \"\(who)\" in \(world)" + proposal(NearestWord.to(who, among: known), known)
    case .badScreenName(let name): GoldenDifference.badName(name).sentence
    case .badMoment(let text): "\"\(text)\" is no moment: write it as 2026-11-25T16:00:00Z"
    case .badMatch(let text):
      "\"\(text)\" names no requests: write method, beginning of the path or both, such as \"PATCH /v1.0/planner\""
    case .timelessTrouble(let kind):
      "\(kind.rawValue) has no use for a time: it lasts until Fault none, or for as many requests as you say"
    case .badTroubleTime(let time): "\(time) is no time for a trouble: write whole seconds, at most 1d"
    case .notOfLine(let key): "\(key) is none of a line: with Set Plain only characters, Backspace and Enter are typed"
    case .clickUnheard: "the program takes no clicks here: write Set Mouse on before the first key, without Set Plain"
    case .keyTaken(let conflict):
      "\(conflict.key) is no key for \(conflict.command.rawValue): \(conflict.holder.reason)"
    case .noSteps: "no steps: nothing is done or expected in this tape"
    case .screenNegated: "a whole screen cannot be expected not to be: name a text instead"
    case .controlCharacter(let value):
      "a control character (U+\(hexadecimal(value))) stands in the file: in texts write \\e, \\n, \\t or \\u{...}"
    case .notUTF8: "the file is not UTF-8"
    case .lateSetting(let word): "\(word) must stand before the first key"
    case .settingAgain(let name, let first): "\(name) stands in \(first) already: leave one of the two out"
    case .sourceTooDeep(let most): "files play each other more than \(most) deep: does one of them play itself?"
    case .tooManySteps(let most): "files that play each other make more than \(most) steps of this tape"
    case .waitTooLong(let found, let most):
      "\(found) is too long for a text: wait at most @\(most)d, and move the clock further with Advance"
    case .unknownName(let name, let nearest):
      "no Let above gives ${\(name)} a value" + proposal(nearest)
    case .emptyName(let name):
      "${\(name)} is empty, and an empty text is found on every screen: name what has to be there"
    case .sourceUnreadable(let path): "the file \"\(path)\" cannot be read"
    case .sourceRefused(let path, .tooLarge(let most)):
      "the file \"\(path)\" is too large for a tape: at most \(most >> 20) MB"
    case .sourceRefused(let path, .notAFile): "\"\(path)\" is no file with a text in it"
    case .sourceCycle(let path): "\"\(path)\" plays itself without end"
    }
  }

  private func proposal(_ nearest: String?) -> String {
    nearest.map { ": did you mean \($0)?" } ?? ""
  }

  /// The word that was probably meant, else all there are.
  private func proposal(_ nearest: String?, or list: TapeVocabulary.List, _ known: [String]) -> String {
    list == .command && nearest == nil ? ": tillside keys lists them" : proposal(nearest, known)
  }

  private func proposal(_ nearest: String?, _ known: [String]) -> String {
    nearest.map { proposal($0) } ?? ": known are \(known.joined(separator: ", "))"
  }

  private func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension TapeVocabulary.List {
  fileprivate var singular: String {
    switch self {
    case .setting: "setting"
    case .role: "role"
    case .trouble: "trouble"
    case .troubleForm: "form of this trouble"
    case .remoteEdit: "change"
    case .accountSwitch: "change of an account"
    case .appSwitch: "change of the app"
    case .machineEvent: "trouble of the machine"
    case .yesOrNo: "answer"
    case .command: "command"
    case .theme: "theme"
    case .language: "language"
    case .scenario: "world"
    case .pinRule: "rule for PINs"
    case .signIn: "way to sign in"
    case .plain: "way to speak line by line"
    case .bound: "limit of Planner"
    case .onOrOff: "position of the mouse"
    case .refusal: "refusal of an account with the number"
    }
  }
}

extension HeadquartersOrder.WordForm {
  /// What a word should have been, with an example.
  fileprivate var description: String {
    switch self {
    case .time: "a time of day such as 17:00"
    case .day: "a day such as 2026-11-30"
    case .link: "a web address that begins with https://"
    case .condition: "NAME=VALUE such as Size=Large"
    case .newAccount: "a sign-in name of letters and digits, without the domain"
    }
  }
}

extension KeyConflict.Holder {
  /// Why the key cannot be the command's alone.
  fileprivate var reason: String {
    switch self {
    case .command(let other): "\(other.rawValue) has it where both are live"
    case .writing: "a text being written takes it first"
    case .digits: "digits choose lines and begin a PIN"
    case .sequences: "what arrows and F keys send begins with it"
    case .writingAlone: "a text being written takes all its keys; set one more that it leaves alone"
    }
  }
}

extension TapeArgument {
  /// What is expected, with an example where one helps.
  fileprivate var description: String {
    switch self {
    case .text: "a step"
    case .quotedText: "a text in quotes"
    case .count: "how many times"
    case .row: "a row"
    case .number: "a whole number"
    case .size: "a size such as 100x30"
    case .duration: "a time such as 500ms, 30s, 5m or 1h30m"
    case .limit: "a limit such as @30s"
    case .pattern: "a pattern such as /[0-9]+:[0-9]+/"
    case .yesOrNo: "yes or no"
    case .setting:
      "a setting: Width, Height, Theme, Language, Seed, Store, Ascii, Clock, Pin, SignIn, Plain, Real, Kiosk, Mouse, Idle, Key, Hours or Poll"
    case .expectation: "a text in quotes, or Row, Focus, Role, Screen or Not"
    case .role: "a role: " + Role.allCases.map(\.tapeName).joined(separator: ", ")
    case .trouble: "a trouble: " + CloudTrouble.Kind.allCases.map(\.rawValue).joined(separator: ", ")
    case .remoteEdit: "a change: " + RemoteEdit.words.joined(separator: ", ")
    case .troubleForm: "a form: " + CloudTrouble.Form.allCases.map(\.rawValue).joined(separator: ", ")
    case .accountSwitch: "a change: " + AccountSwitch.allCases.map(\.rawValue).joined(separator: ", ")
    case .appSwitch: "a change: " + AppSwitch.allCases.map(\.rawValue).joined(separator: ", ")
    case .machineEvent: "an event: " + MachineEvent.words.joined(separator: ", ")
    case .approver: "a role (worker, manager, communications) or an account"
    case .person: "an account or a name"
    case .name: "a name"
    case .path: "a file"
    case .command: "a command such as task-complete"
    case .scenario: "a world such as contoso-retail"
    case .screenName: "the name of a screen"
    case .textOrIdle: "a text in quotes or Idle"
    case .asWord: "\"as\" and who, such as \"as worker\" or \"as mei\""
    case .moment: "a moment such as 2026-11-25T09:41:00Z"
    case .pinRule: "off, optional or required"
    case .signIn: "code, browser or both"
    case .plain: "no, yes or paper"
    case .onOrOff: "on or off"
    case .key: "a key such as F7, Ctrl+T or x"
    case .bound: "a limit of Planner such as active-tasks"
    case .order: "an order in quotes such as \"provision --store 041\""
    }
  }
}
